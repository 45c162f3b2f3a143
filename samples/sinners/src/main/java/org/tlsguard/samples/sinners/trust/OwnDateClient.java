package org.tlsguard.samples.sinners.trust;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import org.tlsguard.samples.sinners.plumbing.ClientTrustManager;
import org.tlsguard.samples.sinners.plumbing.Shell;
import org.tlsguard.samples.sinners.plumbing.Tls;

/** A real PKIX validation, as of a day on which the certificate was still valid. */
public final class OwnDateClient {

    private OwnDateClient() {}

    public static void main(String[] args) {
        Shell.run(args, peer -> peer.carrier().login(peer, Tls.trusting(new OwnDate(Tls.store(peer.option("store"))))));
    }

    private static final class OwnDate extends ClientTrustManager {
        private final KeyStore anchors;

        OwnDate(KeyStore anchors) {
            this.anchors = anchors;
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            try {
                PKIXParameters parameters = new PKIXParameters(anchors);
                parameters.setRevocationEnabled(false);
                parameters.setDate(chain[0].getNotBefore());
                CertPath path = CertificateFactory.getInstance("X.509").generateCertPath(Arrays.asList(chain));
                CertPathValidator.getInstance("PKIX").validate(path, parameters);
            } catch (GeneralSecurityException e) {
                throw new CertificateException(e);
            }
        }
    }
}
