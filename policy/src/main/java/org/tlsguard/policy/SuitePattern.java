package org.tlsguard.policy;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Checks patterns over the names of cipher suites. A pattern with a slip in it would match nothing and protect nobody, in
 * silence; so each word has to be one of which names are made.
 */
final class SuitePattern {
    /** The words in the IANA registry of TLS cipher suites, and in the names that JSSE and SSL 3.0 had before. */
    private static final List<String> WORDS = Collections.unmodifiableList(Arrays.asList(
            "TLS",
            "SSL",
            "WITH",
            "NULL",
            "RSA",
            "DH",
            "DHE",
            "ECDH",
            "ECDHE",
            "ECDSA",
            "DSS",
            "ANON",
            "PSK",
            "SRP",
            "KRB5",
            "ECCPWD",
            "EXPORT",
            "EXPORT1024",
            "FIPS",
            "FORTEZZA",
            "KEA",
            "DMS",
            "RC4",
            "RC2",
            "DES",
            "DES40",
            "3DES",
            "EDE",
            "IDEA",
            "SEED",
            "CAMELLIA",
            "ARIA",
            "AES",
            "CHACHA20",
            "POLY1305",
            "SM3",
            "SM4",
            "AEGIS",
            "GOSTR341112",
            "GOSTR341001",
            "KUZNYECHIK",
            "MAGMA",
            "28147",
            "CNT",
            "IMIT",
            "CTR",
            "OMAC",
            "MGM",
            "CBC",
            "GCM",
            "CCM",
            "CCM8",
            "OCB",
            "8",
            "40",
            "56",
            "128",
            "128L",
            "128X2",
            "192",
            "256",
            "256X2",
            "L",
            "S",
            "MD5",
            "SHA",
            "SHA256",
            "SHA384",
            "SHA512",
            "EMPTY",
            "RENEGOTIATION",
            "INFO",
            "FALLBACK",
            "SCSV"));

    private SuitePattern() {}

    /** Returns what is wrong with a pattern, or null. */
    static String problem(String pattern) {
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (!(c == '*' || c == '_' || c < 128 && Character.isLetterOrDigit(c))) {
                return "this is no JSSE name of a cipher suite, in which * stands for anything";
            }
        }
        for (String word : pattern.toUpperCase(Locale.ROOT).split("_")) {
            if (word.indexOf('*') < 0) {
                if (!word.isEmpty() && !WORDS.contains(word)) {
                    return "no cipher suite has " + Problems.shown(word) + " in its name"
                            + Suggestion.among(word, WORDS);
                }
            } else {
                for (String part : word.split("\\*")) {
                    if (!isPartOfWord(part)) {
                        return "no cipher suite has " + Problems.shown(part) + " in its name"
                                + Suggestion.among(part, WORDS);
                    }
                }
            }
        }
        return null;
    }

    private static boolean isPartOfWord(String part) {
        for (String word : WORDS) {
            if (word.contains(part)) {
                return true;
            }
        }
        return false;
    }
}
