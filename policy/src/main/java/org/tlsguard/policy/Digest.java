package org.tlsguard.policy;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The SHA-256 of a file, computed when first asked for: a policy is read before the application's {@code main}, and no
 * security provider may be touched then.
 */
final class Digest {
    private byte[] content;
    private String sha256;

    private Digest(byte[] content, String sha256) {
        this.content = content;
        this.sha256 = sha256;
    }

    static Digest of(byte[] content) {
        return new Digest(content, null);
    }

    static Digest known(String sha256) {
        return new Digest(null, sha256);
    }

    /** Returns 64 lower-case hexadecimal digits. */
    synchronized String sha256() {
        if (sha256 == null) {
            StringBuilder hex = new StringBuilder();
            for (byte b : sha256(content)) {
                hex.append(Character.forDigit(b >> 4 & 0xf, 16)).append(Character.forDigit(b & 0xf, 16));
            }
            sha256 = hex.toString();
            content = null;
        }
        return sha256;
    }

    static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            // Every Java platform must have it (java.security.MessageDigest).
            throw new IllegalStateException(e);
        }
    }
}
