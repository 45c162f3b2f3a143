package org.tlsguard.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PremainTest {

    @ParameterizedTest
    @ValueSource(strings = {"1.8.0", "1.8.0_5", "1.8.0_60", "1.8.0_252", "1.8.0_260-b11"})
    void aJava8WithTheOldJsseIsNotGuarded(String version) {
        assertThat(Premain.isTooOld(version)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.8.0_261",
                "1.8.0_272",
                "1.8.0_504",
                "1.8.0_462-b08",
                "11.0.24",
                "17",
                "17-ea",
                "21.0.13",
                "25.0.5",
                "26-internal"
            })
    void everyNewerJavaIs(String version) {
        assertThat(Premain.isTooOld(version)).isFalse();
    }
}
