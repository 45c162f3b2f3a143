package org.tlsguard.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PremainTest {

    @ParameterizedTest
    @CsvSource({"1.8.0,0", "1.8.0_5,5", "1.8.0_60,60", "1.8.0_260-b11,260", "1.8.0_462-b08,462", "1.8.0-internal,0"})
    void knowsTheUpdateOfJava8(String version, int update) {
        assertThat(Premain.updateOfJava8(version)).isEqualTo(update);
    }

    @ParameterizedTest
    @ValueSource(strings = {"11.0.24", "17", "17-ea", "21.0.13", "25.0.5", "26-internal"})
    void aNewerJavaIsNewerThanAnyUpdateOfJava8(String version) {
        assertThat(Premain.updateOfJava8(version)).isEqualTo(Integer.MAX_VALUE);
    }
}
