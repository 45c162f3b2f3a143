package org.tlsguard.samples.sinners.clean;

import javax.net.ssl.TrustManager;
import org.tlsguard.samples.sinners.plumbing.Shell;
import org.tlsguard.samples.sinners.plumbing.Tls;

/** Shows a client certificate to a server of its private authority. */
public final class MutualClient {

    private MutualClient() {}

    public static void main(String[] args) {
        Shell.run(
                args,
                peer -> peer.carrier().login(peer, Tls.context(Tls.keys(peer.option("identity")), new TrustManager[] {
                    Tls.managerFor(Tls.store(peer.option("store")))
                })));
    }
}
