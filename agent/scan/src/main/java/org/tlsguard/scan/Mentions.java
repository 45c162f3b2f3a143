package org.tlsguard.scan;

import org.objectweb.asm.ClassReader;

/** Tells by the constants of a class whether it can have to do with TLS at all; most have not. */
final class Mentions {

    /** A constant that has one of these in it makes a class worth reading whole. */
    private static final String[] WORDS = {
        "javax/net/ssl/",
        "com/sun/net/ssl/",
        "TrustManager",
        "HostnameVerifier",
        "TrustStrategy",
        "TrustAll",
        "TrustSelfSigned",
        "isableHostnameVerification",
        "isableEndpointIdentification",
        "EndpointIdentification",
        "SslContextFactory",
        "SSLParameters",
        "SSLCheckServerIdentity",
        "setSSL",
        "StartTLS",
        "setTLS",
        "setDisableCNCheck",
        "setVerifyHost",
        "EndpointChecking",
        "invalidHostNameAllowed",
        "disabledAlgorithms",
        "ssl.",
        "https.",
        "jdk.tls.",
        "jdk.security.",
        "jdk.rmi.ssl.",
        "jdbc:",
        "mongodb",
        "amqp",
        "tcp:",
        "trust-all",
        "-ssl-validation",
        "SslValidation",
        "sslmode=",
    };

    private static final int UTF8 = 1;

    private Mentions() {}

    /** Whether the class is worth reading whole. */
    static boolean tls(ClassReader reader, byte[] bytes) {
        for (int item = 1; item < reader.getItemCount(); item++) {
            int at = reader.getItem(item);
            if (at > 0 && bytes[at - 1] == UTF8) {
                int length = (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
                if (hasWord(bytes, at + 2, Math.min(at + 2 + length, bytes.length))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean hasWord(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            for (String word : WORDS) {
                if (bytes[i] == word.charAt(0) && isAt(bytes, i, to, word)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isAt(byte[] bytes, int at, int to, String word) {
        if (at + word.length() > to) {
            return false;
        }
        for (int i = 1; i < word.length(); i++) {
            if (bytes[at + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
