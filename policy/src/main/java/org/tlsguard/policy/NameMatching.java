package org.tlsguard.policy;

/**
 * How strictly a certificate is compared with a name.
 */
public enum NameMatching {
    /** RFC 9525: the common name never counts, a wildcard is a whole left-most label. */
    STRICT("strict"),
    /** As the JDK does: the common name counts where no DNS name is presented, wildcards may be part of the left-most label. */
    STANDARD("standard");

    private final String id;

    NameMatching(String id) {
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
    public static NameMatching of(String id) {
        for (NameMatching value : values()) {
            if (value.id.equals(id)) {
                return value;
            }
        }
        return null;
    }
}
