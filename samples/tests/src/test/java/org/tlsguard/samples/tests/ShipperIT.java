package org.tlsguard.samples.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tlsguard.samples.servers.LoopbackServer;
import org.tlsguard.samples.servers.TlsServer;
import org.tlsguard.samples.sinners.trust.TrustAllClient;

/**
 * The real rsyslog, with the configuration in samples/shippers, ships what a JVM writes. Skipped where there is none, unless the
 * environment variable {@value #REQUIRE} says that there must be.
 */
class ShipperIT {

    private static final String REQUIRE = "TLSGUARD_REQUIRE_RSYSLOG";
    private static final Path CONFIGURATION =
            Path.of("..", "shippers", "rsyslog.conf").toAbsolutePath().normalize();
    private static final int PATIENCE_MILLIS = 60_000;

    @Test
    void rsyslogShipsEveryEventAsItIs() throws Exception {
        String rsyslog = rsyslog();
        assumeTrue(
                rsyslog != null || System.getenv(REQUIRE) != null, "no rsyslogd; " + REQUIRE + " makes that an error");
        assertThat(rsyslog).as("rsyslogd, which " + REQUIRE + " requires").isNotNull();
        Path reports = reports();
        Map<String, JsonNode> written = new TreeMap<>();
        try (Stream<String> lines = Files.lines(reports.resolve("findings.ndjson"))) {
            lines.forEach(line -> add(line, written));
        }
        assertThat(written).isNotEmpty();
        try (ServerSocket collector = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            collector.setSoTimeout(PATIENCE_MILLIS);
            Process shipper = start(rsyslog, reports, collector.getLocalPort());
            try {
                assertThat(received(collector, written.size())).isEqualTo(written);
            } finally {
                shipper.destroy();
                shipper.waitFor();
            }
        }
    }

    private static Path reports() {
        Path policy = Launch.file("policy.yaml", "version: 1\nreport: {events: true}\n");
        try (LoopbackServer server =
                TlsServer.presenting(Certificate.MARKUP.identity()).start()) {
            Run run = Launch.java(Jdks.from(17).get(0), Launch.agent(Mode.AUDIT) + ",policy=" + policy)
                    .main(TrustAllClient.class, "localhost", server.port())
                    .run();
            return run.reportDirectory().toAbsolutePath();
        }
    }

    private static Process start(String rsyslog, Path reports, int port) throws IOException {
        Path state = Files.createDirectory(reports.resolveSibling("rsyslog"));
        ProcessBuilder builder = new ProcessBuilder(
                        rsyslog,
                        "-n",
                        "-f",
                        CONFIGURATION.toString(),
                        "-i",
                        state.resolve("pid").toString())
                .redirectErrorStream(true)
                .redirectOutput(state.resolve("output").toFile());
        builder.environment().put("TLSGUARD_REPORTS", reports.toString());
        builder.environment().put("TLSGUARD_STATE", state.toString());
        builder.environment().put("TLSGUARD_TARGET", "127.0.0.1");
        builder.environment().put("TLSGUARD_PORT", Integer.toString(port));
        return builder.start();
    }

    /** So many different events, by their findings, without what the shipper adds. */
    private static Map<String, JsonNode> received(ServerSocket collector, int count) throws IOException {
        Map<String, JsonNode> received = new TreeMap<>();
        try (Socket connection = collector.accept()) {
            connection.setSoTimeout(PATIENCE_MILLIS);
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                add(line, received);
                if (received.size() == count) {
                    break;
                }
            }
        }
        return received;
    }

    private static void add(String line, Map<String, JsonNode> events) {
        try {
            JsonNode event = new ObjectMapper().readTree(line);
            ((ObjectNode) event).remove("host");
            events.put(
                    event.at("/finding_info/uid").asText()
                            + event.at("/unmapped/outcome").asText(),
                    event);
        } catch (IOException e) {
            throw new AssertionError("no event: " + line, e);
        }
    }

    private static String rsyslog() {
        for (String folder : (System.getenv("PATH") + ":/usr/sbin").split(":")) {
            Path file = Path.of(folder, "rsyslogd");
            if (Files.isExecutable(file)) {
                return file.toString();
            }
        }
        return null;
    }
}
