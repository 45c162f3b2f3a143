package org.tlsguard.policy;

/**
 * Whether a sin did harm.
 */
public enum State {
    /** It did harm on a real connection. */
    ACTIVE("active"),
    /** It stands ready to. */
    LATENT("latent");

    private final String id;

    State(String id) {
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
    public static State of(String id) {
        for (State value : values()) {
            if (value.id.equals(id)) {
                return value;
            }
        }
        return null;
    }
}
