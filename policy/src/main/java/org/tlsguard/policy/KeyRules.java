package org.tlsguard.policy;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.DSAKey;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import javax.crypto.interfaces.DHKey;

/**
 * Smallest key sizes and refused hash algorithms. All sizes are in bits: of the modulus of RSA, of the prime of DSA and
 * Diffie-Hellman, of the order of an elliptic curve. Immutable.
 */
public final class KeyRules {
    private final int rsa;
    private final int dh;
    private final int ec;
    private final Set<String> refusedHashes;

    KeyRules(Baseline baseline, Subtraction... subtractions) {
        int smallestRsa = baseline.rsa();
        int smallestDh = baseline.dh();
        int smallestEc = baseline.ec();
        Set<String> hashes = new LinkedHashSet<>(baseline.refusedHashes());
        for (Subtraction subtraction : subtractions) {
            smallestRsa = Math.max(smallestRsa, subtraction.rsa);
            smallestDh = Math.max(smallestDh, subtraction.dh);
            smallestEc = Math.max(smallestEc, subtraction.ec);
            hashes.addAll(subtraction.hashes);
        }
        rsa = smallestRsa;
        dh = smallestDh;
        ec = smallestEc;
        refusedHashes = Collections.unmodifiableSet(hashes);
    }

    /** Returns the smallest RSA modulus in bits; it holds for DSA as well (NIST SP 800-57 part 1, table 2). */
    public int smallestRsa() {
        return rsa;
    }

    /** Returns the smallest prime of finite-field Diffie-Hellman in bits. */
    public int smallestDh() {
        return dh;
    }

    /** Returns the smallest order of an elliptic curve in bits. */
    public int smallestEc() {
        return ec;
    }

    /** Returns the refused hashes, such as {@code SHA1}; unmodifiable. */
    public Set<String> refusedHashes() {
        return refusedHashes;
    }

    /**
     * Says what is wrong with a key.
     *
     * @param key a key of a certificate or of a key exchange; not null
     * @return for example {@code RSA 1024 bits, policy asks for 2048}, or null when the key is large enough or of a kind
     *     whose sizes are not to choose (EdDSA, X25519, ML-DSA)
     */
    public String weakKey(PublicKey key) {
        if (key instanceof RSAPublicKey) {
            RSAPublicKey rsaKey = (RSAPublicKey) key;
            // With exponent 1 every message is its own signature.
            return rsaKey.getPublicExponent().bitLength() < 2
                    ? "RSA public exponent " + rsaKey.getPublicExponent()
                    : tooSmall("RSA", rsaKey.getModulus().bitLength(), rsa);
        }
        if (key instanceof DSAKey) {
            DSAKey dsaKey = (DSAKey) key;
            // RFC 3279, section 2.3.2: absent parameters are those of the issuer, which no path validation may inherit
            // blindly.
            return dsaKey.getParams() == null
                    ? "DSA without parameters"
                    : tooSmall("DSA", dsaKey.getParams().getP().bitLength(), rsa);
        }
        if (key instanceof ECKey) {
            ECKey ecKey = (ECKey) key;
            return ecKey.getParams() == null
                    ? "EC without parameters"
                    : tooSmall("EC", ecKey.getParams().getOrder().bitLength(), ec);
        }
        if (key instanceof DHKey) {
            return tooSmall("DH", ((DHKey) key).getParams().getP().bitLength(), dh);
        }
        return null;
    }

    private static String tooSmall(String algorithm, int bits, int smallest) {
        return bits >= smallest ? null : algorithm + ' ' + bits + " bits, policy asks for " + smallest;
    }

    /**
     * Says what is wrong with a signature algorithm.
     *
     * @param algorithm a JCA name ({@code SHA1withRSA}), a TLS scheme ({@code rsa_pkcs1_sha1}) or the dotted object
     *     identifier that JCA gives for algorithms it does not know; not null. {@code RSASSA-PSS} alone tells no hash: see
     *     {@link #weakSignature(X509Certificate)}
     * @return for example {@code SHA1withRSA, policy refuses SHA1}, or null when the policy does not refuse it
     */
    public String weakSignature(String algorithm) {
        return refused(algorithm, SignatureHash.of(algorithm));
    }

    /**
     * Says what is wrong with the signature on a certificate, parameters of RSASSA-PSS included (RFC 4055, section 3.1:
     * absent ones mean SHA-1). Whether the certificate is a trust anchor, whose signature nobody relies on, is for the
     * caller to know.
     *
     * @param certificate not null
     * @return for example {@code SHA1withRSA, policy refuses SHA1}, or null when the policy does not refuse it
     */
    public String weakSignature(X509Certificate certificate) {
        String algorithm = certificate.getSigAlgName();
        String hash = SignatureHash.isPss(certificate.getSigAlgOID())
                ? SignatureHash.ofPssParameters(certificate.getSigAlgParams())
                : SignatureHash.of(algorithm);
        return refused(
                algorithm.toUpperCase(Locale.ROOT).contains("PSS") ? hash + " with RSASSA-PSS" : algorithm, hash);
    }

    private String refused(String algorithm, String hash) {
        return hash != null && refusedHashes.contains(hash) ? algorithm + ", policy refuses " + hash : null;
    }
}
