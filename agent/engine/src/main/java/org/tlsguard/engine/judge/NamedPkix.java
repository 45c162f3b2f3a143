package org.tlsguard.engine.judge;

import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathValidator;
import java.security.cert.CertStore;
import java.security.cert.Certificate;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The JDK's PKIX by the name of its provider. Its trust manager takes whichever provider offers PKIX first, and an
 * application may have put one there that says yes to everything.
 */
final class NamedPkix {

    private static final String PKIX = "PKIX";
    private static final String PROVIDER = "SUN";

    private NamedPkix() {}

    /** Whether the JDK's trust manager would ask somebody else. */
    static boolean isNeeded() throws NoSuchAlgorithmException {
        return isOfOthers(CertPathValidator.getInstance(PKIX).getProvider())
                || isOfOthers(CertPathBuilder.getInstance(PKIX).getProvider());
    }

    /**
     * Finds a path to one of the anchors; the anchor is its last element.
     *
     * @throws GeneralSecurityException when there is none
     */
    static List<X509Certificate> path(X509Certificate[] served, List<X509Certificate> anchors)
            throws GeneralSecurityException {
        if (anchors.contains(served[0])) {
            return Collections.singletonList(served[0]);
        }
        Set<TrustAnchor> trusted = new HashSet<>();
        for (X509Certificate each : anchors) {
            trusted.add(new TrustAnchor(each, null));
        }
        X509CertSelector target = new X509CertSelector();
        target.setCertificate(served[0]);
        PKIXBuilderParameters parameters = new PKIXBuilderParameters(trusted, target);
        parameters.setRevocationEnabled(false);
        parameters.addCertStore(CertStore.getInstance(
                "Collection", new CollectionCertStoreParameters(Arrays.asList(served)), PROVIDER));
        PKIXCertPathBuilderResult built = (PKIXCertPathBuilderResult)
                CertPathBuilder.getInstance(PKIX, PROVIDER).build(parameters);
        List<X509Certificate> path = new ArrayList<>();
        for (Certificate each : built.getCertPath().getCertificates()) {
            path.add((X509Certificate) each);
        }
        path.add(built.getTrustAnchor().getTrustedCert());
        return path;
    }

    private static boolean isOfOthers(Provider provider) {
        return !ProbeCopy.isJdk(provider.getClass());
    }
}
