package org.tlsguard.policy;

/** Something in a policy that keeps it from being used. Immutable. */
public final class Problem {
    private final String file;
    private final int line;
    private final int column;
    private final String message;

    Problem(String file, int line, int column, String message) {
        this.file = file;
        this.line = line;
        this.column = column;
        this.message = message;
    }

    /** Returns the file as given to {@link Policy#load}. */
    public String file() {
        return file;
    }

    /** Returns the line of the key or value, from 1. */
    public int line() {
        return line;
    }

    /** Returns the column of its first character, from 1, in Unicode code points. */
    public int column() {
        return column;
    }

    /** Returns what is wrong, and where there is a guess, what may have been meant; one line, printable characters only. */
    public String message() {
        return message;
    }

    /** Returns {@code FILE:LINE:COLUMN: what is wrong (did you mean …?)}. */
    @Override
    public String toString() {
        return file + ':' + line + ':' + column + ": " + message;
    }
}
