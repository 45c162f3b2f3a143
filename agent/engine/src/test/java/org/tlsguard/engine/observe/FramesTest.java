package org.tlsguard.engine.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.lang.reflect.Method;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class FramesTest {

    /** As a library sees it that calls back. */
    private Frames seen;

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

    @Test
    void whoHasALibraryDoSomethingIsTold() {
        assertThatCode(this::look).doesNotThrowAnyException();

        assertThat(seen.initiatorOf(seen.caller()).getMethodName()).isEqualTo("whoHasALibraryDoSomethingIsTold");
    }

    /** Otherwise it is the container. */
    @Test
    void whoMakesALibrarysObjectByReflectionIsNotMeant() throws ReflectiveOperationException {
        Method method = Assertions.class.getMethod("assertThatCode", ThrowingCallable.class);

        method.invoke(null, (ThrowingCallable) this::look);

        StackTraceElement told = seen.initiatorOf(seen.caller());
        assertThat(told.getClassName() + '.' + told.getMethodName())
                .isEqualTo(Assertions.class.getName() + ".assertThatCode");
    }

    private void look() {
        seen = Frames.here();
    }
}
