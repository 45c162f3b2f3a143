package org.tlsguard.samples.sinners.trust;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.X509TrustManager;
import org.tlsguard.samples.sinners.plumbing.ClientTrustManager;
import org.tlsguard.samples.sinners.plumbing.Shell;
import org.tlsguard.samples.sinners.plumbing.Tls;

/** Asks the real trust manager, then forgives whatever it objects to. */
public final class SwallowingClient {

    private SwallowingClient() {}

    public static void main(String[] args) {
        Shell.run(args, peer -> peer.carrier().login(peer, Tls.trusting(new Swallowing(Tls.defaultManager()))));
    }

    private static final class Swallowing extends ClientTrustManager {
        private final X509TrustManager real;

        Swallowing(X509TrustManager real) {
            this.real = real;
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {
            try {
                real.checkServerTrusted(chain, authType);
            } catch (CertificateException e) {
                System.err.println("warning: " + e);
            }
        }
    }
}
