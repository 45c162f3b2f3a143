package org.tlsguard.samples.sinners.trust;

import java.security.cert.X509Certificate;
import org.tlsguard.samples.sinners.plumbing.ClientTrustManager;
import org.tlsguard.samples.sinners.plumbing.Shell;
import org.tlsguard.samples.sinners.plumbing.Tls;

/** Writes down who the peer claims to be, and goes on. */
public final class LoggingClient {

    private LoggingClient() {}

    public static void main(String[] args) {
        Shell.run(args, peer -> peer.carrier().login(peer, Tls.trusting(new Logging())));
    }

    private static final class Logging extends ClientTrustManager {
        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {
            System.err.println("connected to " + chain[0].getSubjectX500Principal());
        }
    }
}
