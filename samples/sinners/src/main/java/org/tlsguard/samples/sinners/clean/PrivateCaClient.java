package org.tlsguard.samples.sinners.clean;

import org.tlsguard.samples.sinners.plumbing.Shell;
import org.tlsguard.samples.sinners.plumbing.Tls;

/** Verifies against the trust store of its own private authority. */
public final class PrivateCaClient {

    private PrivateCaClient() {}

    public static void main(String[] args) {
        Shell.run(
                args,
                peer -> peer.carrier().login(peer, Tls.trusting(Tls.managerFor(Tls.store(peer.option("store"))))));
    }
}
