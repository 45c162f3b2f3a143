package org.tlsguard.scan;

import java.util.Set;

/** What the ways a gate can end say about it. Immutable. */
final class Judgement {

    final Certainty certainty;
    /** What it does wrong, as the end of a sentence that begins with the method's name. */
    final String words;

    private Judgement(Certainty certainty, String words) {
        this.certainty = certainty;
        this.words = words;
    }

    /**
     * Judges a gate.
     *
     * @param outcomes how it can end; not empty
     * @return null where there is nothing to blame
     */
    static Judgement of(Gate.Question question, Set<Outcome> outcomes) {
        int evidence = question == Gate.Question.NAME ? Marks.NAME_EVIDENCE : Marks.TRUST_EVIDENCE;
        int accepted = 0;
        int refused = 0;
        boolean accepts = false;
        boolean refuses = false;
        Integer weakest = null;
        for (Outcome outcome : outcomes) {
            int marks = outcome.marks;
            boolean yes = !outcome.isThrown();
            boolean no = outcome.isThrown();
            if (yes && outcome.value != Fact.NOTHING) {
                Integer constant = outcome.value.number();
                yes = constant == null || constant != 0;
                no = constant == null || constant == 0;
                marks |= constant == null ? Condition.marks(outcome.value.carries) : 0;
            }
            if (no) {
                refuses = true;
                refused |= marks;
            }
            if (yes) {
                accepts = true;
                accepted |= marks;
                if (isWeak(marks, evidence)
                        && (weakest == null || Integer.bitCount(marks) < Integer.bitCount(weakest))) {
                    weakest = marks;
                }
            }
        }
        if (!accepts) {
            return null;
        }
        if (!refuses) {
            return nobody(question, accepted);
        }
        if (!Marks.has(refused, evidence)) {
            return irrelevant(question, refused);
        }
        return weakest == null ? null : sometimes(question, weakest);
    }

    /** Whether the peer is let pass although nothing vouches for it, or although it was refused. */
    private static boolean isWeak(int marks, int evidence) {
        if (Marks.has(marks, Marks.PRESENCE) && !Marks.has(marks, Marks.REFUSED | Marks.SETTING)) {
            // Nothing to look at: the JDK never gives that to a gate, or somebody looked and there was nothing.
            return false;
        }
        if (Marks.has(marks, Marks.FAULT) && Marks.has(marks, Marks.NAMED)) {
            // The comparison that would follow a failure is one with nothing.
            return false;
        }
        return Marks.has(marks, Marks.REFUSED)
                ? !Marks.has(marks, (evidence | Marks.CLAIMED) & ~Marks.REFUSED)
                : !Marks.has(marks, evidence);
    }

    private static Judgement nobody(Gate.Question question, int accepted) {
        String who = question == Gate.Question.NAME ? "any name" : "anyone";
        if (Marks.has(accepted, Marks.REFUSED)) {
            return new Judgement(Certainty.CERTAIN, "has it verified and ignores the refusal: it accepts " + who);
        }
        if (Marks.has(accepted, Marks.UNKNOWN)) {
            return new Judgement(
                    Certainty.CERTAIN, "can refuse nobody, whatever the code that it calls says: it accepts " + who);
        }
        return new Judgement(Certainty.CERTAIN, "can refuse nobody: it accepts " + who);
    }

    /** It refuses, but never because of who the peer is. */
    private static Judgement irrelevant(Gate.Question question, int refused) {
        if (Marks.has(refused, Marks.SELF_ANCHORED)) {
            return new Judgement(
                    Certainty.LIKELY, "verifies the chain with nothing but the chain itself, which anyone can make up");
        }
        if (question != Gate.Question.NAME && Marks.has(refused, Marks.CLAIMED)) {
            return new Judgement(
                    Certainty.LIKELY, "looks only at what the certificate says, which anyone can write into one");
        }
        if (question == Gate.Question.NAME && Marks.has(refused, Marks.NAMED)) {
            return new Judgement(Certainty.LIKELY, "looks at the name that was dialled and not at the certificate");
        }
        if (Marks.has(refused, Marks.DATED)) {
            return new Judgement(Certainty.CERTAIN, "looks at the period of validity only: it accepts anyone in date");
        }
        if (Marks.has(refused, Marks.SETTING)) {
            return new Judgement(
                    Certainty.LIKELY,
                    "refuses by something that has nothing to do with the certificate: otherwise it accepts "
                            + (question == Gate.Question.NAME ? "any name" : "anyone"));
        }
        return new Judgement(
                Certainty.CERTAIN,
                question == Gate.Question.NAME
                        ? "refuses only where there is nothing to look at: it accepts any name"
                        : "refuses only where there is no certificate at all: it accepts anyone");
    }

    /** It can tell peers apart, but there is a way past that. */
    private static Judgement sometimes(Gate.Question question, int weakest) {
        String who = question == Gate.Question.NAME ? "any certificate" : "anyone";
        if (Marks.has(weakest, Marks.REFUSED)) {
            return Marks.has(weakest, Marks.SETTING)
                    ? new Judgement(Certainty.POSSIBLE, "ignores, under a condition, that verification failed")
                    : new Judgement(Certainty.LIKELY, "ignores some of the reasons for which verification fails");
        }
        if (question == Gate.Question.TRUST_WAIVER) {
            return new Judgement(Certainty.POSSIBLE, "waives verification under a condition");
        }
        if (Marks.has(weakest, Marks.FAULT)) {
            return new Judgement(Certainty.POSSIBLE, "accepts " + who + " after a failure of something else");
        }
        if (Marks.has(weakest, Marks.NAMED)) {
            return new Judgement(Certainty.POSSIBLE, "accepts " + who + " for some names");
        }
        return new Judgement(Certainty.POSSIBLE, "verifies only under a condition, and otherwise accepts " + who);
    }

    static boolean acceptsNobody(Set<Outcome> outcomes) {
        for (Outcome outcome : outcomes) {
            if (!outcome.isThrown()) {
                return false;
            }
        }
        return true;
    }
}
