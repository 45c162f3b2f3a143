package org.tlsguard.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Events against what the repository ocsf/ocsf-schema, tag 1.3.0, says of class 2004 with the profile security_control:
 * required attributes, types, values of enumerations, and that captions go with their ids. No published library has that
 * schema in it; {@code ocsf-detection-finding.schema.json} is this project's own rendering of the part that is used.
 */
class OcsfEventTest {

    private static final long NOON = 1_795_000_000_000L;

    @Test
    void everyEventIsADetectionFindingOfTheSchema() throws IOException {
        JsonSchema schema = schema();
        for (Report report : new Report[] {Samples.typical(), Samples.hostile()}) {
            for (JsonNode event : events(report)) {
                assertThat(schema.validate(event)).as("%s", event).isEmpty();
            }
        }
    }

    @Test
    void anEventOfNobodyKnownIsOneToo() throws IOException {
        JsonNode event = event(finding().build(), false);
        assertThat(schema().validate(event)).isEmpty();
        assertThat(event.has("evidences")).isFalse();
    }

    /** By the schema's rule for every class. */
    @Test
    void theTypeFollowsFromClassAndActivity() throws IOException {
        for (boolean isNew : new boolean[] {true, false}) {
            JsonNode event = event(finding().build(), isNew);
            assertThat(event.get("type_uid").asLong())
                    .isEqualTo(event.get("class_uid").asLong() * 100
                            + event.get("activity_id").asLong());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "reported, Allowed, Logged, New",
        "rewritten, Allowed, Corrected, New",
        "vetoed, Denied, Blocked, New",
        "exempted, Allowed, Allowed, Suppressed"
    })
    void theOutcomeIsActionDispositionAndStatus(String outcome, String action, String disposition, String status)
            throws IOException {
        JsonNode event = event(finding().outcome(outcome).build(), false);
        assertThat(event.get("action").asText()).isEqualTo(action);
        assertThat(event.get("disposition").asText()).isEqualTo(disposition);
        assertThat(event.get("status").asText()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.5, ip",
        "fd00::17, ip",
        "crm.acme.example, hostname",
        "localhost, hostname",
        "3com.example, hostname",
        "crm_test, name"
    })
    void theEndpointIsNamedByWhatItsNameIs(String host, String attribute) throws IOException {
        JsonNode event = event(finding().peer(PeerFacts.of("server", host, 443)).build(), true);
        assertThat(event.at("/evidences/0/dst_endpoint/" + attribute).asText()).isEqualTo(host);
    }

    private static Finding.Builder finding() {
        return Finding.builder()
                .rule("trust")
                .cause("self-signed")
                .state("active")
                .outcome("reported")
                .severity("critical")
                .first(NOON)
                .last(NOON);
    }

    private static List<JsonNode> events(Report report) throws IOException {
        List<JsonNode> all = new ArrayList<JsonNode>();
        for (Finding each : report.findings()) {
            all.add(new ObjectMapper().readTree(OcsfEvent.line(report, each, true, NOON)));
            all.add(new ObjectMapper().readTree(OcsfEvent.line(report, each, false, NOON)));
        }
        return all;
    }

    private static JsonNode event(Finding finding, boolean isNew) throws IOException {
        return new ObjectMapper()
                .readTree(OcsfEvent.line(Report.builder().toolVersion("1").build(), finding, isNew, NOON));
    }

    private static JsonSchema schema() throws IOException {
        try (InputStream in = OcsfEventTest.class.getResourceAsStream("ocsf-detection-finding.schema.json")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(in);
        }
    }
}
