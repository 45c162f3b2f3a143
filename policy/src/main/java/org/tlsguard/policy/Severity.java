package org.tlsguard.policy;

/**
 * How bad a finding is, worst first.
 */
public enum Severity {
    /** Anyone on the path can read and change everything, now. */
    CRITICAL("critical"),
    /** An attacker with some luck or means can. */
    HIGH("high"),
    /** A defence is missing that is needed only once another one fails. */
    MEDIUM("medium"),
    /** Worth knowing. */
    LOW("low");

    private final String id;

    Severity(String id) {
        this.id = id;
    }

    /** Returns the word used for this constant in policies and reports. */
    public String id() {
        return id;
    }

    /**
     * Returns the constant with the given id.
     *
     * @param id a word from a policy or a report; case matters; may be null
     * @return the constant, or null when no constant has that id
     */
    public static Severity of(String id) {
        for (Severity value : values()) {
            if (value.id.equals(id)) {
                return value;
            }
        }
        return null;
    }
}
