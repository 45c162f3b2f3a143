package org.tlsguard.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** What is known about each cause of each rule: severity, weakness (CWE), words for people. */
public final class Catalogue {
    private static final List<Entry> ENTRIES = Collections.unmodifiableList(Arrays.asList(
            trust(
                    Cause.SELF_SIGNED,
                    Severity.CRITICAL,
                    "The peer's certificate is signed by nobody but itself.",
                    "Remove what accepts it; get a certificate from an authority that the JVM trusts, put this one into a trust store"
                            + " of the application, or pin it in the policy."),
            trust(
                    Cause.UNKNOWN_ISSUER,
                    Severity.CRITICAL,
                    "The peer's certificate leads to no trust anchor.",
                    "Remove what accepts it; add the issuing authority to the trust store or to `anchors`, and let the server send"
                            + " its intermediates.",
                    "CWE-296"),
            trust(
                    Cause.EXPIRED,
                    Severity.HIGH,
                    "A certificate of the peer's chain has expired.",
                    "Renew the certificate; check the clock of this machine.",
                    "CWE-298"),
            trust(
                    Cause.NOT_YET_VALID,
                    Severity.HIGH,
                    "A certificate of the peer's chain is not valid yet.",
                    "Check the clocks of this machine and of the one that issued the certificate.",
                    "CWE-298"),
            trust(
                    Cause.BAD_SIGNATURE,
                    Severity.CRITICAL,
                    "A signature in the peer's chain does not verify.",
                    "Treat it as an attack until shown otherwise; have the certificate issued anew.",
                    "CWE-347"),
            trust(
                    Cause.NOT_A_CA,
                    Severity.CRITICAL,
                    "A certificate of the peer's chain was issued by one that may not issue certificates.",
                    "Treat it as an attack until shown otherwise; issue from an authority with proper basic constraints.",
                    "CWE-296"),
            trust(
                    Cause.NAME_CONSTRAINTS,
                    Severity.HIGH,
                    "The certificate names something outside what its issuer may certify.",
                    "Have it issued by an authority that is responsible for that name.",
                    "CWE-296"),
            trust(
                    Cause.WRONG_USAGE,
                    Severity.MEDIUM,
                    "The certificate was issued for another purpose.",
                    "Issue it with the extended key usage of a TLS server or client."),
            trust(
                    Cause.UNKNOWN_CRITICAL_EXTENSION,
                    Severity.MEDIUM,
                    "A certificate has a critical extension that was not understood.",
                    "Issue the certificate without it, or use a validator that knows it."),
            trust(
                    Cause.DISTRUSTED,
                    Severity.CRITICAL,
                    "The chain contains a key or certificate that is distrusted.",
                    "Replace the certificate by one of an authority that is trusted."),
            trust(
                    Cause.PIN_MISMATCH,
                    Severity.CRITICAL,
                    "The peer's certificate fits none of the pins of this destination.",
                    "Find out whether the key was changed on purpose; if so, add its pin to the policy."),
            trust(
                    Cause.ACCEPTS_ANY,
                    Severity.CRITICAL,
                    "The trust manager would accept any certificate.",
                    "Remove the trust manager; give the trust store that is needed to a TrustManagerFactory."),
            name(
                    Cause.MISMATCH,
                    Severity.CRITICAL,
                    "The peer's certificate is for another name than the one that was dialled.",
                    "Dial a name of the certificate, have it issued for this one, or set `name` at the destination."),
            name(
                    Cause.UNCHECKED,
                    Severity.HIGH,
                    "Nobody compared the certificate with the name that was dialled.",
                    "Call SSLParameters.setEndpointIdentificationAlgorithm(\"HTTPS\") before the handshake."),
            name(
                    Cause.ACCEPTS_ANY,
                    Severity.CRITICAL,
                    "The host name verifier would accept any name.",
                    "Remove the host name verifier; the default one checks the name."),
            new Entry(
                    Rule.PROTOCOL,
                    Cause.WEAK_ENABLED,
                    Severity.HIGH,
                    "A version of TLS that the policy forbids is enabled.",
                    "Take it out of the enabled protocols; TLSv1.2 and TLSv1.3 are enough.",
                    "CWE-327"),
            new Entry(
                    Rule.PROTOCOL,
                    Cause.WEAK_NEGOTIATED,
                    Severity.HIGH,
                    "The connection uses a version of TLS that the policy forbids.",
                    "Upgrade the peer to TLSv1.2 or later.",
                    "CWE-327",
                    "CWE-757"),
            new Entry(
                    Rule.CIPHER,
                    Cause.WEAK_ENABLED,
                    Severity.HIGH,
                    "A cipher suite that the policy forbids is enabled.",
                    "Take it out of the enabled cipher suites, or leave the choice to the JVM.",
                    "CWE-327"),
            new Entry(
                    Rule.CIPHER,
                    Cause.WEAK_NEGOTIATED,
                    Severity.HIGH,
                    "The connection uses a cipher suite that the policy forbids.",
                    "Enable suites with forward secrecy and authenticated encryption at the peer.",
                    "CWE-327",
                    "CWE-757"),
            new Entry(
                    Rule.KEY,
                    Cause.WEAK_KEY,
                    Severity.HIGH,
                    "A key of the peer's chain is too small.",
                    "Issue the certificate for a larger key.",
                    "CWE-326"),
            new Entry(
                    Rule.KEY,
                    Cause.WEAK_SIGNATURE,
                    Severity.HIGH,
                    "A certificate of the peer's chain is signed with a hash that can be forged.",
                    "Have the certificate issued with SHA-256 or better.",
                    "CWE-328"),
            new Entry(
                    Rule.KEY,
                    Cause.WEAK_EXCHANGE,
                    Severity.HIGH,
                    "The key exchange used a group that is too small.",
                    "Configure larger Diffie-Hellman parameters, or elliptic curves, at the peer.",
                    "CWE-326"),
            new Entry(
                    Rule.REVOCATION,
                    Cause.REVOKED,
                    Severity.CRITICAL,
                    "The peer's certificate has been revoked.",
                    "Treat it as an attack until shown otherwise; replace the certificate.",
                    "CWE-299"),
            new Entry(
                    Rule.REVOCATION,
                    Cause.UNKNOWN,
                    Severity.LOW,
                    "Whether the certificate has been revoked could not be learnt.",
                    "Let the server staple an OCSP response.",
                    "CWE-299"),
            new Entry(
                    Rule.CONFIGURATION,
                    Cause.WEAKENED,
                    Severity.HIGH,
                    "A JVM-wide setting makes TLS weaker than the JDK ships it.",
                    "Remove the setting; where one peer needs it, exempt that peer.",
                    "CWE-1188"),
            new Entry(
                    Rule.COVERAGE,
                    Cause.UNGUARDED,
                    Severity.HIGH,
                    "There is TLS in this JVM that tlsguard cannot see or guard.",
                    "Use the JDK's own TLS engine, or a version of the library that tlsguard covers.",
                    "CWE-693")));

