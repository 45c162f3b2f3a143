package org.tlsguard.samples.sinners.trust;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.X509TrustManager;
import org.tlsguard.samples.sinners.plumbing.ClientTrustManager;
import org.tlsguard.samples.sinners.plumbing.Shell;
import org.tlsguard.samples.sinners.plumbing.Tls;

/** Verifies only if a flag says so, and nobody ever set the flag. */
public final class FlagGuardedClient {

    private FlagGuardedClient() {}

    public static void main(String[] args) {
        Shell.run(args, peer -> peer.carrier().login(peer, Tls.trusting(new Guarded(Tls.defaultManager()))));
    }

    private static final class Guarded extends ClientTrustManager {
        private final X509TrustManager real;

        Guarded(X509TrustManager real) {
            this.real = real;
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            if (Boolean.getBoolean("crm.tls.verify")) {
                real.checkServerTrusted(chain, authType);
            }
        }
    }
}
