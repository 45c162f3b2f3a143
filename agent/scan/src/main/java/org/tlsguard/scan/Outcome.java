package org.tlsguard.scan;

import java.util.Objects;

/** One way a method or call can end: with a value or an exception, and upon what evidence. Immutable. */
final class Outcome {

    /** What was returned; {@link Fact#NOTHING} for void; null where it threw. */
    final Fact value;
    /** The internal name of the class of what was thrown; null where it returned. */
    final String thrown;
    /** See {@link Marks}. */
    final int marks;

    private Outcome(Fact value, String thrown, int marks) {
        this.value = value;
        this.thrown = thrown;
        this.marks = marks;
    }

    static Outcome returned(Fact value, int marks) {
        return new Outcome(value, null, marks);
    }

    static Outcome thrown(String className, int marks) {
        return new Outcome(null, className, marks);
    }

    boolean isThrown() {
        return thrown != null;
    }

    @Override
    public boolean equals(Object object) {
        if (!(object instanceof Outcome)) {
            return false;
        }
        Outcome other = (Outcome) object;
        return marks == other.marks && Objects.equals(value, other.value) && Objects.equals(thrown, other.thrown);
    }

    @Override
    public int hashCode() {
        return Objects.hash(value, thrown, marks);
    }
}
