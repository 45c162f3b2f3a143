package org.tlsguard.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    private static final Map<String, String> NOTHING = Collections.emptyMap();

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "")
    void withoutOptionsNothingIsSet(String arguments) {
        assertThat(Options.read(arguments, NOTHING, NOTHING)).isEmpty();
    }

    @Test
    void readsEveryKey() {
        assertThat(Options.read("mode=enforce,policy=p.yaml,report=out/%p,log=none", NOTHING, NOTHING))
                .containsOnly(
                        entry("mode", "enforce"),
                        entry("policy", "p.yaml"),
                        entry("report", "out/%p"),
                        entry("log", "none"));
    }

    @Test
    void aValueMayContainEqualsSigns() {
        assertThat(Options.read("report=a=b", NOTHING, NOTHING)).containsEntry("report", "a=b");
    }

    @Test
    void theAgentOptionWinsOverThePropertyAndThatOverTheEnvironment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("TLSGUARD_MODE", "off");
        environment.put("TLSGUARD_LOG", "none");
        environment.put("TLSGUARD_REPORT", "of-environment");
        Map<String, String> properties = new HashMap<>();
        properties.put("tlsguard.mode", "audit");
        properties.put("tlsguard.log", "slf4j");

        assertThat(Options.read("mode=enforce", properties, environment))
                .containsOnly(entry("mode", "enforce"), entry("log", "slf4j"), entry("report", "of-environment"));
    }

    @Test
    void propertiesOfOthersAreNotLookedAt() {
        Properties properties = new Properties();
        properties.put("tlsguardian", "x");
        properties.put(new Object(), new Object());
        properties.put("tlsguard.mode", 4711);

        assertThat(Options.read(null, properties, NOTHING)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "enforce                  | -javaagent:1:1: \"enforce\" is not key=value; the keys are mode, policy, report"
                        + " and log (did you mean \"mode=enforce\"?)",
                "whatever                 | -javaagent:1:1: \"whatever\" is not key=value; the keys are mode, policy, report"
                        + " and log",
                "mode=audit,              | -javaagent:1:12: \"\" is not key=value; the keys are mode, policy, report and"
                        + " log",
                "moed=audit               | -javaagent:1:1: unknown option \"moed\" (did you mean \"mode\"?)",
                "Mode=audit               | -javaagent:1:1: unknown option \"Mode\" (did you mean \"mode\"?)",
                "log=none,polcy=p.yaml    | -javaagent:1:10: unknown option \"polcy\" (did you mean \"policy\"?)",
                "frobnicate=1             | -javaagent:1:1: unknown option \"frobnicate\"",
                "=audit                   | -javaagent:1:1: unknown option \"\"",
                "mode=audit,mode=enforce  | -javaagent:1:12: \"mode\" is given twice",
                "mode=                    | -javaagent:1:6: the value of \"mode\" is empty",
                "log=none,report=         | -javaagent:1:17: the value of \"report\" is empty",
                "log=none,mode=enfroce    | -javaagent:1:15: unknown mode \"enfroce\"; it is audit, enforce or off (did you"
                        + " mean \"enforce\"?)",
                "mode=ENFORCE             | -javaagent:1:6: unknown mode \"ENFORCE\"; it is audit, enforce or off",
                "mode=of                  | -javaagent:1:6: unknown mode \"of\"; it is audit, enforce or off (did you mean"
                        + " \"off\"?)",
            })
    void aBadOptionIsRefusedWithItsColumn(String arguments, String message) {
        assertThatThrownBy(() -> Options.read(arguments, NOTHING, NOTHING))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tlsguard.mdoe | audit | -Dtlsguard.mdoe:1:1: unknown option (did you mean \"tlsguard.mode\"?)",
                "tlsguard.zzzz | audit | -Dtlsguard.zzzz:1:1: unknown option",
                "tlsguard.mode | loud  | -Dtlsguard.mode:1:1: unknown mode \"loud\"; it is audit, enforce or off",
                "tlsguard.log  | ''    | -Dtlsguard.log:1:1: the value of \"log\" is empty",
            })
    void aBadPropertyIsRefused(String name, String value, String message) {
        assertThatThrownBy(() -> Options.read(null, Collections.singletonMap(name, value), NOTHING))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TLSGUARD_POLICE | p.yaml | TLSGUARD_POLICE:1:1: unknown option (did you mean \"TLSGUARD_POLICY\"?)",
                "TLSGUARD_MODE   | on     | TLSGUARD_MODE:1:1: unknown mode \"on\"; it is audit, enforce or off (did you mean"
                        + " \"off\"?)",
                "TLSGUARD_REPORT | ''     | TLSGUARD_REPORT:1:1: the value of \"report\" is empty",
            })
    void aBadVariableIsRefused(String name, String value, String message) {
        assertThatThrownBy(() -> Options.read(null, NOTHING, Collections.singletonMap(name, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void aVariableOfSomethingElseThatIsNoLikelyMisspellingIsLeftAlone() {
        Map<String, String> environment = Collections.singletonMap("TLSGUARD_REQUIRE_JDKS", "8,11");

        assertThat(Options.read(null, NOTHING, environment)).isEmpty();
    }

    @Test
    void theTurkishLocaleChangesNothing() {
        Locale before = Locale.getDefault();
        Locale.setDefault(new Locale("tr", "TR"));
        try {
            // "policy" upper-cased there would be POLİCY.
            assertThat(Options.read(null, NOTHING, Collections.singletonMap("TLSGUARD_POLICY", "p.yaml")))
                    .containsEntry("policy", "p.yaml");
        } finally {
            Locale.setDefault(before);
        }
    }
}
