package org.tlsguard.engine.judge;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.security.auth.x500.X500Principal;

/**
 * Forges chains: what an impostor could present who knows everything of the peer's certificates but their keys. A trust
 * manager that accepts one of them accepts anyone.
 *
 * <p>All forgeries of one JVM use one key, which is thrown away with the JVM and never leaves it.
 */
final class CanaryMaker {

    /** Names of the canary in the name decision; RFC 2606 keeps {@code .invalid} from ever being real. */
    private static final String STRANGER_NAME = "canary.tlsguard.invalid";

    private static final X500Principal STRANGER = new X500Principal("CN=" + STRANGER_NAME);

    private static final byte[] VERSION_3 = {(byte) 0xa0, 3, 2, 1, 2};
    private static final int TBS_SIGNATURE = 2;
    private static final int TBS_ISSUER = 3;
    private static final int TBS_SUBJECT = 5;
    private static final int TBS_KEY = 6;
    private static final int TBS_EXTENSIONS = 7;

    private Forger usual;
    private Forger rsa;

    /** A key with what it takes to sign certificates by it. */
    private static final class Forger {

        final KeyPair keys;
        final String algorithm;
        final String provider;
        final byte[] algorithmIdentifier;

        Forger(KeyPair keys, String algorithm, byte[] algorithmIdentifier, String provider) {
            this.keys = keys;
            this.algorithm = algorithm;
            this.algorithmIdentifier = algorithmIdentifier;
            this.provider = provider;
        }
    }

    /**
     * The forgeries worth trying on a manager that accepted {@code served}, the likeliest first: the whole chain cloned
     * under our own key; the end entity forged with the served issuers kept; the end entity alone, signed by itself; the
     * end entity alone, from an issuer nobody knows; and, for a manager that looks at the kind of key, an RSA clone.
     *
     * @param attempt 0 to 4
     * @return null when there is no such attempt for this chain
     */
    X509Certificate[] forge(X509Certificate[] served, int attempt) throws GeneralSecurityException {
        switch (attempt) {
            case 0:
                return cloneOf(served, usual());
            case 1:
                return served.length > 1 ? withServedIssuers(served) : null;
            case 2:
                return isSelfIssued(served[0]) && served.length == 1
                        ? null
                        : new X509Certificate[] {selfSigned(served[0])};
            case 3:
                return new X509Certificate[] {
                    forge(served[0], STRANGER, served[0].getSubjectX500Principal(), null, usual())
                };
            case 4:
                return served[0].getPublicKey() instanceof RSAKey ? cloneOf(served, rsa()) : null;
            default:
                return null;
        }
    }

    /** How many attempts there are. */
    static int attempts() {
        return 5;
    }

    /** How many names of its own a stranger can come under. */
    static int strangers() {
        return 3;
    }

    /**
     * An end entity like this one, but for a host that is not the one dialled: a wholly different name, and names that
     * only a home-made comparison by {@code startsWith}, {@code endsWith} or {@code contains} would take for it.
     *
     * @param host the host dialled
     */
    X509Certificate stranger(X509Certificate endEntity, String host, int which) throws GeneralSecurityException {
        String name = which == 0 ? STRANGER_NAME : which == 1 ? host + "." + STRANGER_NAME : "canary-" + host;
        X500Principal subject;
        try {
            subject = new X500Principal("CN=" + name);
        } catch (IllegalArgumentException notInANameSyntax) {
            subject = STRANGER;
        }
        return forge(endEntity, endEntity.getIssuerX500Principal(), subject, name, usual());
    }

    /** The same certificates as other objects, parsed by the JDK's own factory: a control, or what the bytes really say. */
    static X509Certificate[] parsedAnew(X509Certificate[] certificates) throws GeneralSecurityException {
        X509Certificate[] anew = new X509Certificate[certificates.length];
        for (int i = 0; i < anew.length; i++) {
            anew[i] = parse(certificates[i].getEncoded());
        }
        return anew;
    }

    private static X509Certificate[] cloneOf(X509Certificate[] served, Forger forger) throws GeneralSecurityException {
        X509Certificate[] forged = new X509Certificate[served.length];
        for (int i = 0; i < served.length; i++) {
            forged[i] = forge(
                    served[i], served[i].getIssuerX500Principal(), served[i].getSubjectX500Principal(), null, forger);
        }
        return forged;
    }

