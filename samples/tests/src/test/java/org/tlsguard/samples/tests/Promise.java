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
        LATENT;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
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

    boolean keptBy(Finding finding, Mode mode) {
        return rule.equals(finding.rule())
                && (cause == null || cause.equals(finding.cause()))
                && state.toString().equals(finding.state())
                && outcome(mode).equals(finding.outcome())
                && (culprit == null
                        || finding.origin() != null
                                && culprit.equals(finding.origin().type()));
    }

    String describe(Mode mode) {
        return rule
                + '/'
                + (cause == null ? "*" : cause)
                + ' '
                + state
                + ' '
                + outcome(mode)
                + (culprit == null ? "" : " by " + culprit);
    }

    private String outcome(Mode mode) {
        if (mode == Mode.AUDIT) {
            return "reported";
        }
        return state == State.ACTIVE ? "vetoed" : "rewritten";
    }
}
