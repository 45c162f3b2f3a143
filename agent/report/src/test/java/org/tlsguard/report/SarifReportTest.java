package org.tlsguard.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SarifReportTest {

    /** By OASIS's own schema, which a library of the test has in it. */
    @Test
    void keepsToTheStandard() throws IOException {
        JsonSchema schema;
        try (InputStream in = getClass().getResourceAsStream("/json/sarif-schema-2.1.0.json")) {
            schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(in);
        }
        assertThat(schema.validate(sarif(Samples.typical()))).isEmpty();
        assertThat(schema.validate(sarif(Samples.hostile()))).isEmpty();
        assertThat(schema.validate(sarif(Samples.clean()))).isEmpty();
        assertThat(schema.validate(sarif(Report.builder().build()))).isEmpty();
        assertThat(schema.validate(sarif(Report.builder()
                        .reports(0)
                        .scan(ScanFacts.of(3, 1, 2, Collections.singletonList("x.jar: damaged")))
                        .build())))
                .isEmpty();
        assertThat(schema.validate(new ObjectMapper().readTree("{\"version\": \"2.1.0\", \"runs\": [{}]}")))
                .as("a run without a tool")
                .isNotEmpty();
    }

    /** What GitHub's documentation of its SARIF support requires or matches by. */
    @Test
    void codeScanningHasWhatItNeeds() throws IOException {
        JsonNode run = sarif(Samples.typical()).at("/runs/0");
        assertThat(run.at("/automationDetails/id").asText()).isEqualTo("tlsguard/jvm/");
        for (JsonNode rule : run.at("/tool/driver/rules")) {
            assertThat(rule.at("/shortDescription/text").asText()).isNotEmpty();
            assertThat(rule.at("/fullDescription/text").asText()).isNotEmpty();
            assertThat(rule.at("/help/text").asText()).isNotEmpty();
            assertThat(rule.at("/properties/security-severity").asText()).matches("\\d+\\.\\d");
        }
        for (JsonNode result : run.get("results")) {
            assertThat(result.at("/message/text").asText()).isNotEmpty();
            assertThat(result.at("/partialFingerprints/primaryLocationLineHash").asText())
                    .matches("[0-9a-f]{64}");
            assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri")
                            .asText())
                    .isNotEmpty()
                    .doesNotStartWith("/");
        }
    }

    @Test
    void whatWasSeenInCodeIsACategoryOfItsOwn() throws IOException {
        Report scan = Report.builder()
                .reports(0)
                .scan(ScanFacts.of(1, 1, 0, Collections.<String>emptyList()))
                .build();
        assertThat(sarif(scan).at("/runs/0/automationDetails/id").asText()).isEqualTo("tlsguard/scan/");
    }

    @Test
    void theFingerprintIsTheSameInAMergedReport() throws IOException {
        ReportMerger merger = new ReportMerger();
        merger.add(Samples.typical());
        merger.add(Samples.typical());
        assertThat(fingerprints(merger.merged())).isEqualTo(fingerprints(Samples.typical()));
    }

    @Test
    void whatIsOnlyPossibleIsANoteAndWhatWasSeenInCodeSaysSo() throws IOException {
        JsonNode result = sarif(
                        finding("A", 1).severity("high").certainty("possible").execution("never"))
                .at("/runs/0/results/0");
        assertThat(result.get("level").asText()).isEqualTo("note");
        assertThat(result.at("/properties/certainty").asText()).isEqualTo("possible");
        assertThat(result.at("/properties/execution").asText()).isEqualTo("never");
    }

    @Test
    void everyResultRefersToItsRule() throws IOException {
        JsonNode run = sarif(Samples.typical()).at("/runs/0");
        for (JsonNode result : run.get("results")) {
            JsonNode rule =
                    run.at("/tool/driver/rules").get(result.get("ruleIndex").asInt());
            assertThat(rule.get("id")).isEqualTo(result.get("ruleId"));
        }
    }

    @Test
    void theFingerprintSurvivesAnotherBuildAnotherRunAndEnforceMode() throws IOException {
        Finding.Builder finding = finding("com.acme.Http$$Lambda$14/0x0000000800c84401", 42);
        String before = fingerprint(finding.state("active").outcome("reported"));
        finding = finding("com.acme.Http$$Lambda$9/0x00007f1200001000", 57);
        assertThat(fingerprint(finding.state("latent").outcome("rewritten").count(9)))
                .isEqualTo(before);
    }

    @Test
    void theFingerprintTellsSinsApart() throws IOException {
        String one = fingerprint(finding("com.acme.Http", 1));
        assertThat(fingerprint(finding("com.acme.Http", 1).cause("expired"))).isNotEqualTo(one);
        assertThat(fingerprint(finding("com.acme.Https", 1))).isNotEqualTo(one);
        assertThat(fingerprint(finding("com.acme.Http", 1).peer(PeerFacts.of("server", "other", 443))))
                .isNotEqualTo(one);
    }

    @Test
    void whatAnExemptionAllowedIsSuppressed() throws IOException {
        JsonNode result = sarif(finding("A", 1).outcome("exempted")).at("/runs/0/results/0");
        assertThat(result.at("/suppressions/0/kind").asText()).isEqualTo("external");
    }

    @Test
    void whatOnlyTheCandidatePolicyFoundFailsNoBuild() throws IOException {
        JsonNode result = sarif(finding("A", 1).disposition("candidate")).at("/runs/0/results/0");
        assertThat(result.get("kind").asText()).isEqualTo("review");
        assertThat(result.get("level").asText()).isEqualTo("none");
    }

    @ParameterizedTest
    @CsvSource({
        "com.acme.Crm$1, Crm.java, lib/crm.jar, com/acme/Crm.java",
        "Crm, Crm.java, , Crm.java",
        "com.acme.Crm, , lib/my crm.jar, lib/my%20crm.jar",
        "com.acme.Crm, , /opt/crm.jar, file:///opt/crm.jar",
        "com.acme.Crm, , jar:file:x.jar, jar%3afile%3ax.jar",
        "com.acme.Crm, , lib/ü.jar, lib/%c3%bc.jar"
    })
    void thePlaceIsAUri(String className, String file, String location, String uri) throws IOException {
        Finding.Builder finding = finding(className, 1)
                .origin(Origin.builder()
                        .className(className)
                        .file(file)
                        .location(location)
                        .build());
        assertThat(sarif(finding)
                        .at("/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo(uri);
    }

    @Test
    void aRunThatMissedSomethingIsNotCalledSuccessful() throws IOException {
        assertThat(sarif(Samples.typical())
                        .at("/runs/0/invocations/0/executionSuccessful")
                        .asBoolean())
                .isFalse();
        assertThat(sarif(Samples.clean())
                        .at("/runs/0/invocations/0/executionSuccessful")
                        .asBoolean())
                .isTrue();
    }

    private static Finding.Builder finding(String className, int line) {
        return Finding.builder()
                .rule("trust")
                .cause("self-signed")
                .state("active")
                .outcome("reported")
                .origin(Origin.builder().className(className).line(line).build())
                .peer(PeerFacts.of("server", "host", 443));
    }

    private static List<String> fingerprints(Report report) throws IOException {
        return sarif(report).findValuesAsText("tlsguard/v1");
    }

    private static String fingerprint(Finding.Builder finding) throws IOException {
        return sarif(finding)
                .at("/runs/0/results/0/partialFingerprints")
                .get("tlsguard/v1")
                .asText();
    }

    private static JsonNode sarif(Finding.Builder finding) throws IOException {
        return sarif(Report.builder()
                .findings(Collections.singletonList(finding.build()))
                .build());
    }

    private static JsonNode sarif(Report report) throws IOException {
        StringBuilder out = new StringBuilder();
        SarifReport.write(report, out);
        return new ObjectMapper().readTree(out.toString());
    }
}
