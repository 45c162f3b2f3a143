package org.tlsguard.engine;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class PreloadTest {

    /** One that does not would end the preloading there, and nobody would notice. */
    @ParameterizedTest
    @FieldSource("org.tlsguard.engine.Preload#NAMES")
    void everyClassThatIsPreloadedExists(String name) {
        assertThatCode(() -> Class.forName(name, false, getClass().getClassLoader()))
                .doesNotThrowAnyException();
    }
}
