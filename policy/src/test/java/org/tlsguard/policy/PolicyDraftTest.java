package org.tlsguard.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PolicyDraftTest {
    private static final X509Certificate CERTIFICATE = Certificates.named("a.example");
    private static final Peer PEER = Peer.of(Role.SERVER, "A.Example", 8443);

    private static final List<String> NONE = Collections.emptyList();
    private static final Date NOW = new Date();

    private static Policy pasted(String draft) {
        return Policies.of("version: 1\n" + draft);
    }

    private static String draft(Rule rule, Cause cause, Peer peer, String origin, String... values) {
        return PolicyDraft.allow(rule, cause, peer, null, Arrays.asList(values), origin, NOW);
    }

    @Test
    void pinsASelfSignedPeer() {
        String draft = PolicyDraft.allow(Rule.TRUST, Cause.SELF_SIGNED, PEER, CERTIFICATE, NONE, "com.acme.A", NOW);
        assertThat(draft)
                .isEqualTo("destinations:\n  - match: \"a.example:8443\"\n    pins: [\"" + Pin.spki(CERTIFICATE)
                        + "\"]\n");
        PeerPolicy there = Policies.of("version: 1\n" + draft).forPeer(PEER);
        assertThat(there.pins()).hasSize(1);
        assertThat(there.pins().get(0).matches(CERTIFICATE)).isTrue();
    }

    @Test
    void exemptsAnExpiredPeerForAPinWouldNotHelp() {
        String draft = PolicyDraft.allow(Rule.TRUST, Cause.EXPIRED, PEER, CERTIFICATE, NONE, "com.acme.A", NOW);
        Policy policy = pasted(draft);
        PeerPolicy there = policy.forPeer(PEER);
        Date now = new Date();
        assertThat(there.exemption(Rule.TRUST, Cause.EXPIRED, null, "com.acme.A", now))
                .isNotNull();
        assertThat(there.exemption(Rule.TRUST, Cause.EXPIRED, null, "com.acme.B", now))
                .isNull();
        assertThat(there.exemption(Rule.TRUST, Cause.SELF_SIGNED, null, "com.acme.A", now))
                .isNull();
        assertThat(policy.forPeer(Peer.of(Role.SERVER, "a.example", 443))
                        .exemption(Rule.TRUST, Cause.EXPIRED, null, "com.acme.A", now))
                .isNull();
    }

    @Test
    void exemptsByOriginWhatBelongsToNoPeer() {
        String draft = PolicyDraft.allow(Rule.COVERAGE, Cause.UNGUARDED, null, null, NONE, "com.acme.A", NOW);
        assertThat(draft).contains("origin: \"com.acme.A\"").doesNotContain("match:");
    }

    @Test
    void holdsAsItIsForAMonthInWhichSomeoneHasToAnswerForIt() {
        String draft = draft(Rule.PROTOCOL, Cause.WEAK_NEGOTIATED, PEER, null, "TLSv1");
        assertThat(draft).contains("not reviewed");
        PeerPolicy there = pasted(draft).forPeer(PEER);
        assertThat(there.exemption(Rule.PROTOCOL, Cause.WEAK_NEGOTIATED, "TLSv1", null, NOW))
                .isNotNull();
        assertThat(there.exemption(Rule.PROTOCOL, Cause.WEAK_NEGOTIATED, "TLSv1.1", null, NOW))
                .isNull();
        Date later = new Date(NOW.getTime() + 32 * Day.MILLISECONDS);
        assertThat(there.exemption(Rule.PROTOCOL, Cause.WEAK_NEGOTIATED, "TLSv1", null, later))
                .isNull();
        assertThat(there.expiredExemption(Rule.PROTOCOL, Cause.WEAK_NEGOTIATED, "TLSv1", null, later))
                .isNotNull();
    }

    @Test
    void namesAllVersionsOfWhichThePeerMayWantOne() {
        PeerPolicy there = pasted(draft(Rule.PROTOCOL, Cause.WEAK_ENABLED, PEER, "com.acme.A", "TLSv1.1", "TLSv1"))
                .forPeer(PEER);
        for (String version : new String[] {"TLSv1", "TLSv1.1"}) {
            assertThat(there.exemption(Rule.PROTOCOL, Cause.WEAK_NEGOTIATED, version, null, NOW))
                    .isNotNull();
        }
        assertThat(there.exemption(Rule.PROTOCOL, Cause.WEAK_NEGOTIATED, "SSLv3", null, NOW))
                .isNull();
    }

    @Test
    void exemptsCodeWhereThereIsNoPeer() {
        PeerPolicy anywhere = pasted(draft(Rule.COVERAGE, Cause.UNGUARDED, null, "com.acme.A"))
                .forPeer(PEER);
        assertThat(anywhere.exemption(Rule.COVERAGE, Cause.UNGUARDED, null, "com.acme.A", NOW))
                .isNotNull();
        assertThat(anywhere.exemption(Rule.COVERAGE, Cause.UNGUARDED, null, "com.acme.B", NOW))
                .isNull();
    }

    @Test
    void makesNoPageOfManySuites() {
        String[] suites = {
            "TLS_RSA_WITH_AES_128_CBC_SHA",
            "TLS_DHE_RSA_WITH_AES_128_CBC_SHA",
            "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA",
            "TLS_RSA_WITH_AES_256_GCM_SHA384",
            "TLS_DHE_DSS_WITH_AES_256_GCM_SHA384",
        };
        String draft = draft(Rule.CIPHER, Cause.WEAK_ENABLED, PEER, null, suites);
        assertThat(draft).contains("[\"*_WITH_AES_128_CBC_SHA\", \"*_WITH_AES_256_GCM_SHA384\"]");
        PeerPolicy there = pasted(draft).forPeer(PEER);
        for (String suite : suites) {
            assertThat(there.exemption(Rule.CIPHER, Cause.WEAK_NEGOTIATED, suite, null, NOW))
                    .isNotNull();
        }
        assertThat(there.exemption(Rule.CIPHER, Cause.WEAK_NEGOTIATED, "TLS_RSA_WITH_AES_256_CBC_SHA", null, NOW))
                .isNull();
    }

    @Test
    void namesLambdasAndHiddenClassesSoThatTheNextRunFindsThem() {
        for (String[] runs : new String[][] {
            {
                "com.acme.A$$Lambda$14/0x0000000800c8",
                "com.acme.A$$Lambda/0x00007f2a",
                "com.acme.AB$$Lambda$14/0x0000000800c8"
            },
            {"com.acme.A/0x0000000800c8", "com.acme.A/0x00007f2a", "com.acme.AB/0x0000000800c8"},
            {"com.acme.A$1", "com.acme.A$1", "com.acme.A$10"},
        }) {
            PeerPolicy there =
                    pasted(draft(Rule.KEY, Cause.WEAK_KEY, PEER, runs[0])).forPeer(PEER);
            assertThat(there.exemption(Rule.KEY, Cause.WEAK_KEY, null, runs[1], new Date()))
                    .isNotNull();
            assertThat(there.exemption(Rule.KEY, Cause.WEAK_KEY, null, runs[2], new Date()))
                    .isNull();
        }
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void allowsEveryCauseOfEveryRuleWhateverIsKnown(Rule rule) {
        Peer[] peers = {
            PEER,
            Peer.of(Role.SERVER, "::1", 443),
            Peer.of(Role.SERVER, "10.0.0.1", -1),
            Peer.of(Role.CLIENT, "10.0.0.1", 50000),
            Peer.of(Role.SERVER, null, -1),
            Peer.of(Role.SERVER, "a\n- b: \"c\"", 1),
        };
        List<String> value = rule == Rule.PROTOCOL
                ? Arrays.asList("TLSv1", "unheard of")
                : rule == Rule.CIPHER ? Arrays.asList("SSL_RSA_WITH_RC4_128_MD5", "unheard of") : NONE;
        for (Cause cause : Catalogue.causes(rule)) {
            for (Peer peer : peers) {
                for (X509Certificate certificate : new X509Certificate[] {null, CERTIFICATE}) {
                    for (List<String> given : Arrays.asList(NONE, value)) {
                        for (String origin :
                                new String[] {null, "com.acme.A$1", "com.acme.A$$Lambda$14/0x0000000800c8"}) {
                            assertThat(pasted(PolicyDraft.allow(rule, cause, peer, certificate, given, origin, NOW)))
                                    .isNotNull();
                        }
                    }
                }
            }
        }
    }
}
