package org.tlsguard.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tlsguard.report.Finding;
import org.tlsguard.scan.material.SinfulTrustManagers;
import org.tlsguard.scan.material.SinfulVerifiers;
import org.tlsguard.scan.material.SoundTrustManagers;
import org.tlsguard.scan.material.SoundVerifiers;

/** What cannot refuse is found, and what can is left in peace. */
class GateTest {

    static Stream<Class<?>> sinfulTrustManagers() {
        return Stream.of(SinfulTrustManagers.class.getDeclaredClasses());
    }

    static Stream<Class<?>> soundTrustManagers() {
        return Stream.of(SoundTrustManagers.class.getDeclaredClasses());
    }

    static Stream<Class<?>> sinfulVerifiers() {
        return Stream.of(SinfulVerifiers.class.getDeclaredClasses()).filter(each -> !each.isInterface());
    }

    static Stream<Class<?>> soundVerifiers() {
        return Stream.of(SoundVerifiers.class.getDeclaredClasses());
    }

    @ParameterizedTest
    @MethodSource("sinfulTrustManagers")
    void aTrustManagerThatCannotRefuseIsFound(Class<?> sinner) throws IOException {
        String blamed = sinner.getSimpleName().equals("Inherits")
                ? sinner.getSuperclass().getName()
                : sinner.getName();
        assertThat(Scans.in(Scans.ofMaterial(), blamed)).singleElement().satisfies(finding -> {
            assertThat(finding.rule() + "/" + finding.cause()).isEqualTo("trust/accepts-any");
            assertThat(finding.certainty()).isIn("certain", "likely");
            assertThat(finding.state()).isEqualTo("latent");
            assertThat(finding.origin().line()).isPositive();
        });
    }

    @ParameterizedTest
    @MethodSource("soundTrustManagers")
    void aTrustManagerThatTellsPeersApartIsLeftInPeace(Class<?> sound) throws IOException {
        assertThat(Scans.in(Scans.ofMaterial(), sound.getName())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("sinfulVerifiers")
    void aVerifierThatCannotRefuseIsFound(Class<?> sinner) throws IOException {
        boolean inherits = sinner.getInterfaces().length > 0
                && sinner.getInterfaces()[0].getName().startsWith(SinfulVerifiers.class.getName());
        String blamed = inherits ? sinner.getInterfaces()[0].getName() : sinner.getName();
        assertThat(Scans.in(Scans.ofMaterial(), blamed)).singleElement().satisfies(finding -> {
            assertThat(finding.rule() + "/" + finding.cause()).isEqualTo("name/accepts-any");
            assertThat(finding.certainty()).isIn("certain", "likely");
        });
    }

    @ParameterizedTest
    @MethodSource("soundVerifiers")
    void aVerifierThatComparesIsLeftInPeace(Class<?> sound) throws IOException {
        assertThat(Scans.in(Scans.ofMaterial(), sound.getName())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Empty, certain, can refuse nobody",
        "Swallows, certain, ignores the refusal",
        "SwallowsInHelper, certain, ignores the refusal",
        "DatesOnly, certain, period of validity",
        "PresenceOnly, certain, accepts anyone",
        "NamesOnly, likely, anyone can write",
        "ServedAnchors, likely, the chain itself",
        "ForgivesExpiry, likely, some of the reasons"
    })
    void theFindingSaysWhatIsWrongAndHowSureThatIs(String sinner, String certainty, String words) throws IOException {
        List<Finding> found = Scans.in(Scans.ofMaterial(), SinfulTrustManagers.class.getName() + "$" + sinner);
        assertThat(found).singleElement().satisfies(finding -> {
            assertThat(finding.certainty()).isEqualTo(certainty);
            assertThat(finding.message()).contains(words);
        });
    }

    @Test
    void whatOnlyVerifiesClientsIsBlamedForThat() throws IOException {
        assertThat(Scans.in(Scans.ofMaterial(), SinfulTrustManagers.class.getName() + "$ForServersOnly"))
                .extracting(finding -> finding.origin().method())
                .containsExactly("checkClientTrusted");
    }
}
