package org.tlsguard.samples.tests;

import static org.tlsguard.samples.tests.Certificate.COMMON_NAME_ONLY;
import static org.tlsguard.samples.tests.Certificate.EXPIRED;
import static org.tlsguard.samples.tests.Certificate.INTERNAL;
import static org.tlsguard.samples.tests.Certificate.SELF_SIGNED;
import static org.tlsguard.samples.tests.Certificate.SOUND;
import static org.tlsguard.samples.tests.Certificate.WRONG_NAME;
import static org.tlsguard.samples.tests.Fate.CLEAN;
import static org.tlsguard.samples.tests.Fate.DISARMED;
import static org.tlsguard.samples.tests.Fate.EXEMPTED;
import static org.tlsguard.samples.tests.Fate.HONEST_REFUSAL;
import static org.tlsguard.samples.tests.Fate.REPORTED;
import static org.tlsguard.samples.tests.Fate.REWRITTEN;
import static org.tlsguard.samples.tests.Fate.TOLERATED;
import static org.tlsguard.samples.tests.Fate.VETOED;
import static org.tlsguard.samples.tests.Promise.active;
import static org.tlsguard.samples.tests.Promise.latent;
import static org.tlsguard.samples.tests.Promise.nothingOf;
import static org.tlsguard.samples.tests.Scenario.sample;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tlsguard.samples.pki.Identity;
import org.tlsguard.samples.servers.StaplingServer;
import org.tlsguard.samples.servers.TlsServer;
import org.tlsguard.samples.sinners.clean.DefaultClient;
import org.tlsguard.samples.sinners.clean.LogicalNameClient;
import org.tlsguard.samples.sinners.clean.PinningClient;
import org.tlsguard.samples.sinners.clean.PrivateCaClient;
import org.tlsguard.samples.sinners.name.RawSocketClient;
import org.tlsguard.samples.sinners.name.YesVerifierClient;
import org.tlsguard.samples.sinners.protocol.SetterClient;
import org.tlsguard.samples.sinners.trust.TrustAllClient;

/** What a policy says, holds. */
class PolicyIT {

    private static final String STORE = "store=" + Pki.PRIVATE_STORE;
    private static final String FUTURE = "2999-12-31";
    private static final String PAST = "2020-12-31";

    @TestFactory
    Stream<DynamicTest> aPinSettlesWhoThePeerIs() {
        return Matrix.of(List.of(
                sample(TrustAllClient.class)
                        .policy("its pin", destination(pins(SELF_SIGNED)))
                        .meeting(SELF_SIGNED)
                        .is(CLEAN),
                sample(RawSocketClient.class)
                        .policy("its pin", destination(pins(WRONG_NAME)))
                        .meeting(WRONG_NAME)
                        .is(CLEAN),
                sample(TrustAllClient.class)
                        .policy("a pin that does not fit", destination(pins(SOUND)))
                        .meeting(SELF_SIGNED)
                        .is(VETOED, active("trust", "pin-mismatch")),
                sample(DefaultClient.class)
                        .policy("a pin that does not fit", destination(pins(SELF_SIGNED)))
                        .meeting(SOUND)
                        .is(VETOED, active("trust", "pin-mismatch")),
                sample(TrustAllClient.class)
                        .policy("its pin", destination(pins(EXPIRED)))
                        .meeting(EXPIRED)
                        .is(VETOED, active("trust", "expired"))));
    }

    /** By the OCSP response that the server staples; the guard asks nobody else, and takes no silence for an answer. */
    @TestFactory
    Stream<DynamicTest> revocationIsLookedAtWhereThePolicyNamesIt() {
        Identity identity = Pki.PUBLIC.leaf().dns("localhost").ec(256).build();
        X509Certificate certificate = identity.certificate();
        byte[] good = Pki.PUBLIC.vouchesFor(certificate);
        byte[] revoked = Pki.PUBLIC.hasRevoked(certificate);
        byte[] stale = Pki.PUBLIC.vouchedFor(certificate);
        byte[] forged = Pki.PRIVATE.vouchesFor(certificate);
        return Matrix.of(List.of(
                asking(DefaultClient.class)
                        .meeting("a response that vouches", speaking -> StaplingServer.start(identity, good, speaking))
                        .is(CLEAN),
                asking(DefaultClient.class)
                        .meeting(
                                "a response that revokes",
                                speaking -> StaplingServer.start(identity, revoked, speaking))
                        .is(VETOED, active("revocation", "revoked")),
                asking(DefaultClient.class)
                        .meeting("a response of yesterday", speaking -> StaplingServer.start(identity, stale, speaking))
                        .is(TOLERATED, latent("revocation", "unknown").merelyReported()),
                asking(DefaultClient.class)
                        .meeting(
                                "a response by somebody else",
                                speaking -> StaplingServer.start(identity, forged, speaking))
                        .is(TOLERATED, latent("revocation", "unknown").merelyReported()),
                asking(DefaultClient.class)
                        .jvmOptions("-Dcom.sun.net.ssl.checkRevocation=true")
                        .meeting(
                                "a response that revokes",
                                speaking -> StaplingServer.start(identity, revoked, speaking))
                        .is(HONEST_REFUSAL),
                asking(DefaultClient.class)
                        .policy("revocation, only to know", "rules: {revocation: audit}")
                        .meeting(
                                "a response that revokes",
                                speaking -> StaplingServer.start(identity, revoked, speaking))
                        .is(REPORTED, active("revocation", "revoked").merelyReported()),
                asking(DefaultClient.class)
                        .meeting(SOUND)
                        .is(TOLERATED, latent("revocation", "unknown").merelyReported())));
    }

