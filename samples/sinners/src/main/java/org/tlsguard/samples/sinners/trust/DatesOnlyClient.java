package org.tlsguard.samples.sinners.trust;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import org.tlsguard.samples.sinners.plumbing.ClientTrustManager;
import org.tlsguard.samples.sinners.plumbing.Shell;
import org.tlsguard.samples.sinners.plumbing.Tls;

/** Looks at the dates, which anybody can write. */
public final class DatesOnlyClient {

    private DatesOnlyClient() {}

    public static void main(String[] args) {
        Shell.run(args, peer -> peer.carrier().login(peer, Tls.trusting(new DatesOnly())));
    }

    private static final class DatesOnly extends ClientTrustManager {
        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            for (X509Certificate certificate : chain) {
                certificate.checkValidity();
            }
        }
    }
}
