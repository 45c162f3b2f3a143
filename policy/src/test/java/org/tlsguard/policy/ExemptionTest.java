package org.tlsguard.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.Test;

class ExemptionTest {
    private static final Date NOW = at("2026-06-01T12:00:00Z");

    private static Date at(String instant) {
        return Date.from(Instant.parse(instant));
    }

    private static Policy exempting(String fields) {
        return Policies.of(
                "version: 1",
                "exemptions:",
                "  - {" + fields
                        + ", reason: r, owner: o, expires: 2027-03-31, accept-risk: I-DONT-CARE-ABOUT-SECURITY}");
    }

    private static boolean holds(Policy policy, String host, Rule rule, Cause cause, String value, String origin) {
        return Policies.at(policy, host).exemption(rule, cause, value, origin, NOW) != null;
    }

    @Test
    void holdsUntilTheEndOfItsLastDayInUtc() {
        PeerPolicy there = Policies.at(exempting("rule: trust, match: a.example"), "a.example");
        assertThat(there.exemption(Rule.TRUST, Cause.EXPIRED, null, null, at("2027-03-31T23:59:59.999Z")))
                .isNotNull();
        assertThat(there.exemption(Rule.TRUST, Cause.EXPIRED, null, null, at("2027-04-01T00:00:00Z")))
                .isNull();
        assertThat(there.exemptions().get(0).isExpired(at("2027-03-31T23:59:59.999Z")))
                .isFalse();
        assertThat(there.exemptions().get(0).isExpired(at("2027-04-01T00:00:00Z")))
                .isTrue();
    }

    @Test
    void anExpiredOneIsNoProblemButHoldsNoMore() {
        Policy policy = Policies.of(
                "version: 1", "exemptions: [{rule: key, match: a.example, reason: r, owner: o, expires: 2001-01-01}]");
        assertThat(policy.exemptions().get(0).isExpired(NOW)).isTrue();
        assertThat(holds(policy, "a.example", Rule.KEY, Cause.WEAK_KEY, null, null))
                .isFalse();
    }

    @Test
    void allowsWhateverItsRuleForbidsAndNothingElse() {
        Policy policy = exempting("rule: key, match: a.example");
        assertThat(holds(policy, "a.example", Rule.KEY, Cause.WEAK_KEY, null, null))
                .isTrue();
        assertThat(holds(policy, "a.example", Rule.KEY, Cause.WEAK_SIGNATURE, null, "x.Y"))
                .isTrue();
        assertThat(holds(policy, "a.example", Rule.TRUST, Cause.EXPIRED, null, null))
                .isFalse();
        assertThat(holds(policy, "b.example", Rule.KEY, Cause.WEAK_KEY, null, null))
                .isFalse();
        assertThat(holds(policy, null, Rule.KEY, Cause.WEAK_KEY, null, null)).isFalse();
    }

    @Test
    void allowsTheListedVersionsOnly() {
        Policy policy = exempting("rule: protocol, match: a.example, allow: [TLSv1, SSLv3]");
        assertThat(holds(policy, "a.example", Rule.PROTOCOL, Cause.WEAK_NEGOTIATED, "TLSv1", null))
                .isTrue();
        assertThat(holds(policy, "a.example", Rule.PROTOCOL, Cause.WEAK_ENABLED, "SSLv3", null))
                .isTrue();
        assertThat(holds(policy, "a.example", Rule.PROTOCOL, Cause.WEAK_NEGOTIATED, "TLSv1.1", null))
                .isFalse();
        assertThat(holds(policy, "a.example", Rule.PROTOCOL, Cause.WEAK_NEGOTIATED, null, null))
                .isFalse();
        assertThat(holds(policy, "a.example", Rule.PROTOCOL, Cause.WEAK_NEGOTIATED, "nonsense", null))
                .isFalse();
    }

