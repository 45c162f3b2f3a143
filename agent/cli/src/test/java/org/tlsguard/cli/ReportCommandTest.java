package org.tlsguard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tlsguard.report.CertificateFacts;
import org.tlsguard.report.Destination;
import org.tlsguard.report.Finding;
import org.tlsguard.report.HookStatus;
import org.tlsguard.report.JsonReport;
import org.tlsguard.report.Origin;
import org.tlsguard.report.PeerFacts;
import org.tlsguard.report.Report;
import org.tlsguard.report.ReportMerger;

class ReportCommandTest {

    @TempDir
    Path directory;

    @Test
    void aReportReadBackIsTheSameReport() throws Exception {
        Path file = write("one.json", complete().build());
        Invocation json = Invocation.of("report", "--format", "json", file);
        assertThat(json.exitCode).isZero();
        assertThat(json.err).isEmpty();
        assertThat(json.out).isEqualTo(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    }

    @Test
    void theSameSinInManyJvmsIsShownOnceWithItsCount() throws Exception {
        Path a = write("a.json", complete().pid(1).build());
        Path b = write("b.json", complete().pid(2).build());
        Invocation text = Invocation.of("report", a, b);
        assertThat(text.exitCode).isZero();
        assertThat(text.out)
                .startsWith("1 active sin" + "\n")
                .contains("2 JVMs", "6 times", "trust/self-signed")
                .doesNotContain("\u001b");
    }

    @Test
    void aDirectoryStandsForTheReportInItAndThoseBelow() throws Exception {
        Files.createDirectories(directory.resolve("4711"));
        write("hall-of-shame.json", complete().build());
        write("4711/hall-of-shame.json", complete().build());
        assertThat(Invocation.of("report", directory).out).contains("2 JVMs");
    }

    @Test
    void aDirectoryWithoutReportIsAnError() throws Exception {
        Invocation nothing = Invocation.of("report", directory);
        assertThat(nothing.exitCode).isEqualTo(2);
        assertThat(nothing.err).contains("there is no hall-of-shame.json in this directory");
    }

    @Test
    void everyFormatIsWritten() throws Exception {
        Path file = write("one.json", complete().build());
        assertThat(Invocation.of("report", "--format", "html", file).out).startsWith("<!DOCTYPE html>");
        assertThat(Invocation.of("report", "--format", "sarif", file).out).contains("\"version\": \"2.1.0\"");
        assertThat(Invocation.of("report", "--color", file).out).contains("\u001b[1m");
    }

    @Test
    void theOutputGoesToTheFileNamed() throws Exception {
        Path file = write("one.json", complete().build());
        Path target = directory.resolve("all.html");
        Invocation html = Invocation.of("report", "--format", "html", "-o", target, file);
        assertThat(html.exitCode).isZero();
        assertThat(html.out).isEmpty();
        assertThat(target).content(StandardCharsets.UTF_8).endsWith("</html>\n");
        assertThat(Invocation.of("report", "-o", directory, file).exitCode).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "active, reported, , active, 1",
        "active, reported, , latent, 1",
        "latent, reported, , active, 0",
        "latent, reported, , latent, 1",
        "latent, rewritten, , latent, 1",
        "active, vetoed, , active, 1",
        "active, exempted, , active, 0",
        "active, vetoed, candidate, active, 0"
    })
    void failsOnWhatIsAskedForAndNotOnWhatIsAllowed(
            String state, String outcome, String disposition, String failOn, int exitCode) throws Exception {
        Finding finding = Finding.builder()
                .rule("trust")
                .cause("expired")
                .state(state)
                .outcome(outcome)
                .disposition(disposition)
                .build();
        Path file = write(
                "one.json",
                Report.builder().findings(Collections.singletonList(finding)).build());
        assertThat(Invocation.of("report", "--fail-on", failOn, file).exitCode).isEqualTo(exitCode);
        assertThat(Invocation.of("report", file).exitCode).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | 1:1: the report ends in the middle",
                "'{\"schemaVersion\": 1, \"findings\": [{\"rule\": \"tr' | 1:47: the report ends in the middle",
                "'{\"schemaVersion\": 1, \"findings\": [' | 1:35: the report ends in the middle",
                "'{\"schemaVersion\": 2}' | 1:19: schemaVersion 2: this version of tlsguard reads schemaVersion 1",
                "'{\"mode\": \"audit\"}' | 1:17: this is no report of tlsguard: it has no schemaVersion",
                "'[]' | 1:1: expected an object",
                "'{\"schemaVersion\": 1, \"mode\": 5}' | 1:30: expected a text",
                "'{\"schemaVersion\": 1, \"mode\": null}' | 1:30: expected a text",
                "'{\"schemaVersion\": 1, \"hooks\": {}}' | 1:31: expected an array",
                "'{\"schemaVersion\": 1, \"hooks\": [{\"live\": 1}]}' | 1:41: expected true or false",
                "'{\"schemaVersion\": 1, \"findings\": [{}]}' | 1:36: this finding has no rule",
                "'{\"schemaVersion\": 1, \"reports\": -1}' | 1:33: expected a number that is not negative",
                "'{\"schemaVersion\": 1, \"jvm\": {\"start\": \"noon\"}}' | 1:39: expected a time such as",
                "'{\"schemaVersion\": 1} {}' | 1:22: there is something after the report",
            })
    void whatIsNoReportIsRefusedWithItsPlace(String content, String message) throws Exception {
        Path file = directory.resolve("bad.json");
        Files.write(file, content.getBytes(StandardCharsets.UTF_8));
        Invocation refused = Invocation.of("report", file);
        assertThat(refused.exitCode).isEqualTo(2);
        assertThat(refused.out).isEmpty();
        assertThat(refused.err).startsWith("tlsguard: " + file + ":" + message).hasLineCount(1);
    }

    @Test
    void everyTruncationIsAnErrorAndNotACrash() throws Exception {
        byte[] whole = Files.readAllBytes(write("whole.json", complete().build()));
        Path file = directory.resolve("cut.json");
        // The very last byte is a line break.
        for (int length = 0; length < whole.length - 1; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatExceptionOfType(CommandException.class)
                    .as("%d bytes", length)
                    .isThrownBy(() -> ReportReader.read(file.toFile(), ReportCommand.into(new ReportMerger()), null))
                    .withMessageStartingWith(file + ":");
        }
    }

    @Test
    void aBottomlessNestingIsRefused() throws Exception {
        Path file = directory.resolve("deep.json");
        char[] brackets = new char[1 << 20];
        Arrays.fill(brackets, '[');
        Files.write(file, ("{\"x\": " + new String(brackets)).getBytes(StandardCharsets.UTF_8));
        Invocation refused = Invocation.of("report", file);
        assertThat(refused.exitCode).isEqualTo(2);
        assertThat(refused.err).contains("nesting").hasLineCount(1);
    }

    @Test
    void anEndlessTextIsRefused() throws Exception {
        Path file = directory.resolve("long.json");
        char[] text = new char[1 << 20];
        Arrays.fill(text, 'x');
        Files.write(file, ("{\"mode\": \"" + new String(text) + "\"}").getBytes(StandardCharsets.UTF_8));
        assertThat(Invocation.of("report", file).exitCode).isEqualTo(2);
    }

    @Test
    void keysOfLaterVersionsArePassedOver() throws Exception {
        Path file = directory.resolve("later.json");
        Files.write(
                file,
                ("{\"schemaVersion\": 1, \"new\": {\"a\": [1, {}]}, \"summary\": {\"new\": null},"
                                + " \"jvm\": {\"new\": 1.5e3}}")
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(Invocation.of("report", file).exitCode).isZero();
    }

    @Test
    void aFileThatIsNotThereIsAnError() throws Exception {
        Invocation missing = Invocation.of("report", directory.resolve("none\u001b.json"));
        assertThat(missing.exitCode).isEqualTo(2);
        assertThat(missing.err)
                .contains("none\\u001b.json: cannot be read: no such file")
                .hasLineCount(1);
    }

    private Path write(String name, Report report) throws IOException {
        StringBuilder json = new StringBuilder();
        JsonReport.write(report, json);
        return Files.write(directory.resolve(name), json.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** A report in which nothing is absent. */
    private static Report.Builder complete() {
        Finding finding = Finding.builder()
                .rule("trust")
                .cause("self-signed")
                .state("active")
                .outcome("reported")
                .severity("critical")
                .cwe(Collections.singletonList("CWE-295"))
                .message("message")
                .remedy("remedy \ud83d\ude08 \u202e")
                .allow("exemptions:\n  - rule: trust\n")
                .origin(Origin.builder()
                        .className("com.acme.Crm")
                        .method("check")
                        .file("Crm.java")
                        .line(42)
                        .location("crm.jar")
                        .artifact("com.acme:crm:1.3")
                        .caller("com.acme.Main.main(Main.java:17)")
                        .build())
                .peer(PeerFacts.of("server", "10.0.0.5", 8443))
                .certificate(CertificateFacts.of(
                        "CN=a", "CN=b", Arrays.asList("a", "b"), "2027-01-31T12:00:00Z", "ab", "YWI="))
                .protocol("TLSv1.2")
                .cipherSuite("TLS_AES_128_GCM_SHA256")
                .count(3)
                .first(1_700_000_000_000L)
                .last(1_700_000_100_000L)
                .stack(Arrays.asList("a", "b"))
                .build();
        Finding candidate = Finding.builder()
                .rule("key")
                .cause("weak-key")
                .state("latent")
                .outcome("vetoed")
                .disposition("candidate")
                .build();
        return Report.builder()
                .toolVersion("0.1.0")
                .mode("audit")
                .policySource("built-in")
                .policySha256("00")
                .jvmVersion("17")
                .jvmVendor("Debian")
                .pid(4711)
                .mainClass("com.acme.Main")
                .start(1_700_000_000_000L)
                .hooks(Collections.singletonList(HookStatus.of("jsse.trust", true, "woven", "detail")))
                .handshakes(12)
                .internalErrors(1)
                .droppedFindings(2)
                .findings(Arrays.asList(finding, candidate))
                .destinations(Collections.singletonList(
                        Destination.of("server", "10.0.0.5", 8443, "TLSv1.2", "TLS_AES_128_GCM_SHA256", "none", 3)));
    }
}
