package org.tlsguard.samples.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RowTest {

    @Test
    void saysWhomTheClientAccepts() {
        Row row = Row.parse(
                "easy in 1.0 2.0 accepts anybody but expired not-yet-valid by com.acme.Easy org.lib.* with be(easy) in all");
        assertThat(row.name()).isEqualTo("easy");
        assertThat(row.setting()).isEqualTo("be(easy) in all");
        assertThat(row.isAbout("2.0")).isTrue();
        assertThat(row.isAbout("3.0")).isFalse();
        assertThat(row.accepts()).contains(Fault.SELF_SIGNED, Fault.WRONG_NAME).doesNotContain(Fault.EXPIRED);
        assertThat(row.blames("org.lib.ssl.Loose")).isTrue();
        assertThat(row.blames("com.acme.Easy$1")).isFalse();
    }

    @Test
    void anUnknownFaultAMissingCulpritAndASurplusOneAreErrors() {
        assertThatThrownBy(() -> Row.parse("r accepts self-sined by a.B with x"))
                .hasMessageContaining("SELF_SINED");
        assertThatThrownBy(() -> Row.parse("r accepts any-name with x")).hasMessageContaining("needs a culprit");
        assertThatThrownBy(() -> Row.parse("r accepts nobody by a.B with x")).hasMessageContaining("needs a culprit");
        assertThatThrownBy(() -> Row.parse("r by a.B with x")).hasMessageContaining("does not say what");
    }

    @Test
    void theLibraryAsItComesHasNoSettingAndEverythingElseHasOne() {
        assertThat(Row.parse("default accepts nobody").isDefault()).isTrue();
        assertThat(Row.parse("easy accepts nobody with ease").isDefault()).isFalse();
        assertThatThrownBy(() -> Row.parse("default accepts nobody with ease")).hasMessageContaining("a setting");
        assertThatThrownBy(() -> Row.parse("easy accepts nobody")).hasMessageContaining("a setting");
    }

    @Test
    void whoTrustsAnyoneIsToldFromWhoIsParticular() {
        assertThat(Row.parse("default accepts any-chain but expired by a.B").trustsAnyone())
                .isTrue();
        assertThat(Row.parse("default accepts any-chain but issuer-not-ca by a.B")
                        .trustsAnyone())
                .isFalse();
        assertThat(Row.parse("default accepts any-name by a.B").trustsAnyone()).isFalse();
    }

    @Test
    void everyFileSaysWhatTheTestsNeedToKnow() {
        Set<String> titles = new HashSet<>();
        for (Library library : Library.all()) {
            assertThat(titles.add(library.title())).as(library.title()).isTrue();
            for (String version : library.versions()) {
                assertThat(library.rows(version))
                        .as("%s %s", library.title(), version)
                        .isNotEmpty();
            }
        }
    }
}
