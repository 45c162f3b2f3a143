package org.tlsguard.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The sizes a report keeps to, whatever it is given, so that neither memory nor files grow with an attacker's input.
 */
final class Bounds {

    /** A name: of a class, method, file, host, rule, suite, trust anchor. Distinguished names included. */
    static final int NAME = 1_000;
    /** A sentence or two. */
    static final int SENTENCES = 4_000;
    /** A few lines of policy. */
    static final int LINES = 16_000;
    /** Frames of a stack, names of a certificate. */
    static final int ENTRIES = 100;

    private Bounds() {}

    static String name(String text) {
        return Escape.bounded(text, NAME);
    }

    static String sentences(String text) {
        return Escape.bounded(text, SENTENCES);
    }

    static String lines(String text) {
        return Escape.bounded(text, LINES);
    }

    /**
     * An unmodifiable copy, without nulls, of at most {@link #ENTRIES} names, of which the last says how many were left
     * out. A list once bounded stays as it is when it is read back.
     */
    static List<String> names(List<String> names) {
        List<String> kept = new ArrayList<String>(Math.min(names.size(), ENTRIES));
        for (String name : names) {
            if (name == null) {
                continue;
            }
            if (kept.size() == ENTRIES - 1 && names.size() > ENTRIES) {
                kept.add("\u2026 and " + (names.size() - kept.size()) + " more");
                break;
            }
            kept.add(name(name));
        }
        return Collections.unmodifiableList(kept);
    }
}
