package org.tlsguard.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CatalogueTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "trust|self-signed unknown-issuer expired not-yet-valid bad-signature not-a-ca name-constraints wrong-usage unknown-critical-extension distrusted pin-mismatch accepts-any",
                "name|mismatch unchecked accepts-any",
                "protocol|weak-enabled weak-negotiated",
                "cipher|weak-enabled weak-negotiated",
                "key|weak-key weak-signature weak-exchange",
                "revocation|revoked unknown",
                "configuration|weakened",
                "coverage|unguarded",
            })
    void knowsTheCausesOfEachRule(String rule, String causes) {
        assertThat(Catalogue.causes(Rule.of(rule))).extracting(Cause::id).containsExactly(causes.split(" "));
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void saysSomethingAboutEachCause(Rule rule) {
        for (Cause cause : Catalogue.causes(rule)) {
            assertThat(Catalogue.describe(rule, cause)).endsWith(".");
            assertThat(Catalogue.remedy(rule, cause)).endsWith(".");
            assertThat(Catalogue.cwe(rule, cause)).isNotEmpty().allMatch(cwe -> cwe.matches("CWE-[0-9]+"));
            assertThat(Catalogue.severity(rule, cause, State.LATENT))
                    .isGreaterThanOrEqualTo(Catalogue.severity(rule, cause, State.ACTIVE));
        }
    }

    @Test
    void usesEveryCause() {
        Set<Cause> used = EnumSet.noneOf(Cause.class);
        for (Rule rule : Rule.values()) {
            used.addAll(Catalogue.causes(rule));
        }
        assertThat(used).containsExactlyInAnyOrder(Cause.values());
    }

    @Test
    void anImpostorIsCriticalAndOneThatOnlyCouldBeIsNot() {
        assertThat(Catalogue.severity(Rule.TRUST, Cause.SELF_SIGNED, State.ACTIVE))
                .isEqualTo(Severity.CRITICAL);
        assertThat(Catalogue.severity(Rule.TRUST, Cause.ACCEPTS_ANY, State.LATENT))
                .isEqualTo(Severity.HIGH);
        assertThat(Catalogue.severity(Rule.REVOCATION, Cause.UNKNOWN, State.LATENT))
                .isEqualTo(Severity.LOW);
        assertThat(Catalogue.cwe(Rule.TRUST, Cause.SELF_SIGNED)).containsExactly("CWE-295");
    }

    @Test
    void refusesACauseOfAnotherRule() {
        assertThatThrownBy(() -> Catalogue.describe(Rule.KEY, Cause.EXPIRED))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void idsAreTheNamesWithDashes() {
        for (Cause cause : Cause.values()) {
            assertThat(cause.id()).isEqualTo(cause.name().toLowerCase().replace('_', '-'));
            assertThat(Cause.of(cause.id())).isEqualTo(cause);
        }
        for (Rule rule : Rule.values()) {
            assertThat(rule.id()).isEqualTo(rule.name().toLowerCase());
            assertThat(Rule.of(rule.id())).isEqualTo(rule);
        }
        for (Scheme scheme : Scheme.values()) {
            assertThat(Scheme.of(scheme.id())).isEqualTo(scheme);
        }
        assertThat(Mode.of("AUDIT")).isNull();
        assertThat(Mode.of(null)).isNull();
        assertThat(Scheme.of("none")).isNull();
    }
}
