package org.tlsguard.policy;

import java.util.Date;

/** The end that an entry of a policy has. Immutable. */
public final class Term {
    /** What it is that ends. */
    public enum Kind {
        /** A destination: afterwards its pins only restrict, and its name is not expected. */
        DESTINATION("destination"),
        /** An exemption: afterwards it allows nothing. */
        EXEMPTION("exemption");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        /** Returns the word for it, in the singular. */
        public String id() {
            return id;
        }
    }

    private final Kind kind;
    private final String where;
    private final String lastDay;
    private final long end;
    private final String reason;
    private final String owner;

    Term(Kind kind, String where, String reason, String owner, String lastDay, long end) {
        this.kind = kind;
        this.where = where;
        this.reason = reason;
        this.owner = owner;
        this.lastDay = lastDay;
        this.end = end;
    }

    /** Returns what ends. */
    public Kind kind() {
        return kind;
    }

    /** Returns the place of the entry, such as {@code policy.yaml:31}. */
    public String where() {
        return where;
    }

    /** Returns why the entry was made; null when a destination does not say. */
    public String reason() {
        return reason;
    }

    /** Returns who answers for the entry; null when a destination does not say. */
    public String owner() {
        return owner;
    }

    /** Returns the last instant at which the entry holds: the end of its last day, UTC. */
    public Date end() {
        return new Date(end);
    }

    /** Returns the last day on which the entry holds, UTC, {@code YYYY-MM-DD}. */
    public String lastDay() {
        return lastDay;
    }

    /**
     * Tells whether the end has passed.
     *
     * @param now not null
     */
    public boolean hasPassed(Date now) {
        return now.getTime() > end;
    }
}
