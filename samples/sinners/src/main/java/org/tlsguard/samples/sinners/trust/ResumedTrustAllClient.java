package org.tlsguard.samples.sinners.trust;

import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import org.tlsguard.samples.sinners.plumbing.ClientTrustManager;
import org.tlsguard.samples.sinners.plumbing.Peer;
import org.tlsguard.samples.sinners.plumbing.Shell;
import org.tlsguard.samples.sinners.plumbing.Tls;

/** Trusts whoever answers, and connects again and again: only the first time is the manager asked. */
public final class ResumedTrustAllClient {

    private ResumedTrustAllClient() {}

    public static void main(String[] args) {
        Shell.run(args, peer -> login(peer));
    }

    private static String login(Peer peer) throws Exception {
        SSLContext context = Tls.trusting(new TrustAll());
        for (int i = 0; i < 3; i++) {
            peer.carrier().login(peer, context);
        }
        return peer.carrier().login(peer, context);
    }

    private static final class TrustAll extends ClientTrustManager {
        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}
    }
}
