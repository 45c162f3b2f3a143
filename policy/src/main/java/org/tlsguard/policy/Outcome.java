package org.tlsguard.policy;

/**
 * What was done about a finding.
 */
public enum Outcome {
    /** Only reported: audit. */
    REPORTED("reported"),
    /** Made secure, and the application went on. */
    REWRITTEN("rewritten"),
    /** Refused. */
    VETOED("vetoed"),
    /** Allowed by an {@link Exemption}. */
    EXEMPTED("exempted");

    private final String id;

    Outcome(String id) {
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
    public static Outcome of(String id) {
        for (Outcome value : values()) {
            if (value.id.equals(id)) {
                return value;
            }
        }
        return null;
    }
}
