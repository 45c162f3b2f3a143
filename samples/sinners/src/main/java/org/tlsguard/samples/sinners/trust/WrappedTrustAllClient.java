package org.tlsguard.samples.sinners.trust;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.X509TrustManager;
import org.tlsguard.samples.sinners.plumbing.ClientTrustManager;
import org.tlsguard.samples.sinners.plumbing.Shell;
import org.tlsguard.samples.sinners.plumbing.Tls;

/** Hides its sin below a manager that only wraps another, as metrics and tracing libraries do. */
public final class WrappedTrustAllClient {

    private WrappedTrustAllClient() {}

    public static void main(String[] args) {
        Shell.run(args, peer -> peer.carrier().login(peer, Tls.trusting(new Measuring(new TrustAll()))));
    }

    private static final class Measuring extends ClientTrustManager {
        private final X509TrustManager wrapped;

        Measuring(X509TrustManager wrapped) {
            this.wrapped = wrapped;
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            long start = System.nanoTime();
            wrapped.checkServerTrusted(chain, authType);
            System.err.println("verified in " + (System.nanoTime() - start) + " ns");
        }
    }

    private static final class TrustAll extends ClientTrustManager {
        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}
    }
}
