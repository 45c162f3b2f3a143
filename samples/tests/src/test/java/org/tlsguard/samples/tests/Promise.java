package org.tlsguard.samples.tests;

import java.util.List;
import java.util.Locale;
import org.tlsguard.samples.tests.HallOfShame.Finding;

/**
 * A finding that must be in the report.
 *
 * @param cause null if any will do
 * @param state null if there must be no finding of this rule
 * @param culprit the class that switched the check off, of which method, line, jar and caller must be known; null if any will do
 * @param words what the message must say
 * @param location where the culprit's jar must have been found; empty if anywhere will do
 * @param single whether the report must have exactly one
 * @param beyondRepair whether the guard can do no more than report it, in enforce mode too
 */
record Promise(
        String rule,
        String cause,
        State state,
        String culprit,
        String words,
        String location,
        boolean single,
        boolean beyondRepair) {

    enum State {
        ACTIVE,
        LATENT;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Promise active(String rule, String cause) {
        return new Promise(rule, cause, State.ACTIVE, null, "", "", false, false);
    }

    static Promise latent(String rule, String cause) {
        return new Promise(rule, cause, State.LATENT, null, "", "", false, false);
    }

    static Promise nothingOf(String rule) {
        return new Promise(rule, null, null, null, "", "", false, false);
    }

    Promise by(String className) {
        return new Promise(rule, cause, state, className, words, location, single, beyondRepair);
    }

    Promise by(Class<?> type) {
        return by(type.getName());
    }

    Promise saying(String text) {
        return new Promise(rule, cause, state, culprit, text, location, single, beyondRepair);
    }

    Promise in(String jar) {
        return new Promise(rule, cause, state, culprit, words, jar, single, beyondRepair);
    }

    Promise once() {
        return new Promise(rule, cause, state, culprit, words, location, true, beyondRepair);
    }

    Promise merelyReported() {
        return new Promise(rule, cause, state, culprit, words, location, single, true);
    }

    boolean keptBy(List<? extends Finding> findings, Fate fate, Mode mode) {
        long fitting =
                findings.stream().filter(finding -> fits(finding, fate, mode)).count();
        return state == null ? fitting == 0 : single ? fitting == 1 : fitting > 0;
    }

    private boolean fits(Finding finding, Fate fate, Mode mode) {
        if (state == null) {
            return rule.equals(finding.rule());
        }
        return rule.equals(finding.rule())
                && (cause == null || cause.equals(finding.cause()))
                && state.toString().equals(finding.state())
                && outcome(fate, mode).equals(finding.outcome())
                && finding.message().contains(words)
                && (culprit == null || isCulprit(finding.origin()));
    }

    private boolean isCulprit(HallOfShame.Origin origin) {
        return origin != null
                && culprit.equals(origin.type())
                && origin.isComplete()
                && origin.location().endsWith(location);
    }

    String describe(Fate fate, Mode mode) {
        if (state == null) {
            return "no finding of " + rule;
        }
        return rule
                + '/'
                + (cause == null ? "*" : cause)
                + ' '
                + state
                + ' '
                + outcome(fate, mode)
                + (single ? ", once" : "")
                + (words.isEmpty() ? "" : ", saying " + words)
                + (culprit == null ? "" : " by " + culprit + ", with method, line, jar " + location + " and caller");
    }

    private String outcome(Fate fate, Mode mode) {
        if (fate == Fate.EXEMPTED) {
            return "exempted";
        }
        if (beyondRepair || fate == Fate.REPORTED || mode == Mode.AUDIT) {
            return "reported";
        }
        return state == State.ACTIVE ? "vetoed" : "rewritten";
    }
}
