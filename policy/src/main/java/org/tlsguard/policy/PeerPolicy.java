package org.tlsguard.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;

/** What holds for one peer: the general part of a policy and the first destination that matches. Immutable. */
public final class PeerPolicy {
    private final Definition definition;
    /** Null when none matches. */
    private final Destination destination;

    private final Limits limits;
    private final List<Exemption> exemptions;

    PeerPolicy(Definition definition, Destination destination, List<Exemption> exemptions) {
        this.definition = definition;
        this.destination = destination;
        this.limits = destination == null ? definition.limits : destination.limits;
        this.exemptions = exemptions;
    }

    /**
     * Returns what to do when a rule is broken: as the destination says, or else the {@code rules} of the policy, or else
     * the default. Revocation is off unless one of the first two names it.
     *
     * @param rule not null
     * @param defaultMode the mode of the whole agent, which may come from outside the policy; not null
     */
    public Mode mode(Rule rule, Mode defaultMode) {
        Mode mode = destination == null ? null : destination.rules.get(rule);
        if (mode == null) {
            mode = definition.rules.get(rule);
        }
        return mode != null ? mode : rule == Rule.REVOCATION ? Mode.OFF : defaultMode;
    }

    /**
     * Tells whether a version is allowed, exemptions aside.
     *
     * @param jsseVersion a JSSE name such as {@code TLSv1.2}; a DTLS version counts as the TLS version it was derived from,
     *     and one newer than TLS 1.3 is allowed; any other unknown name, and null, is not
     */
    public boolean allowsProtocol(String jsseVersion) {
        return limits.allowsProtocol(jsseVersion);
    }

    /**
     * Tells whether a cipher suite is allowed, exemptions aside.
     *
     * @param jsseSuite a JSSE name such as {@code TLS_AES_128_GCM_SHA256}, known to this JVM or not; null is not allowed.
     *     The signalling values of RFC 5746 and RFC 7507 are no suites, and allowed
     */
    public boolean allowsCipherSuite(String jsseSuite) {
        return limits.allowsSuite(jsseSuite);
    }

    /**
     * Tells whether a cipher suite is allowed with a version that is permitted, if need be by an exemption. Who permits a
     * version older than the baseline has permitted the suites it has, but for broken ones and those that the policy
     * subtracts: TLS 1.1 and older know no authenticated encryption.
     *
     * @param jsseSuite as for {@link #allowsCipherSuite(String)}
     * @param permittedVersion a JSSE name; null for none
     */
    public boolean allowsCipherSuite(String jsseSuite, String permittedVersion) {
        return limits.allowsSuite(jsseSuite, permittedVersion);
    }

    /** Returns the rules for keys and signatures; never null. */
    public KeyRules keys() {
        return limits.keys();
    }

    /** Returns where trust anchors come from; those of the destination, if it names any, and no others. Unmodifiable. */
    public List<AnchorSource> anchors() {
        return destination != null && destination.anchors != null ? destination.anchors : definition.anchors;
    }

    /**
     * Tells whether the application's own check of a chain, against its own store or pins, counts. It does not at a
     * destination that names anchors or pins: only those are accepted there.
     */
    public boolean acceptsApplicationAnchors() {
        boolean named = destination != null && (destination.anchors != null || !destination.pins.isEmpty());
        return definition.applicationAnchors && !named;
    }

    /** Tells whether a verifier of the application's own that says yes to another name counts. */
    public boolean acceptsApplicationVerifiers() {
        return definition.applicationVerifiers;
    }

    /** Returns how strictly names are compared; never null. */
    public NameMatching nameMatching() {
        return definition.nameMatching;
    }

    /** Returns the protocol whose name rules hold; never null. */
    public Scheme scheme() {
        return destination == null ? Scheme.HTTPS : destination.scheme;
    }

    /**
     * Returns the reference identifier to expect instead of the dialled host; null when that is the one to expect.
     *
     * @param now once the destination has expired, the dialled host is; not null
     */
    public String referenceIdentifier(Date now) {
        return destination == null || hasExpired(now) ? null : destination.name;
    }

    /**
     * Tells whether a pin that fits settles trust and name. Once the destination has expired, its pins only restrict: one
     * has to fit, and the peer is verified besides as if there were none.
     *
     * @param now not null
     */
    public boolean pinsVouch(Date now) {
        return destination != null && !destination.pins.isEmpty() && !hasExpired(now);
    }

    /**
     * Tells whether the destination has an end, and that has passed: its pins and its name vouch for nobody any more.
     *
     * @param now not null
     */
    public boolean hasExpired(Date now) {
        return destination != null && now.getTime() > destination.expires;
    }

    /** Returns the last day on which pins and name of the destination vouch, {@code YYYY-MM-DD}; null when there is no end. */
    public String expiryDay() {
        return destination == null ? null : destination.expiryDay;
    }

    /** Returns why the destination is there, as the policy says; null when it does not. */
    public String reason() {
        return destination == null ? null : destination.reason;
    }

    /** Returns who answers for the destination; null when the policy does not say. */
    public String owner() {
        return destination == null ? null : destination.owner;
    }

    /**
     * Tells whether the destination says {@code name: any}. It is a wish and no permission: the exemption that must stand
     * beside it, and may have expired, gives that, in the same way as without this wish. See {@link #exemption}.
     */
    public boolean anyName() {
        return destination != null && destination.anyName;
    }

    /** Returns the pins of the destination, of which the end entity must fit one; empty when there are none. Unmodifiable. */
    public List<Pin> pins() {
        return destination == null ? Collections.<Pin>emptyList() : destination.pins;
    }

    /** Returns keys and certificates that must not occur in a chain; unmodifiable. */
    public List<Pin> distrusted() {
        return definition.distrusted;
    }

    /** Returns the exemptions for this peer in the order of the policy, expired ones included; unmodifiable. */
    public List<Exemption> exemptions() {
        return Collections.unmodifiableList(exemptions);
    }

    /**
     * Returns the first exemption that allows a finding.
     *
     * @param rule the broken rule; not null
     * @param cause why; not null
     * @param value the version or suite; null when the rule has none, or it is unknown: then an exemption for certain
     *     versions or suites does not hold
     * @param originClass the binary name of the class at fault; null when unknown: then an exemption for certain origins
     *     does not hold
     * @param now expired exemptions do not hold; not null
     * @return null when none holds
     */
    public Exemption exemption(Rule rule, Cause cause, String value, String originClass, Date now) {
        for (Exemption exemption : exemptions) {
            if (!exemption.isExpired(now) && exemption.covers(rule, cause, value, originClass)) {
                return exemption;
            }
        }
        return null;
    }

    /** Likewise the first exemption that has expired and would have allowed it; null when there is none. */
    public Exemption expiredExemption(Rule rule, Cause cause, String value, String originClass, Date now) {
        for (Exemption exemption : exemptions) {
            if (exemption.isExpired(now) && exemption.covers(rule, cause, value, originClass)) {
                return exemption;
            }
        }
        return null;
    }

    /** Returns the place of the destination that matched, such as {@code policy.yaml:12}; null when none did. */
    public String where() {
        return destination == null ? null : destination.where;
    }

    /** Returns the JSSE names of the allowed versions, oldest first; a new list. */
    public List<String> protocols() {
        List<String> ids = new ArrayList<>();
        for (Protocol protocol : limits.protocols()) {
            ids.add(protocol.id());
        }
        return ids;
    }

    /** Returns the name of the baseline: {@code modern}, {@code intermediate} or {@code legacy}. */
    public String baseline() {
        return limits.baseline().id();
    }
}
