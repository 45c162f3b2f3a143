package org.tlsguard.report;

import java.util.Locale;

/** How grave a finding is, and what SARIF and the code scanning services call that. */
enum Severity {
    UNKNOWN("warning", null),
    LOW("note", "3.0"),
    MEDIUM("warning", "5.5"),
    HIGH("error", "8.0"),
    CRITICAL("error", "9.5");

    private final String level;
    private final String score;

    Severity(String level, String score) {
        this.level = level;
        this.score = score;
    }

    static Severity of(Finding finding) {
        String name = finding.severity();
        if ("critical".equals(name)) {
            return CRITICAL;
        } else if ("high".equals(name)) {
            return HIGH;
        } else if ("medium".equals(name)) {
            return MEDIUM;
        } else if ("low".equals(name)) {
            return LOW;
        } else {
            return UNKNOWN;
        }
    }

    /** From 0, the higher the graver. */
    int weight() {
        return ordinal();
    }

    /** The {@code severity_id} of OCSF 1.3.0, which has one more, informational, below low. */
    int ocsf() {
        return this == UNKNOWN ? 0 : ordinal() + 1;
    }

    /** The caption that goes with it. */
    String title() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }

    /** The {@code level} of SARIF 2.1.0, section 3.27.10. */
    String level() {
        return level;
    }

    /** The {@code security-severity} GitHub's code scanning ranks by, on the scale of CVSS; or null. */
    String score() {
        return score;
    }
}
