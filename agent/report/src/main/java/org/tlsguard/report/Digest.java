package org.tlsguard.report;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.NoSuchProviderException;

/** SHA-256, as raw bytes and in hexadecimal. */
final class Digest {

    private Digest() {}

    /**
     * The digest by the JDK's own provider, where it is installed: a reader may turn what the report shows into a pin,
     * so no provider of the application's should have a say.
     *
     * @throws NoSuchAlgorithmException if the JVM has been stripped of every implementation
     */
    static byte[] sha256(byte[] bytes) throws NoSuchAlgorithmException {
        try {
            return MessageDigest.getInstance("SHA-256", "SUN").digest(bytes);
        } catch (NoSuchProviderException | NoSuchAlgorithmException e) {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        }
    }

    /** The bytes in lower-case hexadecimal. */
    static String hex(byte[] bytes) {
        StringBuilder hex = new StringBuilder(2 * bytes.length);
        for (byte b : bytes) {
            hex.append(Character.forDigit(b >> 4 & 0xf, 16)).append(Character.forDigit(b & 0xf, 16));
        }
        return hex.toString();
    }
}
