package org.tlsguard.scan;

import org.objectweb.asm.Opcodes;

/** What the condition of a jump comes to, or depends on. */
final class Condition {

    private Condition() {}

    /** Whether the jump is taken; null where that depends. */
    static Boolean decided(int opcode, Fact a, Fact b) {
        switch (opcode) {
            case Opcodes.IFNULL:
                return a.isNull() ? Boolean.TRUE : a.isThere() ? Boolean.FALSE : null;
            case Opcodes.IFNONNULL:
                return a.isNull() ? Boolean.FALSE : a.isThere() ? Boolean.TRUE : null;
            case Opcodes.IF_ACMPEQ:
            case Opcodes.IF_ACMPNE:
                return null;
            default:
                boolean one = opcode <= Opcodes.IFLE;
                if (a.constant == Fact.SOME || !one && b.constant == Fact.SOME) {
                    return decidedBySome(opcode, a, one ? null : b);
                }
                Integer x = a.number();
                Integer y = one ? Integer.valueOf(0) : b.number();
                return x == null || y == null ? null : Boolean.valueOf(holds(opcode, x, y));
        }
    }

    /** One of the two is at least one; the other is zero, or nothing is known. */
    private static Boolean decidedBySome(int opcode, Fact a, Fact b) {
        Fact other = a.constant == Fact.SOME ? b : a;
        Integer zero = other == null ? Integer.valueOf(0) : other.number();
        if (zero == null || zero != 0) {
            return null;
        }
        // Any number that is at least one will do to find out.
        return a.constant == Fact.SOME ? holds(opcode, 1, 0) : holds(opcode, 0, 1);
    }

    private static boolean holds(int opcode, int x, int y) {
        switch (opcode) {
            case Opcodes.IFEQ:
            case Opcodes.IF_ICMPEQ:
                return x == y;
            case Opcodes.IFNE:
            case Opcodes.IF_ICMPNE:
                return x != y;
            case Opcodes.IFLT:
            case Opcodes.IF_ICMPLT:
                return x < y;
            case Opcodes.IFGE:
            case Opcodes.IF_ICMPGE:
                return x >= y;
            case Opcodes.IFGT:
            case Opcodes.IF_ICMPGT:
                return x > y;
            default:
                return x <= y;
        }
    }

    /** Upon what the jump depends, as {@link Marks}. */
    static int marks(int opcode, Fact a, Fact b) {
        if (opcode == Opcodes.IFNULL || opcode == Opcodes.IFNONNULL) {
            return a.carries != 0 ? Marks.PRESENCE : Marks.SETTING;
        }
        return marks(a.carries | b.carries);
    }

    /** Upon what a decision depends that is made by a value which carries that. */
    static int marks(int carries) {
        int marks = 0;
        marks |= Marks.has(carries, Fact.CHAIN | Fact.SERVED_ANCHOR) ? Marks.COMPARED : 0;
        marks |= Marks.has(carries, Fact.CLAIM) ? Marks.CLAIMED : 0;
        marks |= Marks.has(carries, Fact.NAME) ? Marks.NAMED : 0;
        marks |= Marks.has(carries, Fact.SESSION) ? Marks.SETTING : 0;
        marks |= Marks.has(carries, Fact.SIZE) ? Marks.PRESENCE : 0;
        return marks != 0 ? marks : Marks.SETTING;
    }
}
