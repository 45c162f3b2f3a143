package org.tlsguard.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with a file, so that its author learns everything at once. */
final class Problems {
    /** Nobody reads more, and a file made of mistakes must not fill the memory. */
    private static final int MOST = 100;

    private static final int LONGEST_QUOTE = 60;

    private final String file;
    private final List<Problem> found = new ArrayList<>();

    Problems(String file) {
        this.file = file;
    }

    void add(Node at, String message) {
        add(at.line(), at.column(), message);
    }

    void add(int line, int column, String message) {
        if (found.size() < MOST) {
            found.add(new Problem(file, line, column, message));
        }
    }

    /** Adds a problem only when there is no other to explain it. */
    void addIfNone(int line, int column, String message) {
        if (found.isEmpty()) {
            add(line, column, message);
        }
    }

    /** Throws when there is a problem. */
    void check() throws PolicyException {
        if (!found.isEmpty()) {
            // Some questions are asked only when the whole file is known; the reader goes from top to bottom.
            Collections.sort(found, new Comparator<Problem>() {
                @Override
                public int compare(Problem a, Problem b) {
                    int byLine = Integer.compare(a.line(), b.line());
                    return byLine != 0 ? byLine : Integer.compare(a.column(), b.column());
                }
            });
            throw new PolicyException(found);
        }
    }

    /** Returns a text from the file, cut and escaped so that it can be shown on a terminal. */
    static String shown(String text) {
        if (text.length() <= LONGEST_QUOTE) {
            return Yaml.escaped(text);
        }
        // A surrogate pair is not cut in two.
        int end = Character.isHighSurrogate(text.charAt(LONGEST_QUOTE - 1)) ? LONGEST_QUOTE - 1 : LONGEST_QUOTE;
        return Yaml.escaped(text.substring(0, end)) + "…";
    }
}
