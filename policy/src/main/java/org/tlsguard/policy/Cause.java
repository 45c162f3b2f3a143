package org.tlsguard.policy;

/**
 * Why a {@link Rule} is broken. Which causes belong to which rule is told by {@link Catalogue#causes(Rule)}.
 */
public enum Cause {
    /** The end entity vouches for itself and is no trust anchor. */
    SELF_SIGNED("self-signed"),
    /** No path leads to a trust anchor. */
    UNKNOWN_ISSUER("unknown-issuer"),
    /** A certificate of the path is past its validity (RFC 5280, section 4.1.2.5). */
    EXPIRED("expired"),
    /** A certificate of the path is before its validity (RFC 5280, section 4.1.2.5). */
    NOT_YET_VALID("not-yet-valid"),
    /** A signature of the path does not verify. */
    BAD_SIGNATURE("bad-signature"),
    /** An issuer of the path may not issue: basic constraints, path length or key usage (RFC 5280, section 4.2.1.9). */
    NOT_A_CA("not-a-ca"),
    /** A name lies outside what an issuer may certify (RFC 5280, section 4.2.1.10). */
    NAME_CONSTRAINTS("name-constraints"),
    /** The end entity is not for this purpose (RFC 5280, section 4.2.1.12). */
    WRONG_USAGE("wrong-usage"),
    /** A critical extension was not understood (RFC 5280, section 4.2). */
    UNKNOWN_CRITICAL_EXTENSION("unknown-critical-extension"),
    /** The chain contains a key or certificate that the policy, or the JVM, distrusts. */
    DISTRUSTED("distrusted"),
    /** The end entity fits none of the pins of its destination. */
    PIN_MISMATCH("pin-mismatch"),
    /** The check would accept anyone. */
    ACCEPTS_ANY("accepts-any"),
    /** No presented identifier fits the reference identifier (RFC 9525, section 6). */
    MISMATCH("mismatch"),
    /** Nobody compared the certificate with the name that was dialled. */
    UNCHECKED("unchecked"),
    /** A weak version or suite is offered or accepted. */
    WEAK_ENABLED("weak-enabled"),
    /** A weak version or suite was agreed on. */
    WEAK_NEGOTIATED("weak-negotiated"),
    /** A key of the chain is too small. */
    WEAK_KEY("weak-key"),
    /** A certificate is signed over a broken hash. */
    WEAK_SIGNATURE("weak-signature"),
    /** The key exchange used a group that is too small. */
    WEAK_EXCHANGE("weak-exchange"),
    /** The issuer says that the certificate is revoked. */
    REVOKED("revoked"),
    /** The revocation status could not be learnt. */
    UNKNOWN("unknown"),
    /** A JVM-wide setting is weaker than what the JDK ships. */
    WEAKENED("weakened"),
    /** A TLS engine or hook is outside what tlsguard sees. */
    UNGUARDED("unguarded");

    private final String id;

    Cause(String id) {
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
    public static Cause of(String id) {
        for (Cause value : values()) {
            if (value.id.equals(id)) {
                return value;
            }
        }
        return null;
    }
}
