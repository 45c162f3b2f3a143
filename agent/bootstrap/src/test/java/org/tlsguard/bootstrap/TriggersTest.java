package org.tlsguard.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TriggersTest {

    @Test
    void noClassIsInBothLists() {
        Set<String> both = new HashSet<>(Arrays.asList(Triggers.STARTING));
        both.retainAll(Arrays.asList(Triggers.FOLLOWING));

        assertThat(both).isEmpty();
    }

    @Test
    void theListsAreSortedSoThatChangesAreReadable() {
        assertThat(Triggers.STARTING).isSorted();
        assertThat(Triggers.FOLLOWING).isSorted();
        assertThat(Triggers.ELSEWHERE).isSorted();
    }

    @Test
    void aClassThatIsLoadedWithoutTlsDoesNotStartTheEngine() {
        // Each is in the table, and each is loaded by an application that verifies a signed jar, say.
        assertThat(Triggers.starts("java/security/Security")).isFalse();
        assertThat(Triggers.starts("sun/security/validator/Validator")).isFalse();
        assertThat(Triggers.follows("java/security/Security")).isTrue();
    }

    @Test
    void anotherEngineIsKnownUnderWhateverNameItIsShaded() {
        assertThat(Triggers.mayBeOfOtherEngine("org/bouncycastle/tls/TlsUtils")).isTrue();
        assertThat(Triggers.mayBeOfOtherEngine("com/acme/shaded/org/bouncycastle/tls/TlsUtils"))
                .isTrue();
        assertThat(Triggers.mayBeOfOtherEngine("com/acme/TlsUtils")).isFalse();
    }

    @Test
    void namesAreInternalNames() {
        assertThat(Triggers.starts("javax/net/ssl/SSLContext")).isTrue();
        assertThat(Triggers.starts("javax.net.ssl.SSLContext")).isFalse();
        assertThat(Triggers.starts("com/acme/Main")).isFalse();
    }
}