    /** Where JSSE is told to ask for it: Java 8 does not by itself. */
    private static Scenario.Draft asking(Class<?> client) {
        return sample(client)
                .jvmOptions("-Djdk.tls.client.enableStatusRequestExtension=true")
                .policyThatDecides("revocation", "mode: enforce", "rules: {revocation: enforce}");
    }

    @TestFactory
    Stream<DynamicTest> aPinThatHasExpiredOnlyRestricts() {
        String expired = "    expires: " + PAST;
        return Matrix.of(List.of(
                sample(TrustAllClient.class)
                        .policy("its pin, expired", destination(pins(SELF_SIGNED)), expired)
                        .meeting(SELF_SIGNED)
                        .is(VETOED, active("trust", "self-signed").saying(PAST)),
                sample(DefaultClient.class)
                        .policy("its pin, expired", destination(pins(SOUND)), expired)
                        .meeting(SOUND)
                        .is(CLEAN),
                sample(DefaultClient.class)
                        .policy("a pin that does not fit, expired", destination(pins(SELF_SIGNED)), expired)
                        .meeting(SOUND)
                        .is(VETOED, active("trust", "pin-mismatch")),
                sample(RawSocketClient.class)
                        .policy("another name, expired", destination("    name: elsewhere.example"), expired)
                        .meeting(WRONG_NAME)
                        .is(VETOED, active("name", "mismatch"))));
    }

    /** By RFC 4513 the common name counts beside alternative names; by RFC 2818 it does not. */
    @TestFactory
    Stream<DynamicTest> namesFitByTheRulesOfTheProtocol() {
        Identity commonName = Pki.PUBLIC
                .leaf()
                .commonName("localhost")
                .dns("elsewhere.example")
                .build();
        return Matrix.of(List.of(
                sample(RawSocketClient.class)
                        .policy("of LDAP", destination("    scheme: ldap"))
                        .meeting(
                                "a common name that fits",
                                protocols -> TlsServer.presenting(commonName)
                                        .protocols(protocols)
                                        .start())
                        .is(TOLERATED, nothingOf("trust")),
                sample(RawSocketClient.class)
                        .policy("of HTTPS", destination("    scheme: https"))
                        .meeting(
                                "a common name that fits",
                                protocols -> TlsServer.presenting(commonName)
                                        .protocols(protocols)
                                        .start())
                        .is(VETOED, active("name", "mismatch"))));
    }

    @TestFactory
    Stream<DynamicTest> anchorsOfADestinationReplaceTheOthers() {
        Identity authority = new Identity(
                List.of(Pki.PRIVATE.certificate()), INTERNAL.identity().privateKey());
        String anchors = "    anchors: [" + authority.writePem(Pki.file("private-ca.pem")) + "]";
        return Matrix.of(List.of(
                sample(TrustAllClient.class)
                        .policy("anchors", destination(anchors))
                        .meeting(INTERNAL)
                        .is(REWRITTEN, latent("trust", "accepts-any")),
                sample(TrustAllClient.class)
                        .policy("other anchors", destination(anchors))
                        .meeting(SOUND)
                        .is(VETOED, active("trust", "unknown-issuer")),
                sample(PrivateCaClient.class)
                        .with(STORE)
                        .policy("application anchors ignored, but these", destination(anchors), IGNORE_ANCHORS)
                        .meeting(INTERNAL)
                        .is(CLEAN)));
    }

    private static final String IGNORE_ANCHORS = "trust: {application-anchors: ignore}";

