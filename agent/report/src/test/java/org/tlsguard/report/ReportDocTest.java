package org.tlsguard.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** docs/report.md names every field that is written, each in the table of what it belongs to. */
class ReportDocTest {

    private static final Path DOC = Paths.get("../../docs/report.md");

    @Test
    void everyFieldOfTheJsonIsDocumented() throws IOException {
        String report = section("## JSON", "A finding:");
        String finding = section("A finding:", "## ");
        JsonNode json = new ObjectMapper().readTree(json(Samples.complete()));
        assertThat(undocumented(json, "findings", report)).isEmpty();
        assertThat(undocumented(json.at("/findings/0"), null, finding)).isEmpty();
    }

    private static Set<String> undocumented(JsonNode json, String exceptIn, String text) {
        Set<String> missing = new TreeSet<String>();
        collect(json, exceptIn, text, missing);
        return missing;
    }

    private static void collect(JsonNode json, String exceptIn, String text, Set<String> missing) {
        for (Iterator<Map.Entry<String, JsonNode>> fields = json.fields(); fields.hasNext(); ) {
            Map.Entry<String, JsonNode> field = fields.next();
            if (!text.contains("`" + field.getKey() + "`")) {
                missing.add(field.getKey());
            }
            if (!field.getKey().equals(exceptIn)) {
                collect(field.getValue(), exceptIn, text, missing);
            }
        }
        if (json.isArray()) {
            for (JsonNode each : json) {
                collect(each, exceptIn, text, missing);
            }
        }
    }

    private static String section(String from, String to) throws IOException {
        String doc = new String(Files.readAllBytes(DOC), StandardCharsets.UTF_8);
        int start = doc.indexOf(from) + from.length();
        return doc.substring(start, doc.indexOf(to, start));
    }

    private static String json(Report report) throws IOException {
        StringBuilder out = new StringBuilder();
        JsonReport.write(report, out);
        return out.toString();
    }
}
