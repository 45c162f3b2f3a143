package org.tlsguard.samples.tests;

import java.util.regex.Pattern;

/** What of the matrices is to be run: the two switches that all of them have. */
public final class Wanted {

    private static final boolean FULL = "full".equals(System.getProperty("tlsguard.matrix"));
    private static final Pattern ONLY = Pattern.compile(System.getProperty("tlsguard.matrix.only", ""));

    private Wanted() {}

    /** Whether each cell on every JDK: {@code -Dtlsguard.matrix=full}. */
    static boolean isFull() {
        return FULL;
    }

    /** Whether there is more to choose from than the quick ones: all are run, or some of all are named. */
    public static boolean isAnyCell() {
        return FULL || !ONLY.pattern().isEmpty();
    }

    /** Whether a cell of this name is among those named: {@code -Dtlsguard.matrix.only=REGEX}. */
    public static boolean includes(String name) {
        return ONLY.matcher(name).find();
    }
}
