package org.tlsguard.policy;

/**
 * What the peer of a connection is.
 */
public enum Role {
    /** The peer is a server; the application dialled it. */
    SERVER("server"),
    /** The peer is a client; the application accepted it. */
    CLIENT("client");

    private final String id;

    Role(String id) {
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
    public static Role of(String id) {
        for (Role value : values()) {
            if (value.id.equals(id)) {
                return value;
            }
        }
        return null;
    }
}
