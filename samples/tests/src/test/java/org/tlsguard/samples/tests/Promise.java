package org.tlsguard.samples.tests;

import java.util.Locale;
import org.tlsguard.samples.tests.HallOfShame.Finding;

/**
 * A finding that must be in the report.
 *
 * @param cause null if any will do
 * @param culprit the class that switched the check off; null if any will do
 */
record Promise(String rule, String cause, State state, String culprit) {

    enum State {
        ACTIVE,
        LATENT
    }

    static Promise active(String rule, String cause) {
        return new Promise(rule, cause, State.ACTIVE, null);
    }

    static Promise latent(String rule, String cause) {
        return new Promise(rule, cause, State.LATENT, null);
    }

    Promise by(String className) {
        return new Promise(rule, cause, state, className);
    }

    boolean isActive() {
        return state == State.ACTIVE;
    }

    boolean keptBy(Finding finding, Mode mode) {
        return finding.rule().equals(rule)
                && (cause == null || cause.equals(finding.cause()))
                && finding.state().equalsIgnoreCase(state.name())
                && finding.outcome().equals(outcome(mode))
                && (culprit == null
                        || finding.origin() != null
                                && culprit.equals(finding.origin().type()));
    }

    String describe(Mode mode) {
        return rule
                + '/'
                + (cause == null ? "*" : cause)
                + ' '
                + state.name().toLowerCase(Locale.ROOT)
                + ' '
                + outcome(mode)
                + (culprit == null ? "" : " by " + culprit);
    }

    private String outcome(Mode mode) {
        if (mode == Mode.AUDIT) {
            return "reported";
        }
        return isActive() ? "vetoed" : "rewritten";
    }
}
