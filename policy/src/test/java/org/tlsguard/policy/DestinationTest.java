package org.tlsguard.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Date;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DestinationTest {
    private static boolean matches(String pattern, String host, int port) {
        Policy policy = Policies.of("version: 1", "destinations:", "  - match: \"" + pattern + "\"");
        return policy.forPeer(Peer.of(Role.SERVER, host, port)).where() != null;
    }

    @ParameterizedTest(name = "{0} matches {1}")
    @CsvSource({
        "a.example, a.example",
        "a.example, A.EXAMPLE",
        "a.example, a.example.",
        "A.Example., a.example",
        "bücher.example, xn--bcher-kva.example",
        "xn--bcher-kva.example, BÜCHER.example",
        "a_b.example, a_b.example",
        "localhost, localhost",
        "*.corp.example, a.corp.example",
        "**.corp.example, a.corp.example",
        "**.corp.example, a.b.c.corp.example",
        "10.0.0.5, 10.0.0.5",
        "10.0.0.5, ::ffff:10.0.0.5",
        "10.1.0.0/16, 10.1.255.255",
        "127.0.0.1, 127.1",
        "0.0.0.0/0, 192.0.2.1",
        "10.0.0.4/31, 10.0.0.5",
        "::1, 0:0:0:0:0:0:0:1",
        "::1, [::1]",
        "fe80::/10, fe80::1%eth0",
        "2001:db8::/32, 2001:0DB8:ffff::1",
        "::/0, 2001:db8::1",
    })
    void matchesAtAnyPort(String pattern, String host) {
        assertThat(matches(pattern, host, 443)).isTrue();
        assertThat(matches(pattern, host, -1)).isTrue();
    }

    @ParameterizedTest(name = "{0} does not match {1}")
    @CsvSource({
        "a.example, b.example",
        "a.example, x.a.example",
        "*.corp.example, corp.example",
        "*.corp.example, a.b.corp.example",
        "*.corp.example, acorp.example",
        "**.corp.example, corp.example",
        "**.corp.example, notcorp.example",
        "10.1.0.0/16, 10.2.0.0",
        "10.1.0.0/16, a10.1.0.1.example",
        "0.0.0.0/0, ::1",
        "::/0, 10.0.0.1",
        "a.example, 10.0.0.1",
    })
    void doesNotMatch(String pattern, String host) {
        assertThat(matches(pattern, host, 443)).isFalse();
    }

    @ParameterizedTest(name = "{0} matches {1} at 443 only")
    @CsvSource({
        "a.example:443, a.example",
        "*.example:443, a.example",
        "10.0.0.0/8:443, 10.0.0.1",
        "[::1]:443, ::1",
        "[2001:db8::/32]:443, 2001:db8::1",
    })
    void matchesAtItsPortOnly(String pattern, String host) {
        assertThat(matches(pattern, host, 443)).isTrue();
        assertThat(matches(pattern, host, 444)).isFalse();
        assertThat(matches(pattern, host, -1)).isFalse();
    }

    @Test
    void anUnknownHostMatchesNothing() {
        assertThat(matches("0.0.0.0/0", null, 443)).isFalse();
        assertThat(matches("**.example", "", 443)).isFalse();
    }

    @Test
    void theFirstEntryThatMatchesCountsWhateverItsKind() {
        Policy policy = Policies.of(
                "version: 1",
                "destinations:",
                "  - {match: \"**.example\", role: client}",
                "  - {match: \"*.corp.example:8443\"}",
                "  - {match: \"db.corp.example\"}",
                "  - {match: \"**.example\"}",
                "  - {match: \"*.corp.example\"}",
                "  - {match: 10.1.0.0/16}",
                "  - {match: 10.0.0.0/8}",
                "  - {match: 10.1.1.1:9}");
        assertThat(policy.forPeer(Peer.of(Role.SERVER, "db.corp.example", 8443)).where())
                .isEqualTo("policy.yaml:4");
        assertThat(policy.forPeer(Peer.of(Role.SERVER, "db.corp.example", 1)).where())
                .isEqualTo("policy.yaml:5");
        assertThat(policy.forPeer(Peer.of(Role.SERVER, "x.corp.example", 1)).where())
                .isEqualTo("policy.yaml:6");
        assertThat(policy.forPeer(Peer.of(Role.CLIENT, "x.corp.example", 1)).where())
                .isEqualTo("policy.yaml:3");
        assertThat(policy.forPeer(Peer.of(Role.SERVER, "10.1.1.1", 9)).where()).isEqualTo("policy.yaml:8");
        assertThat(policy.forPeer(Peer.of(Role.SERVER, "10.2.1.1", 9)).where()).isEqualTo("policy.yaml:9");
    }

    @Test
    void addsItsSubtractionsToThoseAbove() {
        PeerPolicy there = Policies.at(
                Policies.of(
                        "version: 1",
                        "protocols: {disable: TLSv1.1}",
                        "ciphers: {disable: \"*_CBC_*\"}",
                        "keys: {rsa: 3072, disable: SHA224}",
                        "destinations:",
                        "  - match: a.example",
                        "    baseline: legacy",
                        "    protocols: {disable: TLSv1.3}",
                        "    ciphers: {disable: \"TLS_RSA_*\"}",
                        "    keys: {ec: 384}"),
                "a.example");
        assertThat(there.protocols()).containsExactly("TLSv1", "TLSv1.2");
        assertThat(there.allowsCipherSuite("TLS_RSA_WITH_AES_128_GCM_SHA256")).isFalse();
        assertThat(there.allowsCipherSuite("TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA"))
                .isFalse();
        assertThat(there.allowsCipherSuite("TLS_ECDH_RSA_WITH_AES_128_GCM_SHA256"))
                .isTrue();
        assertThat(there.keys().smallestRsa()).isEqualTo(3072);
        assertThat(there.keys().smallestEc()).isEqualTo(384);
        assertThat(there.keys().smallestDh()).isEqualTo(1024);
        assertThat(there.keys().refusedHashes()).containsExactlyInAnyOrder("MD2", "MD4", "MD5", "SHA224");
    }

    @Test
    void itsBaselineReplacesTheOneAbove() {
        Policy policy =
                Policies.of("version: 1", "baseline: legacy", "destinations: [{match: a.example, baseline: modern}]");
        assertThat(Policies.at(policy, "a.example").protocols()).containsExactly("TLSv1.3");
        assertThat(Policies.at(policy, "b.example").protocols())
                .containsExactly("TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3");
    }

    @Test
    void whatIsBelowTheBaselineGivesNothingBack() {
        PeerPolicy anywhere = Policies.at(
                Policies.of("version: 1", "protocols: {min: TLSv1}", "keys: {rsa: 1024, ec: 160}"), "a.example");
        assertThat(anywhere.protocols()).containsExactly("TLSv1.2", "TLSv1.3");
        assertThat(anywhere.keys().smallestRsa()).isEqualTo(2048);
        assertThat(anywhere.keys().smallestEc()).isEqualTo(224);
    }

    @Test
    void itsRulesGoBeforeTheGeneralOnesAndThoseBeforeTheMode() {
        Policy policy = Policies.of(
                "version: 1",
                "rules: {key: audit, revocation: audit}",
                "destinations: [{match: a.example, rules: {key: off, trust: enforce}}]");
        PeerPolicy there = Policies.at(policy, "a.example");
        assertThat(there.mode(Rule.KEY, Mode.ENFORCE)).isEqualTo(Mode.OFF);
        assertThat(there.mode(Rule.TRUST, Mode.AUDIT)).isEqualTo(Mode.ENFORCE);
        assertThat(there.mode(Rule.NAME, Mode.AUDIT)).isEqualTo(Mode.AUDIT);
        assertThat(there.mode(Rule.REVOCATION, Mode.ENFORCE)).isEqualTo(Mode.AUDIT);
        assertThat(Policies.at(policy, "b.example").mode(Rule.KEY, Mode.ENFORCE))
                .isEqualTo(Mode.AUDIT);
    }

    @Test
    void pinsOrAnchorsOfItsOwnShutOutTheApplicationsOwn() {
        Policy policy = Policies.of(
                "version: 1",
                "destinations:",
                "  - {match: pinned.example, pins: \"" + Policies.PIN + "\"}",
                "  - {match: anchored.example, anchors: os}",
                "  - {match: plain.example}");
        assertThat(Policies.at(policy, "pinned.example").acceptsApplicationAnchors())
                .isFalse();
        assertThat(Policies.at(policy, "anchored.example").acceptsApplicationAnchors())
                .isFalse();
        assertThat(Policies.at(policy, "plain.example").acceptsApplicationAnchors())
                .isTrue();
    }

    @Test
    void answersFastAmongAHundredThousandEntries() {
        StringBuilder lines = new StringBuilder("version: 1\ndestinations:\n");
        for (int i = 0; i < 100_000; i++) {
            switch (i % 4) {
                case 0:
                    lines.append("- {match: h").append(i).append(".example, baseline: modern}\n");
                    break;
                case 1:
                    lines.append("- {match: \"*.s").append(i).append(".example:443\", scheme: ldap}\n");
                    break;
                case 2:
                    lines.append("- {match: \"**.d").append(i).append(".example\", keys: {rsa: 4096}}\n");
                    break;
                default:
                    lines.append("- {match: ").append(10 + i % 200).append('.').append(i / 200 % 256);
                    lines.append('.').append(i / 51200).append(".0/24}\n");
            }
        }
        Policy policy = Policies.of(lines.toString());
        Random random = new Random(1);
        long start = System.nanoTime();
        int matched = 0;
        for (int n = 0; n < 200_000; n++) {
            int i = random.nextInt(100_000);
            String host =
                    i % 4 == 0 ? "h" + i + ".example" : i % 4 == 1 ? "a.s" + i + ".example" : "a.b.d" + i + ".example";
            // Another port each time, so that the memory of answers is no help.
            matched += policy.forPeer(Peer.of(Role.SERVER, host, i % 4 == 1 ? 443 : n % 60_000))
                                    .where()
                            == null
                    ? 0
                    : 1;
        }
        assertThat(matched).isBetween(140_000, 160_000);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
        assertThat(policy.forPeer(Peer.of(Role.SERVER, "h99996.example", 1)).where())
                .isEqualTo("policy.yaml:99999");
    }

    @Test
    void remembersWhatItAnswered() {
        Policy policy = Policies.of("version: 1", "destinations: [{match: a.example}]");
        assertThat(Policies.at(policy, "a.example")).isSameAs(Policies.at(policy, "A.example."));
        assertThat(Policies.at(policy, "b.example")).isSameAs(Policies.at(policy, "c.example"));
    }

    private static final Date LAST_MOMENT = new Date(1806537599999L); // 2027-03-31T23:59:59.999Z
    private static final Date AFTERWARDS = new Date(LAST_MOMENT.getTime() + 1);

    @Test
    void pinsVouchUntilTheirLastDayAndRestrictForEver() {
        PeerPolicy there = Policies.at(
                Policies.of(
                        "version: 1",
                        "destinations:",
                        "  - match: a.example",
                        "    pins: \"" + Policies.PIN + "\"",
                        "    reason: ticket 4711",
                        "    owner: ops@corp.example",
                        "    expires: 2027-03-31"),
                "a.example");
        assertThat(there.pinsVouch(LAST_MOMENT)).isTrue();
        assertThat(there.hasExpired(LAST_MOMENT)).isFalse();
        assertThat(there.pinsVouch(AFTERWARDS)).isFalse();
        assertThat(there.hasExpired(AFTERWARDS)).isTrue();
        assertThat(there.pins()).hasSize(1);
        assertThat(there.acceptsApplicationAnchors()).isFalse();
        assertThat(there.expiryDay()).isEqualTo("2027-03-31");
        assertThat(there.reason()).isEqualTo("ticket 4711");
        assertThat(there.owner()).isEqualTo("ops@corp.example");
    }

    @Test
    void anotherNameIsExpectedUntilItsLastDay() {
        PeerPolicy there = Policies.at(
                Policies.of(
                        "version: 1",
                        "destinations:",
                        "  - match: a.example",
                        "    name: b.example",
                        "    expires: 2027-03-31"),
                "a.example");
        assertThat(there.referenceIdentifier(LAST_MOMENT)).isEqualTo("b.example");
        assertThat(there.referenceIdentifier(AFTERWARDS)).isNull();
    }

    @Test
    void withoutAnEndThereIsNone() {
        Policy policy = Policies.of("version: 1", "destinations:", "  - match: a.example", "    name: b.example");
        PeerPolicy there = Policies.at(policy, "a.example");
        assertThat(there.referenceIdentifier(new Date(Long.MAX_VALUE))).isEqualTo("b.example");
        assertThat(there.hasExpired(new Date(Long.MAX_VALUE))).isFalse();
        assertThat(there.expiryDay()).isNull();
        assertThat(there.pinsVouch(LAST_MOMENT)).isFalse();
        assertThat(policy.terms()).isEmpty();
    }

    @Test
    void everythingThatEndsIsListed() {
        Policy policy = Policies.of(
                "version: 1",
                "destinations:",
                "  - {match: a.example, name: b.example, expires: 2027-03-31}",
                "exemptions:",
                "  - {rule: key, match: a.example, reason: r, owner: o, expires: 2026-01-01}");
        assertThat(policy.terms())
                .extracting(term -> term.kind().id() + " " + term.where() + " " + term.lastDay() + " "
                        + term.hasPassed(LAST_MOMENT) + " " + term.hasPassed(AFTERWARDS))
                .containsExactly(
                        "destination policy.yaml:3 2027-03-31 false true",
                        "exemption policy.yaml:5 2026-01-01 true true");
    }
}
