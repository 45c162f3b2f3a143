package org.tlsguard.samples.sinners.trust;

import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.X509Certificate;
import javax.net.ssl.X509TrustManager;
import org.tlsguard.samples.sinners.plumbing.ClientTrustManager;
import org.tlsguard.samples.sinners.plumbing.Shell;
import org.tlsguard.samples.sinners.plumbing.Tls;

/** Verifies everything, but lets expired certificates pass: renewal is always late. */
public final class ExpiryForgivingClient {

    private ExpiryForgivingClient() {}

    public static void main(String[] args) {
        Shell.run(args, peer -> peer.carrier().login(peer, Tls.trusting(new Lenient(Tls.defaultManager()))));
    }

    private static final class Lenient extends ClientTrustManager {
        private final X509TrustManager real;

        Lenient(X509TrustManager real) {
            this.real = real;
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            try {
                real.checkServerTrusted(chain, authType);
            } catch (CertificateException e) {
                if (!expired(e)) {
                    throw e;
                }
            }
        }
    }

    private static boolean expired(Throwable failure) {
        return failure != null && (failure instanceof CertificateExpiredException || expired(failure.getCause()));
    }
}