    @TestFactory
    Stream<DynamicTest> whatTheApplicationTrustsCountsOnlyIfThePolicyLetsIt() {
        return Matrix.of(List.of(
                sample(PrivateCaClient.class)
                        .with(STORE)
                        .policy("application anchors ignored", IGNORE_ANCHORS)
                        .meeting(INTERNAL)
                        .is(VETOED, active("trust", "unknown-issuer")),
                sample(PinningClient.class)
                        .with("pin=" + SELF_SIGNED.identity().keyPin())
                        .policy("application anchors ignored", IGNORE_ANCHORS)
                        .meeting(SELF_SIGNED)
                        .is(VETOED, active("trust", "self-signed")),
                sample(DefaultClient.class)
                        .policy("application anchors ignored", IGNORE_ANCHORS)
                        .meeting(SOUND)
                        .is(CLEAN)));
    }

    @TestFactory
    Stream<DynamicTest> aDistrustedKeyIsRefusedAnywhereInTheChain() {
        Identity sound = SOUND.identity();
        Identity issuer = new Identity(List.of(sound.chain().get(1)), sound.privateKey());
        Identity root = new Identity(List.of(Pki.PUBLIC.certificate()), sound.privateKey());
        return Matrix.of(Stream.of(sound, issuer, root)
                .map(distrusted -> sample(DefaultClient.class)
                        .policy(
                                "distrust " + distrusted.certificate().getSubjectX500Principal(),
                                "trust: {distrust: [\"" + distrusted.keyPin() + "\"]}")
                        .meeting(SOUND)
                        .is(VETOED, active("trust", "distrusted")))
                .toList());
    }

    @TestFactory
    Stream<DynamicTest> aNameIsWhatThePolicyExpects() {
        return Matrix.of(List.of(
                sample(YesVerifierClient.class)
                        .policy("another name", destination("    name: elsewhere.example"))
                        .meeting(WRONG_NAME)
                        .is(TOLERATED, nothingOf("trust")),
                sample(RawSocketClient.class)
                        .policy("another name", destination("    name: elsewhere.example"))
                        .meeting(WRONG_NAME)
                        .is(CLEAN),
                sample(DefaultClient.class)
                        .policy("another name", destination("    name: db.internal"))
                        .meeting(SOUND)
                        .is(VETOED, active("name", "mismatch").saying("db.internal")),
                sample(RawSocketClient.class)
                        .policy(
                                "any name",
                                destination("    name: any"),
                                exemption("name", FUTURE, "match: localhost", RISK))
                        .meeting(WRONG_NAME)
                        .is(EXEMPTED, active("name", "mismatch")),
                sample(LogicalNameClient.class)
                        .with("name=elsewhere.example")
                        .policy("verifiers ignored", "name: {application-verifiers: ignore}")
                        .meeting(WRONG_NAME)
                        .is(VETOED, active("name", "mismatch")),
                sample(DefaultClient.class).meeting(COMMON_NAME_ONLY).is(CLEAN),
                sample(DefaultClient.class)
                        .policy("strict", "name: {matching: strict}")
                        .meeting(COMMON_NAME_ONLY)
                        .is(VETOED, active("name", "mismatch")),
                sample(YesVerifierClient.class)
                        .policy("strict", "name: {matching: strict}")
                        .meeting(COMMON_NAME_ONLY)
                        .is(VETOED, active("name", "mismatch").once())));
    }

    @TestFactory
    Stream<DynamicTest> anExemptionHoldsAsLongAsItSays() {
        return Matrix.of(List.of(
                sample(TrustAllClient.class)
                        .policy("exempted", exemption("trust", FUTURE, "match: localhost", RISK))
                        .meeting(SELF_SIGNED)
                        .is(EXEMPTED, active("trust", "self-signed")),
                sample(TrustAllClient.class)
                        .policy("expired exemption", exemption("trust", PAST, "match: localhost", RISK))
                        .meeting(SELF_SIGNED)
                        .is(VETOED, active("trust", "self-signed")),
                sample(TrustAllClient.class)
                        .policy("exemption elsewhere", exemption("trust", FUTURE, "match: elsewhere.example", RISK))
                        .meeting(SELF_SIGNED)
                        .is(VETOED, active("trust", "self-signed")),
                sample(TrustAllClient.class)
                        .policy(
                                "exempted code",
                                exemption("trust", FUTURE, "origin: \"org.tlsguard.samples.sinners.trust.*\"", RISK))
                        .meeting(SELF_SIGNED)
                        .is(EXEMPTED, active("trust", "self-signed")),
                sample(RawSocketClient.class)
                        .policy("exempted", exemption("name", FUTURE, "match: localhost", RISK))
                        .meeting(WRONG_NAME)
                        .is(EXEMPTED, active("name", null)),
                sample(SetterClient.class)
                        .with("protocols=TLSv1")
                        .over("TLSv1")
                        .policy(
                                "exempted version",
                                exemption("protocol", FUTURE, "match: localhost", "allow: [TLSv1]"),
                                "rules: {cipher: off}")
                        .meeting(SOUND)
                        .is(EXEMPTED, active("protocol", "weak-negotiated")),
                sample(SetterClient.class)
                        .with("protocols=TLSv1")
                        .over("TLSv1")
                        .policy("expired exemption", exemption("protocol", PAST, "match: localhost", "allow: [TLSv1]"))
                        .meeting(SOUND)
                        .is(DISARMED, active("protocol", "weak-negotiated"))));
    }

