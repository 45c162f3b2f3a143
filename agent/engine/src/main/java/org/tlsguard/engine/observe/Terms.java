package org.tlsguard.engine.observe;

import org.tlsguard.policy.Mode;
import org.tlsguard.policy.PeerPolicy;
import org.tlsguard.policy.Rule;

/** By what something is judged: what a policy says about a peer, in which mode, and whether that is only tried. Immutable. */
public final class Terms {

    /** What the policy says. */
    public final PeerPolicy policy;

    /** Whether that policy is the candidate, by which nothing is done. */
    public final boolean candidate;

    private final Mode mode;

    /**
     * Makes terms.
     *
     * @param mode the mode of every rule for which the policy names none; {@code OFF} switches all of them off
     */
    public Terms(PeerPolicy policy, Mode mode, boolean candidate) {
        this.policy = policy;
        this.mode = mode;
        this.candidate = candidate;
    }

    /** The mode of a rule. */
    public Mode mode(Rule rule) {
        return mode == Mode.OFF ? Mode.OFF : policy.mode(rule, mode);
    }
}
