package org.tlsguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

    @Test
    void helpNamesTheAgentAndEveryCommand() throws Exception {
        Invocation help = Invocation.of("--help");
        assertThat(help.exitCode).isZero();
        assertThat(help.out).contains("-javaagent:tlsguard.jar", "report", "policy");
        assertThat(help.err).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"report", "policy check", "policy show", "policy explain"})
    void everyCommandHasItsManualPage(String command) throws Exception {
        Invocation help = Invocation.of((Object[]) (command + " --help").split(" "));
        assertThat(help.exitCode).isZero();
        assertThat(help.out)
                .startsWith("NAME" + System.lineSeparator() + "  " + command + " - ")
                .contains("SYNOPSIS", "java -jar tlsguard.jar " + command, "DESCRIPTION", "ARGUMENTS", "OPTIONS")
                .contains("EXIT STATUS", "EXAMPLES");
        assertThat(Arrays.asList(help.out.split("\\R")))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    }

    @Test
    void whatIsNotThereYetIsNotAdvertised() throws Exception {
        assertThat(Invocation.of("--help").out).doesNotContain("scan");
        assertThat(Invocation.of("scan").exitCode).isEqualTo(2);
        assertThat(Invocation.of("scan", ".").exitCode).isEqualTo(2);
    }

    @Test
    void theVersionIsThatOfTheBuild() throws Exception {
        assertThat(Invocation.of("--version").out).matches("tlsguard \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\\R");
        assertThat(Invocation.of("report", "--version").out).startsWith("tlsguard ");
    }

    @Test
    void usageErrorsExitWithTwoAndSayWhereToReadOn() throws Exception {
        assertThat(Invocation.of().exitCode).isEqualTo(2);
        Invocation unknown = Invocation.of("exorcise");
        assertThat(unknown.exitCode).isEqualTo(2);
        assertThat(unknown.out).isEmpty();
        assertThat(unknown.err)
                .startsWith("tlsguard: ")
                .contains("exorcise")
                .endsWith("--help" + System.lineSeparator());
        assertThat(Invocation.of("policy").exitCode).isEqualTo(2);
        assertThat(Invocation.of("report").exitCode).isEqualTo(2);
        assertThat(Invocation.of("report", "--format", "xml", "x").exitCode).isEqualTo(2);
        assertThat(Invocation.of("report", "--frobnicate", "x").exitCode).isEqualTo(2);
    }

    @Test
    void anArgumentCannotForgeALine() throws Exception {
        assertThat(Invocation.of("--\u001b[2J\nok").err).doesNotContain("\u001b", "\nok");
    }
}
