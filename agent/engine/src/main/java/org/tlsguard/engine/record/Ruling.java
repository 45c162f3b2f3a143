package org.tlsguard.engine.record;

import org.tlsguard.policy.Outcome;

/** What came of a sin. */
public final class Ruling {

    private final Outcome outcome;
    private final String message;

    Ruling(Outcome outcome, String message) {
        this.outcome = outcome;
        this.message = message;
    }

    /** Whether the peer, or the use of it, is refused. */
    public boolean isVeto() {
        return outcome == Outcome.VETOED;
    }

    /** The outcome; null when the rule is off here. */
    public Outcome outcome() {
        return outcome;
    }

    /** What the application is told: the rule, the cause, the code at fault, and what would allow exactly this. */
    public String message() {
        return message;
    }
}
