package org.tlsguard.samples.tests;

/** What is to become of a sample. Without the guard and in audit it is the same by definition. */
enum Fate {
    /** Sins, and is stopped by a veto before a byte of the application reaches the peer. */
    VETOED(true, false),
    /** Sins and is stopped likewise, but the library between the socket and the application swallows the reason. */
    VETOED_UNHEARD(true, false),
    /** Sins, and finds no common ground with its peer once what is weak has been taken away. */
    DISARMED(true, false),
    /** Sins, but did no harm: goes on, made secure. */
    REWRITTEN(true, true),
    /** May be warned of what could have happened, but did nothing wrong and goes on. */
    TOLERATED(true, true),
    /** Sins, and a written exemption lets it. */
    EXEMPTED(true, true),
    /** Sins, and the policy only wants to know, whatever the mode. */
    REPORTED(true, true),
    /** Does everything right: goes on, and nobody doubts its peer. */
    CLEAN(true, true),
    /** Refuses its peer by itself. */
    HONEST_REFUSAL(false, false);

    private final boolean works;
    private final boolean worksEnforced;

    Fate(boolean works, boolean worksEnforced) {
        this.works = works;
        this.worksEnforced = worksEnforced;
    }

    boolean worksIn(Mode mode) {
        return mode == Mode.ENFORCE ? worksEnforced : works;
    }
}
