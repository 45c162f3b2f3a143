package org.tlsguard.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {

    @Test
    void theSummaryCountsFindingsOfThePolicyInForce() {
        Report report = Samples.typical();
        assertThat(report.active()).isEqualTo(3);
        assertThat(report.latent()).isEqualTo(1);
        assertThat(report.vetoed()).isEqualTo(1);
        assertThat(report.rewritten()).isEqualTo(1);
        assertThat(report.exempted()).isEqualTo(1);
    }

    @Test
    void whatIsUnknownIsLeftOutOfTheJson() throws IOException {
        StringBuilder json = new StringBuilder();
        JsonReport.write(Report.builder().build(), json);
        assertThat(json.toString().replaceAll("\\s", ""))
                .isEqualTo(
                        "{\"schemaVersion\":1,\"tool\":{\"name\":\"tlsguard\"},\"policy\":{},\"jvm\":{},\"hooks\":[],"
                                + "\"summary\":{\"handshakes\":0,\"active\":0,\"latent\":0,\"vetoed\":0,"
                                + "\"rewritten\":0,\"exempted\":0,"
                                + "\"internalErrors\":0,\"droppedFindings\":0},\"findings\":[],\"destinations\":[]}");
    }

    @Test
    void aFindingNeedsItsFourIdentifiers() {
        Finding.Builder incomplete =
                Finding.builder().rule("trust").cause("expired").state("active");
        assertThatNullPointerException().isThrownBy(incomplete::build).withMessage("outcome");
    }

    @Test
    void aBuilderUsedOnDoesNotChangeWhatItBuilt() {
        List<Finding> findings = new ArrayList<Finding>();
        Report report = Report.builder().findings(findings).build();
        findings.add(Samples.typical().findings().get(0));
        assertThat(report.findings()).isEmpty();
    }

    @Test
    void aStackWithoutEndIsCutAndSaysSo() {
        Finding finding = Finding.builder()
                .rule("trust")
                .cause("expired")
                .state("active")
                .outcome("reported")
                .stack(Collections.nCopies(5_000, "frame"))
                .build();
        assertThat(finding.stack()).hasSize(100).endsWith("\u2026 and 4901 more");
        assertThat(finding.seen(1, 0, 0).stack()).isEqualTo(finding.stack());
    }

    @Test
    void theWorstSinnerIsNamedFirst() {
        List<Sinner> jars = Sinner.byLocation(Samples.typical().findings());
        assertThat(jars)
                .extracting(Sinner::name)
                .containsExactly("lib/crm.jar", "shop.jar!/BOOT-INF/lib/legacy-2.0.jar", null);
        assertThat(jars.get(0).findings())
                .extracting(Finding::outcome)
                .containsExactly("reported", "rewritten", "exempted");
    }

    @Test
    void addressesOfIpv6AreBracketed() {
        assertThat(PeerFacts.of("server", "fd00::1", 443).address()).isEqualTo("[fd00::1]:443");
        assertThat(PeerFacts.of("server", "fd00::1", -1).address()).isEqualTo("fd00::1");
        assertThat(PeerFacts.of("server", "h", 443).address()).isEqualTo("h:443");
        assertThat(PeerFacts.of("server", null, 443).address()).isNull();
    }

    @Test
    void proseFitsTheTerminal() throws IOException {
        StringBuilder text = new StringBuilder();
        TextReport.write(Samples.typical(), text);
        assertThat(Arrays.asList(text.toString().split("\n")))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    }

    @Test
    void aJvmWithoutSinIsToldSo() throws IOException {
        StringBuilder text = new StringBuilder();
        TextReport.write(Samples.clean(), text);
        assertThat(text.toString()).startsWith("No sins\nEnforce mode");
        StringBuilder html = new StringBuilder();
        HtmlReport.write(Samples.clean(), html);
        assertThat(html.toString()).contains("<h1>No sins</h1>", "Nobody.");
    }
}
