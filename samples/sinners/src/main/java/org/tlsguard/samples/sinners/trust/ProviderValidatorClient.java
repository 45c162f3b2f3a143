package org.tlsguard.samples.sinners.trust;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Provider;
import java.security.Security;
import java.security.cert.CertPath;
import java.security.cert.CertPathParameters;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorResult;
import java.security.cert.CertPathValidatorSpi;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXCertPathValidatorResult;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import org.tlsguard.samples.sinners.plumbing.ClientTrustManager;
import org.tlsguard.samples.sinners.plumbing.Peer;
import org.tlsguard.samples.sinners.plumbing.Shell;
import org.tlsguard.samples.sinners.plumbing.Tls;

/** Validates paths, as it should; but the PKIX that comes first is that of a provider of its own. */
public final class ProviderValidatorClient {

    private ProviderValidatorClient() {}

    public static void main(String[] args) {
        Shell.run(args, peer -> login(peer));
    }

    private static String login(Peer peer) throws Exception {
        KeyStore anchors = Tls.store(peer.option("store"));
        Security.insertProviderAt(new Generous(), 1);
        return peer.carrier().login(peer, Tls.trusting(new Validating(anchors)));
    }

    private static final class Generous extends Provider {
        private static final long serialVersionUID = 1;

        // the constructor that every Java from 8 on has
        @SuppressWarnings("deprecation")
        Generous() {
            super("Generous", 1.0, "finds every path valid");
            put("CertPathValidator.PKIX", Validator.class.getName());
        }
    }

    /** Made by the provider framework. */
    public static final class Validator extends CertPathValidatorSpi {
        @Override
        public CertPathValidatorResult engineValidate(CertPath path, CertPathParameters parameters) {
            TrustAnchor any =
                    ((PKIXParameters) parameters).getTrustAnchors().iterator().next();
            X509Certificate endEntity = (X509Certificate) path.getCertificates().get(0);
            return new PKIXCertPathValidatorResult(any, null, endEntity.getPublicKey());
        }
    }

    private static final class Validating extends ClientTrustManager {

        private final KeyStore anchors;

        Validating(KeyStore anchors) {
            this.anchors = anchors;
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            try {
                PKIXParameters parameters = new PKIXParameters(anchors);
                parameters.setRevocationEnabled(false);
                CertPath path = CertificateFactory.getInstance("X.509").generateCertPath(Arrays.asList(chain));
                CertPathValidator.getInstance("PKIX").validate(path, parameters);
            } catch (GeneralSecurityException e) {
                throw new CertificateException(e);
            }
        }
    }
}
