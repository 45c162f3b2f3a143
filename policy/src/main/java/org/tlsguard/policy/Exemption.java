package org.tlsguard.policy;

import java.util.Date;
import java.util.List;

/** A written permission, with an owner and an end, to do what a rule forbids. Immutable. */
public final class Exemption {
    private final Rule rule;
    private final List<String> allow;
    private final List<HostPattern> patterns;
    private final List<String> match;
    private final List<String> origin;
    private final String reason;
    private final String owner;
    private final String expiryDay;
    private final long expires;
    private final boolean acceptsRisk;
    private final String where;

    /** The texts of {@code match} are those of the patterns; {@code expires} is in milliseconds since 1970. */
    Exemption(
            Rule rule,
            List<String> allow,
            List<HostPattern> patterns,
            List<String> match,
            List<String> origin,
            String reason,
            String owner,
            String expiryDay,
            long expires,
            boolean acceptsRisk,
            String where) {
        this.rule = rule;
        this.allow = allow;
        this.patterns = patterns;
        this.match = match;
        this.origin = origin;
        this.reason = reason;
        this.owner = owner;
        this.expiryDay = expiryDay;
        this.expires = expires;
        this.acceptsRisk = acceptsRisk;
        this.where = where;
    }

    /** Returns the rule that may be broken. */
    public Rule rule() {
        return rule;
    }

    /** Returns causes, versions and suites (patterns) that are allowed; empty means whatever the rule forbids. */
    public List<String> allow() {
        return allow;
    }

    /** Returns the host patterns as written; empty means any peer. */
    public List<String> match() {
        return match;
    }

    /** Returns patterns over class names, in which {@code *} stands for anything; empty means any origin. */
    public List<String> origin() {
        return origin;
    }

    /** Returns why it was given. */
    public String reason() {
        return reason;
    }

    /** Returns who answers for it. */
    public String owner() {
        return owner;
    }

    /** Returns the last instant at which it holds: the end of its last day, UTC. */
    public Date expires() {
        return new Date(expires);
    }

    /** Returns its place in the policy, such as {@code policy.yaml:31}. */
    public String where() {
        return where;
    }

    /**
     * Tells whether it no longer holds.
     *
     * @param now not null
     */
    public boolean isExpired(Date now) {
        return now.getTime() > expires;
    }

    List<HostPattern> patterns() {
        return patterns;
    }

    /**
     * Returns the first of its patterns that matches a peer, in canonical form.
     *
     * @param peer not null
     * @return null when none does; an exemption without patterns holds for any peer all the same
     */
    public String matchedBy(Peer peer) {
        HostPattern pattern = HostPattern.first(patterns, peer);
        return pattern == null ? null : pattern.toString();
    }

    /**
     * Tells whether its origins, if it has any, allow code of this name.
     *
     * @param originClass the binary name of a class; null when unknown
     */
    public boolean fitsOrigin(String originClass) {
        return origin.isEmpty() || hasOrigin(originClass);
    }

    /** Returns its last day, {@code YYYY-MM-DD}. */
    public String expiryDay() {
        return expiryDay;
    }

    boolean acceptsRisk() {
        return acceptsRisk;
    }

    /**
     * Returns how {@code allow} names a version or a suite.
     *
     * @param rule not null
     * @param value a JSSE name; a datagram version is that of the TLS version it was derived from; may be null
     * @return null when exemptions from this rule name no such thing
     */
    public static String item(Rule rule, String value) {
        if (value == null) {
            return null;
        }
        if (rule == Rule.PROTOCOL) {
            Protocol protocol = Protocol.of(value);
            return protocol == null ? null : protocol.id();
        }
        boolean suite = rule == Rule.CIPHER && value.indexOf('*') < 0 && SuitePattern.problem(value) == null;
        return suite ? value : null;
    }

    /**
     * Tells whether it covers a finding at a peer that is known to match. Causes and values narrow each other: where both
     * are listed, both must fit.
     *
     * @param value the version or suite; null when there is none, and then no listed version or suite fits
     * @param originClass the name of the class at fault; null when unknown, and then no listed origin fits
     */
    boolean covers(Rule brokenRule, Cause cause, String value, String originClass) {
        return rule == brokenRule && allows(cause, value) && fitsOrigin(originClass);
    }

    private boolean allows(Cause cause, String value) {
        boolean causesListed = false;
        boolean causeFits = false;
        boolean valuesListed = false;
        boolean valueFits = false;
        for (String allowed : allow) {
            Cause allowedCause = Cause.of(allowed);
            if (allowedCause != null) {
                causesListed = true;
                causeFits |= allowedCause == cause;
            } else {
                valuesListed = true;
                valueFits |= value != null && allowsValue(allowed, value);
            }
        }
        return (!causesListed || causeFits) && (!valuesListed || valueFits);
    }

    private boolean allowsValue(String allowed, String value) {
        if (rule == Rule.PROTOCOL) {
            // DTLS goes with the TLS version it was derived from.
            return Protocol.of(allowed) == Protocol.of(value);
        }
        return Glob.matches(CipherSuite.unprefixed(allowed), CipherSuite.unprefixed(value));
    }

    private boolean hasOrigin(String originClass) {
        if (originClass == null) {
            return false;
        }
        for (String pattern : origin) {
            if (Glob.matches(pattern, originClass)) {
                return true;
            }
        }
        return false;
    }
}
