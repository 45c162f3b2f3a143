package org.tlsguard.policy;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;

/** A key or certificate expected, or distrusted, by its SHA-256 digest. Immutable. */
public final class Pin {
    private static final String KEY = "sha256/";
    private static final String CERTIFICATE = "cert:sha256:";
    private static final int DIGEST_BYTES = 32;

    private final boolean key;
    private final byte[] digest;

    private Pin(boolean key, byte[] digest) {
        this.key = key;
        this.digest = digest;
    }

    /**
     * Reads a pin.
     *
     * @param text {@code sha256/} and the digest of the subject public key info in base64 (RFC 7469, section 2.4), or
     *     {@code cert:sha256:} and the digest of the certificate in hexadecimal, with or without colons; not null
     * @throws IllegalArgumentException with a message for the author of the policy
     */
    public static Pin parse(String text) {
        if (text.startsWith(KEY)) {
            return new Pin(true, base64(text.substring(KEY.length())));
        }
        if (text.startsWith(CERTIFICATE)) {
            return new Pin(false, hexadecimal(text.substring(CERTIFICATE.length())));
        }
        throw new IllegalArgumentException(
                "a pin is \"sha256/\" and 44 base64 characters for a key, or \"cert:sha256:\" and 64"
                        + " hexadecimal digits for a certificate");
    }

    private static byte[] base64(String text) {
        byte[] digest;
        try {
            digest = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the pin is not base64");
        }
        if (digest.length != DIGEST_BYTES) {
            throw new IllegalArgumentException("the pin has " + digest.length + " bytes, a SHA-256 digest has 32");
        }
        return digest;
    }

    private static byte[] hexadecimal(String text) {
        String digits = text.replace(":", "");
        if (digits.length() != 2 * DIGEST_BYTES) {
            throw new IllegalArgumentException(
                    "the pin has " + digits.length() + " hexadecimal digits, a SHA-256 digest has 64");
        }
        byte[] digest = new byte[DIGEST_BYTES];
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            int digit = c < 128 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                throw new IllegalArgumentException("the pin is not hexadecimal");
            }
            digest[i / 2] = (byte) (digest[i / 2] << 4 | digit);
        }
        return digest;
    }

    /**
     * Tells whether the certificate, or its key, is the one that is pinned.
     *
     * @param certificate not null
     * @return false as well when the certificate has no encoding
     */
    public boolean matches(X509Certificate certificate) {
        byte[] actual;
        try {
            actual = Digest.sha256(key ? certificate.getPublicKey().getEncoded() : certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            return false;
        }
        return Arrays.equals(digest, actual);
    }

    /**
     * Returns the key pin of a certificate as a policy writes it.
     *
     * @param certificate not null
     * @return {@code sha256/BASE64=}
     */
    public static String spki(X509Certificate certificate) {
        return new Pin(true, Digest.sha256(certificate.getPublicKey().getEncoded())).toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Pin && ((Pin) other).key == key && Arrays.equals(((Pin) other).digest, digest);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(digest);
    }

    /** Returns the pin in the form that {@link #parse} reads. */
    @Override
    public String toString() {
        if (key) {
            return KEY + Base64.getEncoder().encodeToString(digest);
        }
        StringBuilder text = new StringBuilder("cert:sha256");
        for (byte b : digest) {
            text.append(':');
            text.append(Character.toUpperCase(Character.forDigit(b >> 4 & 0xf, 16)));
            text.append(Character.toUpperCase(Character.forDigit(b & 0xf, 16)));
        }
        return text.toString();
    }
}
