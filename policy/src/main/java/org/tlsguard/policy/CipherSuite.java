package org.tlsguard.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What the name of a cipher suite tells about it. Names are judged by the words they are made of and not by a table, so
 * that suites of other providers, and those yet to come, get the same judgement.
 */
final class CipherSuite {
    /** Signals that travel in the list of suites but are none (RFC 5746, section 3.3; RFC 7507). */
    private static final List<String> SIGNALS = Arrays.asList("EMPTY_RENEGOTIATION_INFO_SCSV", "FALLBACK_SCSV");

    /**
     * Broken or without secrecy or authentication: RFC 9325, section 4.1 (NULL, export, RC4), RFC 5469 (DES, IDEA), RFC
     * 8429 (3DES), RFC 6151 (MD5), anonymous key exchange (RFC 5246, section A.5), and Kerberos (RFC 2712), whose suites
     * use nothing better.
     */
    private static final List<String> BROKEN = Arrays.asList(
            "NULL",
            "ANON",
            "EXPORT",
            "EXPORT1024",
            "RC4",
            "RC2",
            "DES",
            "DES40",
            "3DES",
            "IDEA",
            "FORTEZZA",
            "MD5",
            "KRB5");

    private final String name;
    private final List<String> words;

    /** Takes the JSSE name; the prefixes {@code SSL_} and {@code TLS_}, and upper and lower case, are the same. */
    CipherSuite(String jsseName) {
        name = unprefixed(jsseName);
        words = Arrays.asList(name.split("_"));
    }

    /** Returns a name or pattern in the form in which patterns compare. */
    static String unprefixed(String jsseName) {
        String upper = jsseName.toUpperCase(Locale.ROOT);
        return upper.startsWith("TLS_") || upper.startsWith("SSL_") ? upper.substring(4) : upper;
    }

    /** Returns the name in upper case without {@code TLS_} or {@code SSL_}. */
    String name() {
        return name;
    }

    boolean isSignal() {
        return SIGNALS.contains(name);
    }

    boolean isBroken() {
        for (String word : words) {
            if (BROKEN.contains(word)) {
                return true;
            }
        }
        // RFC 9150: the suites of TLS 1.3 that do not encrypt have no word for it, only hashes.
        return name.isEmpty() || !words.contains("WITH") && words.get(0).startsWith("SHA");
    }

    /** Suites of TLS 1.3 name no key exchange; it is ephemeral always (RFC 8446, section 1.2). */
    boolean isTls13() {
        return !words.contains("WITH") && isAuthenticatedEncryption() && !isBroken();
    }

    /** RFC 9325, section 4.1: (EC)DHE. DSA is gone since FIPS 186-5, and Mozilla's guideline never had it. */
    boolean isForwardSecret() {
        String exchange = words.get(0);
        return (exchange.equals("ECDHE") || exchange.equals("DHE")) && !words.contains("DSS") && !isBroken();
    }

    /** RFC 9325, section 4.1. {@code CCM_8} does not count: its tag of 64 bits is for constrained devices (RFC 6655). */
    boolean isAuthenticatedEncryption() {
        int ccm = words.indexOf("CCM");
        if (words.contains("CCM8")
                || ccm >= 0 && ccm + 1 < words.size() && words.get(ccm + 1).equals("8")) {
            return false;
        }
        return ccm >= 0
                || words.contains("GCM")
                || words.contains("OCB")
                || words.contains("POLY1305")
                || words.get(0).startsWith("AEGIS");
    }
}
