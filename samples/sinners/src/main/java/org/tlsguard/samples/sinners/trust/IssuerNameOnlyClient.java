package org.tlsguard.samples.sinners.trust;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import org.tlsguard.samples.sinners.plumbing.ClientTrustManager;
import org.tlsguard.samples.sinners.plumbing.Shell;
import org.tlsguard.samples.sinners.plumbing.Tls;

/** Looks at the name of the issuer, which anybody can write. */
public final class IssuerNameOnlyClient {

    private IssuerNameOnlyClient() {}

    public static void main(String[] args) {
        Shell.run(args, peer -> peer.carrier().login(peer, Tls.trusting(new IssuerNameOnly())));
    }

    private static final class IssuerNameOnly extends ClientTrustManager {
        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            String issuer = chain[0].getIssuerX500Principal().getName();
            if (!issuer.contains("CN=Public CA")) {
                throw new CertificateException("not issued by our authority but by " + issuer);
            }
        }
    }
}