    @Test
    void causesAndVersionsNarrowEachOther() {
        Policy policy = exempting("rule: protocol, match: a.example, allow: [weak-negotiated, TLSv1]");
        assertThat(holds(policy, "a.example", Rule.PROTOCOL, Cause.WEAK_NEGOTIATED, "TLSv1", null))
                .isTrue();
        assertThat(holds(policy, "a.example", Rule.PROTOCOL, Cause.WEAK_ENABLED, "TLSv1", null))
                .isFalse();
        assertThat(holds(policy, "a.example", Rule.PROTOCOL, Cause.WEAK_NEGOTIATED, "TLSv1.1", null))
                .isFalse();
    }

    @Test
    void allowsSuitesByPattern() {
        Policy policy = exempting("rule: cipher, match: a.example, allow: [\"TLS_RSA_*\"]");
        assertThat(holds(policy, "a.example", Rule.CIPHER, Cause.WEAK_ENABLED, "SSL_RSA_WITH_RC4_128_SHA", null))
                .isTrue();
        assertThat(holds(
                        policy,
                        "a.example",
                        Rule.CIPHER,
                        Cause.WEAK_ENABLED,
                        "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA",
                        null))
                .isFalse();
    }

    @Test
    void holdsForItsOriginAtAnyPeer() {
        Policy policy = exempting("rule: trust, origin: \"com.acme.legacy.*\"");
        assertThat(holds(policy, "a.example", Rule.TRUST, Cause.ACCEPTS_ANY, null, "com.acme.legacy.Crm$1"))
                .isTrue();
        assertThat(holds(policy, null, Rule.TRUST, Cause.ACCEPTS_ANY, null, "com.acme.legacy.deep.Crm"))
                .isTrue();
        assertThat(holds(policy, "a.example", Rule.TRUST, Cause.ACCEPTS_ANY, null, "com.acme.legacyCrm"))
                .isFalse();
        assertThat(holds(policy, "a.example", Rule.TRUST, Cause.ACCEPTS_ANY, null, null))
                .isFalse();
    }

    @Test
    void withMatchAndOriginBothHaveToFit() {
        Policy policy = exempting("rule: trust, match: a.example, origin: com.acme.A");
        assertThat(holds(policy, "a.example", Rule.TRUST, Cause.EXPIRED, null, "com.acme.A"))
                .isTrue();
        assertThat(holds(policy, "b.example", Rule.TRUST, Cause.EXPIRED, null, "com.acme.A"))
                .isFalse();
        assertThat(holds(policy, "a.example", Rule.TRUST, Cause.EXPIRED, null, "com.acme.B"))
                .isFalse();
    }

    @Test
    void theFirstThatHoldsIsNamedWhateverItMatchesBy() {
        Policy policy = Policies.of(
                "version: 1",
                "exemptions:",
                "  - {rule: key, match: a.example, reason: gone, owner: o, expires: 2001-01-01}",
                "  - {rule: key, origin: com.acme.*, reason: by origin, owner: o, expires: 2027-01-01}",
                "  - {rule: key, match: \"*.example\", reason: by match, owner: o, expires: 2027-01-01}");
        PeerPolicy there = Policies.at(policy, "a.example");
        assertThat(there.exemptions()).extracting(Exemption::reason).containsExactly("gone", "by origin", "by match");
        assertThat(there.exemption(Rule.KEY, Cause.WEAK_KEY, null, "com.acme.A", NOW)
                        .reason())
                .isEqualTo("by origin");
        assertThat(there.exemption(Rule.KEY, Cause.WEAK_KEY, null, null, NOW).where())
                .isEqualTo("policy.yaml:5");
        assertThat(Policies.at(policy, "elsewhere").exemptions())
                .extracting(Exemption::reason)
                .containsExactly("by origin");
    }

    @Test
    void isNotAMistakeWhereOneDestinationForbidsIt() {
        Policy policy = Policies.of(
                "version: 1",
                "destinations: [{match: a.example, baseline: modern}]",
                "exemptions: [{rule: protocol, allow: TLSv1.2, match: a.example, reason: r, owner: o, expires: 2027-01-01}]");
        assertThat(holds(policy, "a.example", Rule.PROTOCOL, Cause.WEAK_NEGOTIATED, "TLSv1.2", null))
                .isTrue();
    }
}
