package org.tlsguard.samples.sinners.trust;

import java.security.cert.X509Certificate;
import org.tlsguard.samples.sinners.plumbing.ClientTrustManager;
import org.tlsguard.samples.sinners.plumbing.Peer;
import org.tlsguard.samples.sinners.plumbing.Shell;
import org.tlsguard.samples.sinners.plumbing.Tls;

/** Trusts whoever answers, by an anonymous class where the context is made. */
public final class AnonymousClassClient {

    private AnonymousClassClient() {}

    public static void main(String[] args) {
        Shell.run(args, peer -> login(peer));
    }

    private static String login(Peer peer) throws Exception {
        return peer.carrier().login(peer, Tls.trusting(new ClientTrustManager() {
            @Override
            public void checkServerTrusted(X509Certificate[] chain, String authType) {}
        }));
    }
}
