package org.tlsguard.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The configurations in samples/shippers fit what is written: they are YAML, their patterns find the files, and every field that
 * they or the queries for dashboards name is one of an event.
 */
class ShipperConfigurationsTest {

    private static final Path SHIPPERS = Paths.get("../../samples/shippers");
    private static final long NOON = 1_795_000_000_000L;

    @Test
    void theCollectorReadsTheFilesAndTheirFields() throws IOException {
        JsonNode receiver = yaml("otel-collector.yaml").at("/receivers/filelog~1tlsguard");
        List<String> patterns = new ArrayList<String>();
        receiver.get("include").forEach(each -> patterns.add(each.asText()));
        finds(patterns);
        JsonNode parser = receiver.at("/operators/0");
        for (JsonNode event : events()) {
            assertThat(event.has(field(parser.at("/timestamp/parse_from")))).isTrue();
            assertThat(event.has(field(parser.at("/severity/parse_from")))).isTrue();
        }
        assertThat(severities(parser.at("/severity/mapping"))).containsExactly(0, 1, 2, 3, 4, 5);
        JsonNode pipeline = yaml("otel-collector.yaml").at("/service/pipelines/logs~1tlsguard");
        for (String kind : new String[] {"receivers", "processors", "exporters"}) {
            assertThat(pipeline.get(kind)).isNotEmpty();
            for (JsonNode each : pipeline.get(kind)) {
                assertThat(yaml("otel-collector.yaml").get(kind).has(each.asText()))
                        .as("%s %s", kind, each)
                        .isTrue();
            }
        }
    }

    @Test
    void fluentBitReadsTheFiles() throws IOException {
        JsonNode configuration = yaml("fluent-bit.yaml");
        JsonNode input = configuration.at("/pipeline/inputs/0");
        List<String> patterns = new ArrayList<String>();
        for (String each : input.get("path").asText().split(",")) {
            patterns.add(each);
        }
        finds(patterns);
        assertThat(input.get("parser")).isEqualTo(configuration.at("/parsers/0/name"));
        assertThat(configuration.at("/pipeline/filters/0/match")).isEqualTo(input.get("tag"));
        assertThat(configuration.at("/pipeline/outputs/0/match")).isEqualTo(input.get("tag"));
    }

    @Test
    void theQueriesAskForFieldsOfAnEvent() throws IOException {
        Set<String> known = new TreeSet<String>();
        for (JsonNode event : events()) {
            collect("", event, known);
        }
        Matcher field = Pattern.compile("\\b(unmapped|finding_info)[._](\\w+)")
                .matcher(new String(Files.readAllBytes(SHIPPERS.resolve("README.md")), StandardCharsets.UTF_8));
        int found = 0;
        for (; field.find(); found++) {
            assertThat(known).contains(field.group(1) + "." + field.group(2));
        }
        assertThat(found).isPositive();
    }

    private static void finds(List<String> patterns) {
        for (String file : new String[] {"findings.ndjson", "4711/findings.ndjson"}) {
            assertThat(patterns)
                    .anyMatch(each -> FileSystems.getDefault()
                            .getPathMatcher("glob:" + each)
                            .matches(Paths.get("/var/log/tlsguard", file)));
        }
    }

    private static String field(JsonNode reference) {
        assertThat(reference.asText()).startsWith("body.");
        return reference.asText().substring("body.".length());
    }

    private static Set<Integer> severities(JsonNode mapping) {
        Set<Integer> all = new TreeSet<Integer>();
        for (JsonNode each : mapping) {
            if (each.isArray()) {
                each.forEach(one -> all.add(one.asInt()));
            } else {
                all.add(each.asInt());
            }
        }
        return all;
    }

    private static void collect(String prefix, JsonNode object, Set<String> names) {
        object.fieldNames().forEachRemaining(each -> {
            names.add(prefix + each);
            collect(prefix + each + ".", object.get(each), names);
        });
    }

    private static List<JsonNode> events() throws IOException {
        List<JsonNode> all = new ArrayList<JsonNode>();
        for (Report report : new Report[] {Samples.typical(), Samples.complete()}) {
            for (Finding each : report.findings()) {
                all.add(new ObjectMapper().readTree(OcsfEvent.line(report, each, true, NOON)));
            }
        }
        return all;
    }

    private static JsonNode yaml(String name) throws IOException {
        return new ObjectMapper(new YAMLFactory())
                .readTree(SHIPPERS.resolve(name).toFile());
    }
}
