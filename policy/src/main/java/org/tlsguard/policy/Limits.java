package org.tlsguard.policy;

import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Versions, suites and keys that are allowed in one place: a baseline less the subtractions that hold there. */
final class Limits {
    /** More names than all known suites; a peer cannot choose them, but a provider might. */
    private static final int MOST_SUITES = 1024;

    private final Baseline baseline;
    private final Subtraction[] subtractions;
    private final Set<Protocol> protocols = EnumSet.noneOf(Protocol.class);
    private final ConcurrentMap<String, Boolean> suites = new ConcurrentHashMap<>();
    private final KeyRules keys;

    Limits(Baseline baseline, Subtraction... subtractions) {
        this.baseline = baseline;
        this.subtractions = subtractions;
        for (Protocol protocol : Protocol.values()) {
            if (protocol.compareTo(baseline.oldest()) >= 0 && !isTaken(protocol)) {
                protocols.add(protocol);
            }
        }
        keys = new KeyRules(baseline, subtractions);
    }

    private boolean isTaken(Protocol protocol) {
        for (Subtraction subtraction : subtractions) {
            if (subtraction.takes(protocol)) {
                return true;
            }
        }
        return false;
    }

    Baseline baseline() {
        return baseline;
    }

    /** Returns the allowed versions, oldest first; not to be changed. */
    Set<Protocol> protocols() {
        return protocols;
    }

    boolean allowsProtocol(String jsseVersion) {
        Protocol protocol = Protocol.of(jsseVersion);
        return protocol == null ? Protocol.isNewerThanKnown(jsseVersion) : protocols.contains(protocol);
    }

    boolean allowsSuite(String jsseSuite) {
        if (jsseSuite == null) {
            return false;
        }
        Boolean known = suites.get(jsseSuite);
        if (known == null) {
            known = allows(new CipherSuite(jsseSuite));
            if (suites.size() < MOST_SUITES) {
                suites.put(jsseSuite, known);
            }
        }
        return known;
    }

    /** The same where somebody has permitted a version that may be older than the baseline's: it has other suites. */
    boolean allowsSuite(String jsseSuite, String permittedVersion) {
        Protocol version = Protocol.of(permittedVersion);
        Baseline having = version == null ? baseline : baseline.having(version);
        return having == baseline
                ? allowsSuite(jsseSuite)
                : jsseSuite != null && allows(new CipherSuite(jsseSuite), having);
    }

    /** The same without the memory. */
    boolean allows(CipherSuite suite) {
        return allows(suite, baseline);
    }

    private boolean allows(CipherSuite suite, Baseline base) {
        if (suite.isSignal()) {
            return true;
        }
        if (!base.allows(suite)) {
            return false;
        }
        for (Subtraction subtraction : subtractions) {
            if (subtraction.takes(suite)) {
                return false;
            }
        }
        return true;
    }

    KeyRules keys() {
        return keys;
    }
}