    private X509Certificate[] withServedIssuers(X509Certificate[] served) throws GeneralSecurityException {
        X509Certificate[] forged = served.clone();
        forged[0] = forge(
                served[0], served[0].getIssuerX500Principal(), served[0].getSubjectX500Principal(), null, usual());
        return forged;
    }

    private X509Certificate selfSigned(X509Certificate endEntity) throws GeneralSecurityException {
        X500Principal subject = endEntity.getSubjectX500Principal();
        return forge(endEntity, subject, subject, null, usual());
    }

    private static boolean isSelfIssued(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
    }

    /**
     * RFC 5280, 4.1: exchanges names, key and signature of a certificate, and keeps the rest.
     *
     * @param only the one subject alternative name; null to keep all extensions as they are
     */
    private static X509Certificate forge(
            X509Certificate original, X500Principal issuer, X500Principal subject, String only, Forger forger)
            throws GeneralSecurityException {
        List<byte[]> fields = new ArrayList<>(Der.children(original.getTBSCertificate()));
        // Without the explicit version of v2 and v3 every field stands one place earlier.
        int shift = (fields.get(0)[0] & 0xff) == 0xa0 ? 0 : -1;
        if (shift < 0 && only != null) {
            fields.add(0, VERSION_3);
            shift = 0;
        }
        fields.set(TBS_SIGNATURE + shift, forger.algorithmIdentifier);
        fields.set(TBS_ISSUER + shift, issuer.getEncoded());
        fields.set(TBS_SUBJECT + shift, subject.getEncoded());
        fields.set(TBS_KEY + shift, forger.keys.getPublic().getEncoded());
        if (only != null) {
            while (fields.size() > TBS_EXTENSIONS) {
                fields.remove(fields.size() - 1);
            }
            fields.add(Der.dnsNameExtension(only));
        }
        byte[] tbs = Der.sequence(fields);
        Signature signature = Signature.getInstance(forger.algorithm, forger.provider);
        signature.initSign(forger.keys.getPrivate());
        signature.update(tbs);
        return parse(Der.sequence(Arrays.asList(tbs, forger.algorithmIdentifier, Der.bitString(signature.sign()))));
    }

    static X509Certificate parse(byte[] encoded) throws GeneralSecurityException {
        // Not by generateCertificate: that one interns, and a manager could tell the peer's objects from others by
        // identity.
        return (X509Certificate) CertificateFactory.getInstance("X.509", "SUN")
                .generateCertificates(new ByteArrayInputStream(encoded))
                .iterator()
                .next();
    }

    /**
     * An elliptic key is made in no time. The JDK's maker of them asks whatever provider comes first for its parameters,
     * and one that the application put there may not know how.
     */
    private synchronized Forger usual() throws GeneralSecurityException {
        if (usual == null) {
            try {
                usual = elliptic();
            } catch (GeneralSecurityException | RuntimeException otherProviderInTheWay) {
                usual = rsa();
            }
        }
        return usual;
    }

    private static Forger elliptic() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", "SunEC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        // ecdsa-with-SHA256, 1.2.840.10045.4.3.2
        byte[] identifier = {0x30, 0x0a, 0x06, 0x08, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 0x04, 0x03, 0x02};
        return new Forger(generator.generateKeyPair(), "SHA256withECDSA", identifier, "SunEC");
    }

    private synchronized Forger rsa() throws GeneralSecurityException {
        if (rsa == null) {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA", "SunRsaSign");
            generator.initialize(2048);
            // sha256WithRSAEncryption, 1.2.840.113549.1.1.11, with the NULL that RFC 4055 asks for
            byte[] identifier = {
                0x30,
                0x0d,
                0x06,
                0x09,
                0x2a,
                (byte) 0x86,
                0x48,
                (byte) 0x86,
                (byte) 0xf7,
                0x0d,
                0x01,
                0x01,
                0x0b,
                0x05,
                0x00
            };
            rsa = new Forger(generator.generateKeyPair(), "SHA256withRSA", identifier, "SunRsaSign");
        }
        return rsa;
    }
}
