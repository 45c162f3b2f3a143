package org.tlsguard.engine.judge;

import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.security.NoSuchProviderException;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.cert.X509Certificate;
import java.util.List;
import org.tlsguard.policy.Cause;

/**
 * Verifies the signatures along a path once more, by the JDK's own providers by name. The JDK's validation takes the first
 * provider of the list that offers an algorithm, and an application may have put one first that says yes to everything.
 */
final class Signatures {

    /** The JDK's own that know signatures of certificates. */
    private static final String[] PROVIDERS = {"SunRsaSign", "SUN", "SunEC"};

    private Signatures() {}

    /** The first signature that does not verify, as a validation; null when all do or nobody foreign could interfere. */
    static Validation verified(List<X509Certificate> path) throws GeneralSecurityException {
        if (!foreignProviderIsRegistered()) {
            return null;
        }
        X509Certificate[] anew = CanaryMaker.parsedAnew(path.toArray(new X509Certificate[0]));
        for (int i = 0; i + 1 < anew.length; i++) {
            if (!isSignedBy(anew[i], anew[i + 1].getPublicKey())) {
                return Validation.unsound(
                        Cause.BAD_SIGNATURE,
                        "the signature of " + Diagnosis.name(anew[i]) + " is not its issuer's",
                        true);
            }
        }
        return null;
    }

    /** Whether the key verifies the signature; yes too where the JDK's own providers do not know the algorithm. */
    static boolean isSignedBy(X509Certificate certificate, PublicKey key) {
        try {
            certificate.verify(key, provider(key));
            return true;
        } catch (NoSuchAlgorithmException | NoSuchProviderException unknown) {
            return !isForAnotherKind(certificate.getSigAlgName());
        } catch (GeneralSecurityException | RuntimeException bad) {
            return false;
        }
    }

    /** Whether the JDK knows the algorithm, only not for this kind of key: an RSA key has made no ECDSA signature. */
    private static boolean isForAnotherKind(String algorithm) {
        for (String each : PROVIDERS) {
            Provider provider = Security.getProvider(each);
            if (provider != null && provider.getService("Signature", algorithm) != null) {
                return true;
            }
        }
        return false;
    }

    private static String provider(PublicKey key) throws NoSuchAlgorithmException {
        String algorithm = key.getAlgorithm();
        if (algorithm.equals("RSA") || algorithm.equals("RSASSA-PSS")) {
            return "SunRsaSign";
        }
        if (algorithm.equals("DSA")) {
            return "SUN";
        }
        if (algorithm.startsWith("EC") || algorithm.startsWith("Ed") || algorithm.startsWith("X")) {
            return "SunEC";
        }
        throw new NoSuchAlgorithmException(algorithm);
    }

    private static boolean foreignProviderIsRegistered() {
        for (Provider each : Security.getProviders()) {
            ClassLoader loader = each.getClass().getClassLoader();
            if (loader != null && loader != Signatures.class.getClassLoader().getParent()) {
                return true;
            }
        }
        return false;
    }
}
