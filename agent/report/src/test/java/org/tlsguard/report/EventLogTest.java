package org.tlsguard.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventLogTest {

    private static final long NOON = 1_795_000_000_000L;

    @TempDir
    Path directory;

    private final EventLog events = new EventLog();

    @Test
    void eachFindingIsOneDetectionFinding() throws IOException {
        events.append(directory.toFile(), Samples.typical(), NOON);

        List<JsonNode> lines = lines("findings.ndjson");
        assertThat(lines).hasSize(Samples.typical().findings().size());
        JsonNode event = lines.stream()
                .filter(each -> each.at("/unmapped/cause").asText().equals("self-signed"))
                .findFirst()
                .get();
        assertThat(event.get("class_uid").asInt()).isEqualTo(2004);
        assertThat(event.get("category_uid").asInt()).isEqualTo(2);
        assertThat(event.get("activity_id").asInt()).isEqualTo(1);
        assertThat(event.get("type_uid").asInt()).isEqualTo(200401);
        assertThat(event.get("time").asLong()).isEqualTo(NOON);
        assertThat(event.get("severity_id").asInt()).isEqualTo(5);
        assertThat(event.get("severity").asText()).isEqualTo("Critical");
        assertThat(event.at("/metadata/version").asText()).isEqualTo("1.3.0");
        assertThat(event.at("/metadata/product/name").asText()).isEqualTo("tlsguard");
        assertThat(event.at("/finding_info/title").asText()).isEqualTo("TLS trust: self-signed");
        assertThat(event.at("/finding_info/uid").asText()).matches("[0-9a-f]{64}");
        assertThat(event.at("/evidences/0/dst_endpoint/ip").asText()).isEqualTo("10.0.0.5");
        assertThat(event.at("/evidences/0/dst_endpoint/port").asInt()).isEqualTo(8443);
        assertThat(event.at("/disposition").asText()).isEqualTo("Logged");
        assertThat(event.at("/unmapped/origin_artifact").asText()).isEqualTo("com.acme:crm:1.3");
    }

    @Test
    void whatGoesOnIsToldAgainAfterAnHourAndNotBefore() throws IOException {
        append(finding("a", 1), NOON);
        append(finding("a", 2), NOON + EventLog.REPEAT_MILLIS - 1);
        assertThat(lines("findings.ndjson")).hasSize(1);

        append(finding("a", 3), NOON + EventLog.REPEAT_MILLIS);
        append(finding("a", 3), NOON + 3 * EventLog.REPEAT_MILLIS);
        List<JsonNode> lines = lines("findings.ndjson");
        assertThat(lines).hasSize(2);
        assertThat(lines.get(1).get("type_uid").asInt()).isEqualTo(200402);
        assertThat(lines.get(1).get("count").asInt()).isEqualTo(3);
    }

    @Test
    void aFileThatHasGrownTooLargeMakesWayAndTheOldestGoes() throws IOException {
        EventLog small = new EventLog(4_000);
        for (int i = 0; i < 60; i++) {
            small.append(directory.toFile(), report(finding("host" + i, 1)), NOON);
        }
        List<Path> files = files();
        assertThat(files).hasSize(4);
        for (Path each : files) {
            assertThat(Files.size(each)).isLessThanOrEqualTo(4_000);
            assertThat(lines(each.getFileName().toString())).isNotEmpty();
        }
        List<JsonNode> newest = lines("findings.ndjson");
        assertThat(newest.get(newest.size() - 1)
                        .at("/evidences/0/dst_endpoint/hostname")
                        .asText())
                .isEqualTo("host59");
    }

    @Test
    void theHalfOfALineThatAKilledJvmHasLeftIsCutOff() throws IOException {
        append(finding("a", 1), NOON);
        Files.write(
                directory.resolve("findings.ndjson"),
                "{\"class_uid\":20".getBytes(StandardCharsets.UTF_8),
                StandardOpenOption.APPEND);
        new EventLog().append(directory.toFile(), report(finding("b", 1)), NOON);
        assertThat(lines("findings.ndjson")).hasSize(2);
    }

    @Test
    void whatAnAttackerWroteStaysOnOneLine() throws IOException {
        append(finding(Samples.HOSTILE, 1), NOON);
        assertThat(lines("findings.ndjson")).hasSize(1);
        assertThat(Files.readAllBytes(directory.resolve("findings.ndjson")))
                .as("no control character but the last line feed")
                .satisfies(bytes -> {
                    for (int i = 0; i < bytes.length - 1; i++) {
                        assertThat(bytes[i] >= 0 && bytes[i] < ' ').isFalse();
                    }
                });
    }

    @Test
    void whatCouldNotBeWrittenIsToldNextTime() throws IOException {
        Path missing = directory.resolve("missing");
        assertThat(catchThrowable(() -> events.append(missing.toFile(), report(finding("a", 1)), NOON)))
                .isInstanceOf(IOException.class);
        Files.createDirectory(missing);
        events.append(missing.toFile(), report(finding("a", 1)), NOON + 1);
        assertThat(Files.readAllLines(missing.resolve("findings.ndjson"))).hasSize(1);
    }

    private void append(Finding finding, long now) throws IOException {
        events.append(directory.toFile(), report(finding), now);
    }

    private static Report report(Finding finding) {
        return Report.builder().findings(Collections.singletonList(finding)).build();
    }

    private static Finding finding(String host, long count) {
        return Finding.builder()
                .rule("trust")
                .cause("self-signed")
                .state("active")
                .outcome("vetoed")
                .severity("critical")
                .peer(PeerFacts.of("server", host, 443))
                .first(NOON)
                .last(NOON)
                .count(count)
                .build();
    }

    private List<JsonNode> lines(String file) throws IOException {
        List<JsonNode> all = new ArrayList<>();
        for (String line : Files.readAllLines(directory.resolve(file), StandardCharsets.UTF_8)) {
            all.add(new ObjectMapper().readTree(line));
        }
        return all;
    }

    private List<Path> files() {
        List<Path> all = new ArrayList<>();
        for (String name : Arrays.asList(directory.toFile().list())) {
            all.add(directory.resolve(name));
        }
        return all;
    }
}
