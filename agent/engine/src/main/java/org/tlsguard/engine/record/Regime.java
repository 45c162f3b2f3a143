package org.tlsguard.engine.record;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.tlsguard.engine.observe.Terms;
import org.tlsguard.policy.Mode;
import org.tlsguard.policy.Peer;
import org.tlsguard.policy.Policy;
import org.tlsguard.policy.Role;
import org.tlsguard.policy.Rule;

/**
 * What is in force: the policy with its mode, and the candidate that is tried beside it. Immutable, and replaced as a whole,
 * so that nobody judges by half an old policy and half a new one.
 */
public final class Regime {

    private final Policy policy;
    private final Mode mode;
    private final Policy candidate;
    private final Mode candidateMode;
    private final List<Terms> general;

    private Regime(Policy policy, Mode mode, Policy candidate, Mode candidateMode) {
        this.policy = policy;
        this.mode = mode;
        this.candidate = candidate;
        this.candidateMode = candidateMode;
        Peer nobody = Peer.of(Role.SERVER, null, -1);
        general = candidate == null
                ? Collections.singletonList(terms(nobody))
                : Collections.unmodifiableList(Arrays.asList(candidateTerms(nobody), terms(nobody)));
    }

    /** A policy without a candidate. */
    public static Regime of(Policy policy, Mode mode) {
        return new Regime(policy, mode, null, null);
    }

    /**
     * The same with a candidate.
     *
     * @param tried the candidate
     * @param itsMode the mode in which it would be in force
     */
    public Regime trying(Policy tried, Mode itsMode) {
        return new Regime(policy, mode, tried, itsMode);
    }

    /**
     * Whether what cannot be judged is refused, where the terms of its peer are not at hand.
     *
     * @param rules by which it would have been judged
     */
    public boolean failsClosed(Rule... rules) {
        Terms inForce = general.get(general.size() - 1);
        boolean enforced = mode == Mode.ENFORCE;
        for (Rule each : rules) {
            enforced |= inForce.mode(each) == Mode.ENFORCE;
        }
        return enforced;
    }

    /** The policy in force. */
    public Policy policy() {
        return policy;
    }

    /** The mode of every rule for which the policy in force names none. */
    public Mode mode() {
        return mode;
    }

    /** The candidate; null when there is none. */
    public Policy candidate() {
        return candidate;
    }

    /** What holds for a peer. */
    public Terms terms(Peer peer) {
        return new Terms(policy.forPeer(peer), mode, false);
    }

    /** What would hold for a peer by the candidate; null when there is none. */
    public Terms candidateTerms(Peer peer) {
        return candidate == null ? null : new Terms(candidate.forPeer(peer), candidateMode, true);
    }

    /** What holds for what belongs to no peer: by the candidate, if there is one, and then by the policy in force. */
    public List<Terms> general() {
        return general;
    }
}
