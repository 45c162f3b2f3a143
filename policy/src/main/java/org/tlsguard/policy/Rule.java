package org.tlsguard.policy;

/**
 * A question asked of every connection. Its possible answers in the negative are {@link Cause causes}.
 */
public enum Rule {
    /** Does the peer's chain lead to a trust anchor, in time, by sound signatures and constraints (RFC 5280, section 6)? */
    TRUST("trust"),
    /** Is the peer the host that was dialled (RFC 9525)? */
    NAME("name"),
    /** Is the TLS version still considered secure (RFC 8996, RFC 9325)? */
    PROTOCOL("protocol"),
    /** Is the cipher suite still considered secure (RFC 9325, section 4)? */
    CIPHER("cipher"),
    /** Are key sizes and signature algorithms of the chain and the key exchange sufficient? */
    KEY("key"),
    /** Has the certificate been revoked (RFC 6960, RFC 5280 section 5)? Off unless a policy names it. */
    REVOCATION("revocation"),
    /** Do JVM-wide switches weaken TLS? */
    CONFIGURATION("configuration"),
    /** Is there TLS in this JVM that tlsguard cannot see or guard? */
    COVERAGE("coverage");

    private final String id;

    Rule(String id) {
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
    public static Rule of(String id) {
        for (Rule value : values()) {
            if (value.id.equals(id)) {
                return value;
            }
        }
        return null;
    }
}
