package org.tlsguard.policy;

/** Why an entry of a policy concerns a peer. Immutable. */
public final class Match {
    private final String where;
    private final String pattern;

    Match(String where, String pattern) {
        this.where = where;
        this.pattern = pattern;
    }

    /** Returns the place of the entry, such as {@code policy.yaml:12}. */
    public String where() {
        return where;
    }

    /** Returns the first pattern of the entry that matches the peer, in canonical form. */
    public String pattern() {
        return pattern;
    }
}
