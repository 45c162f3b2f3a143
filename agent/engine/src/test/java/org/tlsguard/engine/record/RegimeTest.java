package org.tlsguard.engine.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tlsguard.policy.Mode;
import org.tlsguard.policy.Policy;
import org.tlsguard.policy.Rule;

class RegimeTest {

    @TempDir
    private Path folder;

    private Regime regime(Mode mode, String... lines) throws Exception {
        Path file = folder.resolve("policy.yaml");
        Files.write(file, ("version: 1\n" + String.join("\n", lines)).getBytes("US-ASCII"));
        return Regime.of(Policy.load(file.toFile()), mode);
    }

    @Test
    void inAuditModeNothingIsRefusedForAFault() throws Exception {
        assertThat(regime(Mode.AUDIT).failsClosed(Rule.TRUST, Rule.NAME)).isFalse();
    }

    @Test
    void inEnforceModeEverythingIs() throws Exception {
        assertThat(regime(Mode.ENFORCE).failsClosed(Rule.TRUST)).isTrue();
        assertThat(regime(Mode.ENFORCE, "rules: {trust: audit}").failsClosed(Rule.TRUST))
                .isTrue();
    }

    @Test
    void aRuleThatIsEnforcedByItselfFailsClosedByItself() throws Exception {
        Regime onlyTrust = regime(Mode.AUDIT, "rules: {trust: enforce}");

        assertThat(onlyTrust.failsClosed(Rule.TRUST)).isTrue();
        assertThat(onlyTrust.failsClosed(Rule.NAME, Rule.TRUST)).isTrue();
        assertThat(onlyTrust.failsClosed(Rule.NAME, Rule.PROTOCOL)).isFalse();
    }

    @Test
    void whatOnlyTheCandidateEnforcesIsNotRefused() throws Exception {
        Regime tried = regime(Mode.AUDIT);

        assertThat(tried.trying(tried.policy(), Mode.ENFORCE).failsClosed(Rule.TRUST))
                .isFalse();
    }
}
