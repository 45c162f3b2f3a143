package org.tlsguard.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceTest {

    @ParameterizedTest
    @CsvSource({
        "trust, self-signed unknown-issuer expired not-yet-valid bad-signature not-a-ca name-constraints wrong-usage"
                + " unknown-critical-extension distrusted pin-mismatch accepts-any",
        "name, mismatch unchecked accepts-any",
        "protocol, weak-enabled weak-negotiated",
        "cipher, weak-enabled weak-negotiated",
        "key, weak-key weak-signature weak-exchange",
        "revocation, revoked unknown"
    })
    void everyCauseOfTheCatalogueHasItsWords(String rule, String causes) {
        for (String cause : causes.split(" ")) {
            for (String state : new String[] {"active", "latent"}) {
                for (String outcome : new String[] {"reported", "rewritten", "vetoed", "exempted"}) {
                    assertThat(Evidence.of(finding(rule, cause, state, outcome, "server")))
                            .as("%s/%s, %s, %s", rule, cause, state, outcome)
                            .contains("10.0.0.5:8443")
                            .endsWith(".")
                            .doesNotContain("null", "..");
                }
            }
        }
    }

    @Test
    void whoCouldReadTheTrafficIsSaid() {
        assertThat(Evidence.of(finding("trust", "self-signed", "active", "reported", "server")))
                .isEqualTo(
                        "Anyone between this JVM and 10.0.0.5:8443 could read and change the traffic: it was accepted,"
                                + " although its certificate is vouched for by nobody but itself. It was reported only:"
                                + " the application went on.");
    }

    @Test
    void anExpiredCertificateIsNotCalledOneThatAnybodyCouldHaveMade() {
        assertThat(Evidence.of(finding("trust", "expired", "active", "reported", "server")))
                .doesNotContain("Anyone")
                .contains("has expired");
    }

    @Test
    void aVetoIsNotCalledAnAcceptedPeer() {
        assertThat(Evidence.of(finding("trust", "self-signed", "active", "vetoed", "server")))
                .startsWith("The application would have accepted 10.0.0.5:8443")
                .endsWith("It was refused.");
    }

    @Test
    void aClientIsNotCalledAServer() {
        assertThat(Evidence.of(finding("trust", "unknown-issuer", "active", "reported", "client")))
                .startsWith("Anyone could pose as the client 10.0.0.5:8443");
    }

    @Test
    void theCandidatePolicyIsNotSaidToHaveActed() {
        Finding finding = Finding.builder()
                .rule("cipher")
                .cause("weak-enabled")
                .state("latent")
                .outcome("vetoed")
                .disposition("candidate")
                .build();
        assertThat(Evidence.of(finding)).endsWith("The candidate policy would have refused it.");
    }

    @Test
    void rulesOfTheWholeJvmNeedNoPeer() {
        for (String rule : new String[] {"configuration", "coverage"}) {
            Finding finding = Finding.builder()
                    .rule(rule)
                    .cause("any")
                    .state("latent")
                    .outcome("reported")
                    .build();
            assertThat(Evidence.of(finding)).endsWith("went on.").doesNotContain("null");
        }
    }

    @Test
    void anUnknownRuleOrOutcomeIsLeftUncommented() {
        Finding unknown =
                Finding.builder().rule("x").cause("x").state("x").outcome("x").build();
        assertThat(Evidence.of(unknown)).isNull();
    }

    private static Finding finding(String rule, String cause, String state, String outcome, String role) {
        return Finding.builder()
                .rule(rule)
                .cause(cause)
                .state(state)
                .outcome(outcome)
                .peer(PeerFacts.of(role, "10.0.0.5", 8443))
                .build();
    }
}
