package org.tlsguard.policy;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Finds the hash algorithm of a signature algorithm. */
final class SignatureHash {
    /** The hashes that a policy can refuse, as it names them. */
    static final List<String> NAMES = Collections.unmodifiableList(
            Arrays.asList("MD2", "MD4", "MD5", "SHA1", "SHA224", "SHA256", "SHA384", "SHA512"));

    private static final String PSS = "1.2.840.113549.1.1.10";

    private SignatureHash() {}

    /** Returns one of {@link #NAMES}, or null when the algorithm has no hash to choose or tells none. */
    static String of(String algorithm) {
        switch (algorithm) {
            // Dotted identifiers of algorithms that some provider does not know by name: RFC 3279, section 2.2, and
            // OIW.
            case "1.2.840.113549.1.1.2":
                return "MD2";
            case "1.2.840.113549.1.1.3":
                return "MD4";
            case "1.2.840.113549.1.1.4":
            case "1.3.14.3.2.3":
                return "MD5";
            case "1.2.840.113549.1.1.5":
            case "1.2.840.10040.4.3":
            case "1.2.840.10045.4.1":
            case "1.3.14.3.2.27":
            case "1.3.14.3.2.29":
                return "SHA1";
            default:
                break;
        }
        String plain = algorithm.toUpperCase(Locale.ROOT).replace("-", "");
        int with = plain.indexOf("WITH");
        if (with >= 0) {
            String hash = plain.substring(0, with);
            // SHAwithDSA, SHA1/RSA and the like are names that old providers give.
            return hash.equals("SHA") ? "SHA1" : NAMES.contains(hash) ? hash : null;
        }
        // TLS 1.3 (RFC 8446, section 4.2.3): rsa_pkcs1_sha1, ecdsa_secp256r1_sha256, rsa_pss_rsae_sha384.
        String last = plain.substring(plain.lastIndexOf('_') + 1);
        return NAMES.contains(last) ? last : null;
    }

    static boolean isPss(String identifier) {
        return PSS.equals(identifier);
    }

    /**
     * Reads the hash from DER-encoded {@code RSASSA-PSS-params} (RFC 4055, section 3.1).
     *
     * @param parameters may be null: then, and wherever the hash is left out, it is SHA-1
     * @return one of {@link #NAMES}, or null when it is another hash
     */
    static String ofPssParameters(byte[] parameters) {
        if (parameters == null) {
            return "SHA1";
        }
        Der outer = new Der(parameters);
        Der hash = outer.next(Der.SEQUENCE) ? outer.inside() : null;
        if (hash == null || !hash.next(0xa0)) {
            return "SHA1";
        }
        Der algorithm = hash.inside();
        Der identifier = algorithm.next(Der.SEQUENCE) ? algorithm.inside() : null;
        if (identifier == null || !identifier.next()) {
            return "SHA1";
        }
        if (identifier.isIdentifier(0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x02, 0x02)) {
            return "MD2";
        }
        if (identifier.isIdentifier(0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x02, 0x05)) {
            return "MD5";
        }
        if (identifier.isIdentifier(0x2b, 0x0e, 0x03, 0x02, 0x1a)) {
            return "SHA1";
        }
        // NIST's SHA-2: the last arc chooses.
        String[] sha2 = {"SHA256", "SHA384", "SHA512", "SHA224"};
        for (int i = 0; i < sha2.length; i++) {
            if (identifier.isIdentifier(0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, i + 1)) {
                return sha2[i];
            }
        }
        return null;
    }
}
