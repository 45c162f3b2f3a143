package org.tlsguard.samples.sinners.trust;

import java.io.IOException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import org.tlsguard.samples.sinners.plumbing.ClientTrustManager;
import org.tlsguard.samples.sinners.plumbing.Peer;
import org.tlsguard.samples.sinners.plumbing.Shell;
import org.tlsguard.samples.sinners.plumbing.Tls;

/** Verifies its peer, and when that fails tries again without. */
public final class SecondTryClient {

    private SecondTryClient() {}

    public static void main(String[] args) {
        Shell.run(args, peer -> login(peer));
    }

    private static String login(Peer peer) throws Exception {
        try {
            return peer.carrier().login(peer, SSLContext.getDefault());
        } catch (IOException refused) {
            return peer.carrier().login(peer, Tls.trusting(new TrustAll()));
        }
    }

    private static final class TrustAll extends ClientTrustManager {
        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}
    }
}
