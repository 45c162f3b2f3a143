package org.tlsguard.engine.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class FramesTest {

    /** By itself it would begin with {@code java.base/}, from Java 9 on. */
    @Test
    void aFrameIsToldWithoutLoaderAndModule() {
        StackTraceElement ofJdk =
                Optional.of(1).map(any -> new Throwable().getStackTrace()[1]).orElseThrow(AssertionError::new);

        assertThat(Frames.text(ofJdk)).startsWith("java.util.Optional.map(Optional.java:");
    }

    @Test
    void aFrameOfCodeWithoutDebugInformationIsToldAsTheJdkDoes() {
        StackTraceElement frame = new StackTraceElement("com.acme.Main", "main", null, -1);

        assertThat(Frames.text(frame)).isEqualTo("com.acme.Main.main(Unknown Source)");
    }
}