    private Catalogue() {}

    private static Entry trust(Cause cause, Severity active, String description, String remedy, String... cwe) {
        return new Entry(Rule.TRUST, cause, active, description, remedy, before("CWE-295", cwe));
    }

    private static Entry name(Cause cause, Severity active, String description, String remedy) {
        return new Entry(Rule.NAME, cause, active, description, remedy, "CWE-297");
    }

    private static String[] before(String first, String... others) {
        String[] all = new String[others.length + 1];
        all[0] = first;
        System.arraycopy(others, 0, all, 1, others.length);
        return all;
    }

    /**
     * Returns how bad a finding is: a latent one is one step less severe than an active one.
     *
     * @throws IllegalArgumentException when the rule has no such cause
     */
    public static Severity severity(Rule rule, Cause cause, State state) {
        Severity active = entry(rule, cause).active;
        Severity[] severities = Severity.values();
        return state == State.ACTIVE ? active : severities[Math.min(active.ordinal() + 1, severities.length - 1)];
    }

    /**
     * Returns the weaknesses of the Common Weakness Enumeration, such as {@code CWE-295}, most general first; unmodifiable.
     *
     * @throws IllegalArgumentException when the rule has no such cause
     */
    public static List<String> cwe(Rule rule, Cause cause) {
        return entry(rule, cause).cwe;
    }

    /**
     * Returns one sentence that says what was found.
     *
     * @throws IllegalArgumentException when the rule has no such cause
     */
    public static String describe(Rule rule, Cause cause) {
        return entry(rule, cause).description;
    }

    /**
     * Returns one sentence that says what to do about it.
     *
     * @throws IllegalArgumentException when the rule has no such cause
     */
    public static String remedy(Rule rule, Cause cause) {
        return entry(rule, cause).remedy;
    }

    /** Returns the causes of a rule in the order of the documentation; a new list, never empty. */
    public static List<Cause> causes(Rule rule) {
        List<Cause> causes = new ArrayList<>();
        for (Entry entry : ENTRIES) {
            if (entry.rule == rule) {
                causes.add(entry.cause);
            }
        }
        return causes;
    }

    private static Entry entry(Rule rule, Cause cause) {
        for (Entry entry : ENTRIES) {
            if (entry.rule == rule && entry.cause == cause) {
                return entry;
            }
        }
        throw new IllegalArgumentException("rule " + rule + " has no cause " + cause);
    }

    private static final class Entry {
        final Rule rule;
        final Cause cause;
        final Severity active;
        final String description;
        final String remedy;
        final List<String> cwe;

        Entry(Rule rule, Cause cause, Severity active, String description, String remedy, String... cwe) {
            this.rule = rule;
            this.cause = cause;
            this.active = active;
            this.description = description;
            this.remedy = remedy;
            this.cwe = Collections.unmodifiableList(Arrays.asList(cwe));
        }
    }
}