    @TestFactory
    Stream<DynamicTest> eachRuleHasAModeOfItsOwn() {
        String protocolOnly = "rules: {trust: audit, name: audit, cipher: audit, key: audit}";
        return Matrix.of(List.of(
                sample(TrustAllClient.class)
                        .policy("trust audited", "rules: {trust: audit}")
                        .meeting(SELF_SIGNED)
                        .is(REPORTED, active("trust", "self-signed")),
                sample(TrustAllClient.class)
                        .policy("trust off", "rules: {trust: off}")
                        .meeting(SELF_SIGNED)
                        .is(CLEAN),
                sample(TrustAllClient.class)
                        .policy("trust audited here", destination("    rules: {trust: audit}"))
                        .meeting(SELF_SIGNED)
                        .is(REPORTED, active("trust", "self-signed")),
                sample(YesVerifierClient.class)
                        .policy("protocol only", protocolOnly)
                        .meeting(WRONG_NAME)
                        .is(REPORTED, active("name", null)),
                sample(SetterClient.class)
                        .with("protocols=TLSv1")
                        .over("TLSv1")
                        .policy("protocol only", protocolOnly)
                        .meeting(SOUND)
                        .is(DISARMED, active("protocol", "weak-negotiated")),
                sample(SetterClient.class)
                        .with("protocols=TLSv1")
                        .over("TLSv1")
                        .policyThatDecides("audit, but for protocol", "mode: audit", "rules: {protocol: enforce}")
                        .meeting(SOUND)
                        .is(DISARMED, active("protocol", "weak-negotiated")),
                sample(TrustAllClient.class)
                        .policyThatDecides("audit, but for protocol", "mode: audit", "rules: {protocol: enforce}")
                        .meeting(SELF_SIGNED)
                        .is(REPORTED, active("trust", "self-signed")),
                sample(TrustAllClient.class)
                        .policyThatDecides("enforce", "mode: enforce")
                        .meeting(SELF_SIGNED)
                        .is(VETOED, active("trust", "self-signed"))));
    }

    @TestFactory
    Stream<DynamicTest> anOldPeerMayHaveABaselineOfItsOwn() {
        return Matrix.of(List.of(
                sample(SetterClient.class)
                        .with("protocols=TLSv1")
                        .over("TLSv1")
                        .policy("legacy here", destination("    baseline: legacy"))
                        .meeting(SOUND)
                        .is(TOLERATED, nothingOf("protocol")),
                sample(SetterClient.class)
                        .with("protocols=TLSv1")
                        .over("TLSv1")
                        .policy(
                                "legacy elsewhere",
                                "destinations:",
                                "  - match: elsewhere.example",
                                "    baseline: legacy")
                        .meeting(SOUND)
                        .is(DISARMED, active("protocol", "weak-negotiated")),
                sample(DefaultClient.class)
                        .policy("modern", "baseline: modern")
                        .over("TLSv1.2")
                        .meeting(SOUND)
                        .is(DISARMED, active("protocol", "weak-negotiated"))));
    }

    private static final String RISK = "accept-risk: I-DONT-CARE-ABOUT-SECURITY";

    private static String pins(Certificate certificate) {
        return "    pins: [\"" + certificate.identity().keyPin() + "\"]";
    }

    private static String destination(String line) {
        return "destinations:\n  - match: localhost\n" + line;
    }

    private static String exemption(String rule, String expires, String... lines) {
        return "exemptions:\n  - rule: " + rule + "\n    " + String.join("\n    ", lines)
                + "\n    reason: a test\n    owner: tests@tlsguard.example\n    expires: " + expires;
    }
}
