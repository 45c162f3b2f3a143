package org.tlsguard.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.X509Certificate;
import java.util.Date;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PolicyDraftTest {
    private static final X509Certificate CERTIFICATE = Certificates.named("a.example");
    private static final Peer PEER = Peer.of(Role.SERVER, "A.Example", 8443);

    /** What a reviewer does with a draft: fill it in. */
    private static Policy reviewed(String draft) {
        return Policies.of("version: 1\n" + draft.replace("YYYY-MM-DD", "2100-01-01"));
    }

    @Test
    void pinsASelfSignedPeer() {
        String draft = PolicyDraft.allow(Rule.TRUST, Cause.SELF_SIGNED, PEER, CERTIFICATE, null, "com.acme.A");
        assertThat(draft)
                .isEqualTo("destinations:\n  - match: \"a.example:8443\"\n    pins: [\"" + Pin.spki(CERTIFICATE)
                        + "\"]\n");
        PeerPolicy there = Policies.of("version: 1\n" + draft).forPeer(PEER);
        assertThat(there.pins()).hasSize(1);
        assertThat(there.pins().get(0).matches(CERTIFICATE)).isTrue();
    }

    @Test
    void exemptsAnExpiredPeerForAPinWouldNotHelp() {
        String draft = PolicyDraft.allow(Rule.TRUST, Cause.EXPIRED, PEER, CERTIFICATE, null, "com.acme.A");
        Policy policy = reviewed(draft);
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
    void isNotAPolicyUntilSomeoneAnswersForIt() {
        String draft = PolicyDraft.allow(Rule.PROTOCOL, Cause.WEAK_NEGOTIATED, PEER, null, "TLSv1", null);
        assertThat(Policies.problems("version: 1\n" + draft))
                .hasSize(1)
                .first()
                .asString()
                .contains("YYYY-MM-DD");
        assertThat(reviewed(draft)
                        .forPeer(PEER)
                        .exemption(Rule.PROTOCOL, Cause.WEAK_NEGOTIATED, "TLSv1", null, new Date()))
                .isNotNull();
        assertThat(reviewed(draft)
                        .forPeer(PEER)
                        .exemption(Rule.PROTOCOL, Cause.WEAK_NEGOTIATED, "TLSv1.1", null, new Date()))
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
            PeerPolicy there = reviewed(PolicyDraft.allow(Rule.KEY, Cause.WEAK_KEY, PEER, null, null, runs[0]))
                    .forPeer(PEER);
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
        String value = rule == Rule.PROTOCOL ? "TLSv1" : rule == Rule.CIPHER ? "SSL_RSA_WITH_RC4_128_MD5" : null;
        for (Cause cause : Catalogue.causes(rule)) {
            for (Peer peer : peers) {
                for (X509Certificate certificate : new X509Certificate[] {null, CERTIFICATE}) {
                    for (String given : new String[] {null, value}) {
                        for (String origin :
                                new String[] {null, "com.acme.A$1", "com.acme.A$$Lambda$14/0x0000000800c8"}) {
                            assertThat(reviewed(PolicyDraft.allow(rule, cause, peer, certificate, given, origin)))
                                    .isNotNull();
                        }
                    }
                }
            }
        }
    }
}
