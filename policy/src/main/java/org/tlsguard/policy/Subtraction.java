package org.tlsguard.policy;

import java.util.Collections;
import java.util.List;

/**
 * What the keys {@code protocols}, {@code ciphers} and {@code keys} of one place in a policy take away from its baseline.
 * Immutable.
 */
final class Subtraction {
    static final Subtraction NOTHING = new Subtraction(
            null,
            Collections.<Protocol>emptyList(),
            Collections.<String>emptyList(),
            0,
            0,
            0,
            Collections.<String>emptyList());

    /** The oldest version, or null. */
    final Protocol oldest;

    final List<Protocol> protocols;
    /** Patterns as written. */
    final List<String> suites;
    /** Smallest sizes in bits, or 0. */
    final int rsa;

    final int dh;
    final int ec;
    final List<String> hashes;

    Subtraction(
            Protocol oldest,
            List<Protocol> protocols,
            List<String> suites,
            int rsa,
            int dh,
            int ec,
            List<String> hashes) {
        this.oldest = oldest;
        this.protocols = protocols;
        this.suites = suites;
        this.rsa = rsa;
        this.dh = dh;
        this.ec = ec;
        this.hashes = hashes;
    }

    boolean takes(Protocol protocol) {
        return oldest != null && protocol.compareTo(oldest) < 0 || protocols.contains(protocol);
    }

    boolean takes(CipherSuite suite) {
        for (String pattern : suites) {
            if (Glob.matches(CipherSuite.unprefixed(pattern), suite.name())) {
                return true;
            }
        }
        return false;
    }
}
