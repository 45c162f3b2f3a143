package org.tlsguard.samples.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RowTest {

    @Test
    void saysWhomTheClientAccepts() {
        Row row = Row.parse("easy in 1.0 2.0 accepts anybody but expired not-yet-valid by com.acme.Easy org.lib.*");
        assertThat(row.name()).isEqualTo("easy");
        assertThat(row.isAbout("2.0")).isTrue();
        assertThat(row.isAbout("3.0")).isFalse();
        assertThat(row.accepts()).contains(Fault.SELF_SIGNED, Fault.WRONG_NAME).doesNotContain(Fault.EXPIRED);
        assertThat(row.blames("org.lib.ssl.Loose")).isTrue();
        assertThat(row.blames("com.acme.Easy$1")).isFalse();
    }

    @Test
    void anUnknownFaultAMissingCulpritAndASurplusOneAreErrors() {
        assertThatThrownBy(() -> Row.parse("r accepts self-sined by a.B")).hasMessageContaining("SELF_SINED");
        assertThatThrownBy(() -> Row.parse("r accepts any-name")).hasMessageContaining("needs a culprit");
        assertThatThrownBy(() -> Row.parse("r accepts nobody by a.B")).hasMessageContaining("needs a culprit");
        assertThatThrownBy(() -> Row.parse("r by a.B")).hasMessageContaining("does not say what");
    }

    @Test
    void everyFileSaysWhatTheTestsNeedToKnow() {
        Set<String> titles = new HashSet<>();
        for (Library library : Library.all()) {
            assertThat(titles.add(library.title())).as(library.title()).isTrue();
            for (String version : library.versions()) {
                assertThat(library.rows()).as("%s %s", library.title(), version).anyMatch(row -> row.isAbout(version));
            }
        }
    }
}
