package org.tlsguard.engine.judge;

import java.security.cert.X509Certificate;
import java.util.List;

/** Proof, seen while the application decided, that a real validation of the peer's chain succeeded. */
final class Witness {

    /** End entity to anchor, as validated. */
    final List<X509Certificate> path;
    /** Whether the anchor came from the peer: the application has just put the peer's certificate into its store. */
    final boolean selfAnchored;
    /** Whether the end entity's usage was checked for the peer's role. */
    final boolean forRole;
    /** Whether the validity periods were checked as of now. */
    final boolean asOfNow;

    Witness(List<X509Certificate> path, boolean selfAnchored, boolean forRole, boolean asOfNow) {
        this.path = path;
        this.selfAnchored = selfAnchored;
        this.forRole = forRole;
        this.asOfNow = asOfNow;
    }

    /** Whether this one proves more than the other. */
    boolean isBetterThan(Witness other) {
        return other == null || score() > other.score();
    }

    private int score() {
        return (selfAnchored ? 0 : 4) + (asOfNow ? 2 : 0) + (forRole ? 1 : 0);
    }

    X509Certificate anchor() {
        return path.get(path.size() - 1);
    }
}
