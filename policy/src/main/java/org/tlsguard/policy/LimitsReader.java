package org.tlsguard.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Reads {@code baseline}, {@code protocols}, {@code ciphers} and {@code keys}, at the top level and at a destination. */
final class LimitsReader {
    private static final List<String> BASELINES = Fields.keys("modern", "intermediate", "legacy");
    static final List<String> VERSIONS = versions(Protocol.SSL_2_HELLO);
    private static final List<String> OLDEST = versions(Protocol.SSL_3);
    /** One suite of each kind that some baseline allows: enough to see whether anything is left. */
    private static final List<CipherSuite> TLS_1_3_SUITES = suites(
            "TLS_AES_128_GCM_SHA256",
            "TLS_AES_256_GCM_SHA384",
            "TLS_CHACHA20_POLY1305_SHA256",
            "TLS_AES_128_CCM_SHA256",
            "TLS_SM4_GCM_SM3");

    private static final List<CipherSuite> OLDER_SUITES = olderSuites();

    private final Problems problems;

    LimitsReader(Problems problems) {
        this.problems = problems;
    }

    private static List<String> versions(Protocol oldest) {
        List<String> ids = new ArrayList<>();
        for (Protocol protocol : Protocol.values()) {
            if (protocol.compareTo(oldest) >= 0) {
                ids.add(protocol.id());
            }
        }
        return Collections.unmodifiableList(ids);
    }

    private static List<CipherSuite> suites(String... names) {
        List<CipherSuite> suites = new ArrayList<>();
        for (String name : names) {
            suites.add(new CipherSuite(name));
        }
        return suites;
    }

    private static List<CipherSuite> olderSuites() {
        List<CipherSuite> suites = new ArrayList<>();
        for (String exchange : new String[] {
            "RSA",
            "DHE_RSA",
            "DHE_DSS",
            "ECDHE_RSA",
            "ECDHE_ECDSA",
            "ECDH_RSA",
            "ECDH_ECDSA",
            "PSK",
            "DHE_PSK",
            "ECDHE_PSK"
        }) {
            for (String cipher : new String[] {
                "AES_128_GCM_SHA256",
                "AES_256_GCM_SHA384",
                "AES_128_CBC_SHA",
                "AES_256_CBC_SHA",
                "AES_128_CBC_SHA256",
                "AES_256_CBC_SHA384",
                "AES_128_CCM",
                "CHACHA20_POLY1305_SHA256",
                "CAMELLIA_128_GCM_SHA256",
                "ARIA_128_GCM_SHA256"
            }) {
                suites.add(new CipherSuite("TLS_" + exchange + "_WITH_" + cipher));
            }
        }
        return suites;
    }

    /** Returns the named baseline, or null. */
    Baseline baseline(Fields fields) {
        return Baseline.of(fields.word("baseline", BASELINES));
    }

    Subtraction subtraction(Fields fields) {
        Protocol oldest = null;
        List<Protocol> protocols = new ArrayList<>();
        List<String> suites = new ArrayList<>();
        List<String> hashes = new ArrayList<>();
        int rsa = 0;
        int dh = 0;
        int ec = 0;
        if (fields.has("protocols")) {
            Fields inner = new Fields(fields.get("protocols"), "protocols", problems, Fields.keys("min", "disable"));
            oldest = Protocol.of(inner.word("min", OLDEST));
            for (Node version : inner.words("disable", VERSIONS)) {
                protocols.add(Protocol.of(version.text()));
            }
        }
        if (fields.has("ciphers")) {
            Fields inner = new Fields(fields.get("ciphers"), "ciphers", problems, Fields.keys("disable"));
            for (Node pattern : inner.texts("disable")) {
                String problem = SuitePattern.problem(pattern.text());
                if (problem != null) {
                    problems.add(pattern, problem);
                } else {
                    suites.add(pattern.text());
                }
            }
        }
        if (fields.has("keys")) {
            Fields inner = new Fields(fields.get("keys"), "keys", problems, Fields.keys("rsa", "dh", "ec", "disable"));
            rsa = inner.number("rsa", 512, 16384, 0);
            dh = inner.number("dh", 512, 16384, 0);
            ec = inner.number("ec", 112, 1024, 0);
            for (Node hash : inner.words("disable", SignatureHash.NAMES)) {
                hashes.add(hash.text());
            }
        }
        boolean nothing =
                oldest == null && rsa + dh + ec == 0 && protocols.isEmpty() && suites.isEmpty() && hashes.isEmpty();
        return nothing ? Subtraction.NOTHING : new Subtraction(oldest, protocols, suites, rsa, dh, ec, hashes);
    }

    /** Reports limits that leave nothing to connect with, at the key that took the last away. */
    void checkSomethingIsLeft(Limits limits, Fields fields) {
        if (limits.protocols().isEmpty()) {
            problems.add(place(fields, "protocols", "baseline"), "no version of TLS is left");
            return;
        }
        boolean suiteLeft = limits.protocols().contains(Protocol.TLS_1_3) && anyAllowed(limits, TLS_1_3_SUITES)
                || limits.protocols().iterator().next() != Protocol.TLS_1_3 && anyAllowed(limits, OLDER_SUITES);
        if (!suiteLeft) {
            problems.add(
                    place(fields, "ciphers", "protocols"), "no cipher suite is left for the versions of TLS that are");
        }
        if (limits.keys().refusedHashes().containsAll(Arrays.asList("SHA256", "SHA384", "SHA512"))) {
            problems.add(place(fields, "keys", "keys"), "no hash algorithm is left");
        }
    }

    private static Node place(Fields fields, String first, String second) {
        return fields.has(first) ? fields.get(first) : fields.has(second) ? fields.get(second) : fields.node();
    }

    private static boolean anyAllowed(Limits limits, List<CipherSuite> suites) {
        for (CipherSuite suite : suites) {
            if (limits.allows(suite)) {
                return true;
            }
        }
        return false;
    }
}
