package org.tlsguard.policy;

/**
 * What is done about a sin.
 */
public enum Mode {
    /** The rule is not looked at. */
    OFF("off"),
    /** Findings are reported; the application is left alone. */
    AUDIT("audit"),
    /** Findings are reported and acted on. */
    ENFORCE("enforce");

    private final String id;

    Mode(String id) {
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
    public static Mode of(String id) {
        for (Mode value : values()) {
            if (value.id.equals(id)) {
                return value;
            }
        }
        return null;
    }
}
