package org.tlsguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SSLSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tlsguard.report.Finding;
import org.tlsguard.report.JsonReport;
import org.tlsguard.report.Origin;
import org.tlsguard.report.Report;

class ScanCommandTest {

    @TempDir
    Path directory;

    /** What is scanned. */
    static final class Yes implements HostnameVerifier {
        @Override
        public boolean verify(String host, SSLSession session) {
            return true;
        }
    }

    @Test
    void theSinIsShownWithItsPlaceAndHowSureItIs() throws Exception {
        Invocation scan = Invocation.of("scan", sinner());
        assertThat(scan.exitCode).isZero();
        assertThat(scan.err).isEmpty();
        assertThat(scan.out)
                .startsWith("1 latent sin\nScan of 1 class, of which nothing was run.\n")
                .contains("seen in code, certain", Yes.class.getName() + ".verify(ScanCommandTest.java:")
                .doesNotContain("0 handshakes");
    }

    @ParameterizedTest
    @CsvSource({"latent, 1", "active, 0"})
    void failsOnWhatIsAskedFor(String failOn, int exitCode) throws Exception {
        assertThat(Invocation.of("scan", "--fail-on", failOn, sinner()).exitCode)
                .isEqualTo(exitCode);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name  | active |           | executed, active      | 1",
                "name  | latent |           | executed, latent      | 0",
                "trust | active |           | never executed so far | 1",
                "name  | active | candidate | never executed so far | 0",
            })
    void whatJvmsReportedMeetsWhatIsSeenInCode(
            String rule, String state, String disposition, String words, int exitCode) throws Exception {
        Path report = report(rule, state, disposition);
        Invocation scan = Invocation.of("scan", "--report", report, "--fail-on", "active", sinner());
        assertThat(scan.out).contains("seen in code, certain, " + words);
        assertThat(scan.exitCode).isEqualTo(exitCode);
    }

    @Test
    void reportDoesTheSameWithAScanOfEarlier() throws Exception {
        Path scan = directory.resolve("scan.json");
        Invocation.of("scan", "--format", "json", "-o", scan, sinner());
        Path report = report("name", "active", null);
        assertThat(Invocation.of("report", scan, report).out)
                .contains("seen in code, certain, executed, active", "Audit mode");
        assertThat(Invocation.of("report", "--format", "json", scan).out)
                .isEqualTo(new String(Files.readAllBytes(scan), StandardCharsets.UTF_8));
    }

    @Test
    void aPathThatIsNotThereIsAUsageError() throws Exception {
        Invocation missing = Invocation.of("scan", directory.resolve("none\u001b.jar"));
        assertThat(missing.exitCode).isEqualTo(2);
        assertThat(missing.err).contains("none\\u001b.jar").hasLineCount(1);
        assertThat(Invocation.of("scan").exitCode).isEqualTo(2);
    }

    private static File sinner() throws Exception {
        File classes = new File(
                Yes.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        return new File(classes, Yes.class.getName().replace('.', '/') + ".class");
    }

    private Path report(String rule, String state, String disposition) throws Exception {
        Finding finding = Finding.builder()
                .rule(rule)
                .cause("accepts-any")
                .state(state)
                .outcome("reported")
                .disposition(disposition)
                .origin(Origin.builder().className(Yes.class.getName()).build())
                .build();
        StringBuilder json = new StringBuilder();
        JsonReport.write(
                Report.builder()
                        .mode("audit")
                        .findings(Collections.singletonList(finding))
                        .build(),
                json);
        return Files.write(
                directory.resolve("hall-of-shame.json"), json.toString().getBytes(StandardCharsets.UTF_8));
    }
}
