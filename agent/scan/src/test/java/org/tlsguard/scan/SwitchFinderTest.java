package org.tlsguard.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tlsguard.scan.material.Switches;

class SwitchFinderTest {

    @ParameterizedTest
    @CsvSource({
        "namedContext, protocol/weak-enabled, certain",
        "enabledProtocols, protocol/weak-enabled, certain",
        "protocolsOfField, protocol/weak-enabled, certain",
        "enabledSuites, cipher/weak-enabled, certain",
        "clearedIdentification, name/unchecked, certain",
        "disabledAlgorithms, configuration/weakened, certain",
        "httpClient, name/unchecked, certain",
        "mail, trust/accepts-any, certain",
        "postgres, trust/accepts-any, certain",
        "onRequest, name/unchecked, possible"
    })
    void aSwitchThatIsThrownIsFound(String method, String sin, String certainty) throws IOException {
        assertThat(Scans.in(Scans.ofMaterial(), Switches.class.getName()))
                .filteredOn(finding -> method.equals(finding.origin().method()))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule() + "/" + finding.cause()).isEqualTo(sin);
                    assertThat(finding.certainty()).isEqualTo(certainty);
                    assertThat(finding.origin().file()).isEqualTo("Switches.java");
                    assertThat(finding.origin().line()).isPositive();
                    assertThat(finding.remedy()).isNotEmpty();
                });
    }

    @Test
    void aSwitchThatIsLeftAloneIsNone() throws IOException {
        assertThat(Scans.in(Scans.ofMaterial(), Switches.class.getName()).stream()
                        .map(finding -> finding.origin().method())
                        .collect(Collectors.toList()))
                .doesNotContain("none");
    }
}
