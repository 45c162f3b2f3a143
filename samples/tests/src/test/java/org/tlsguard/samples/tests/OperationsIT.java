package org.tlsguard.samples.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tlsguard.samples.servers.LoopbackServer;
import org.tlsguard.samples.servers.TlsServer;
import org.tlsguard.samples.sinners.probe.LoggingApplication;
import org.tlsguard.samples.sinners.probe.ManagedClient;
import org.tlsguard.samples.sinners.trust.TrustAllClient;

/** Where operations already look: events for shippers, the flight recorder, JMX, the application's own log. */
class OperationsIT {

    @TestFactory
    Stream<DynamicTest> eachFindingIsAnEvent() {
        return Launch.on(8, jdk -> {
            Path policy = Launch.file("policy.yaml", "version: 1\nreport: {events: true}\n");
            Run run = run(port -> Launch.java(jdk, Launch.agent(Mode.ENFORCE) + ",policy=" + policy)
                    .main(TrustAllClient.class, "localhost", port));
            List<JsonNode> events = events(run.reportDirectory().resolve("findings.ndjson"));
            assertThat(events).as("%s", run).hasSize(run.report().findings().size());
            assertThat(events).as("%s", run).anySatisfy(event -> {
                assertThat(event.get("class_uid").asInt()).isEqualTo(2004);
                assertThat(event.get("type_uid").asInt()).isEqualTo(200401);
                assertThat(event.get("disposition").asText()).isEqualTo("Blocked");
                assertThat(event.at("/finding_info/types/0").asText()).isEqualTo("trust/self-signed");
            });
        });
    }

    @TestFactory
    Stream<DynamicTest> withoutBeingAskedForNoneIsWritten() {
        return Launch.on(8, jdk -> {
            Run run = run(
                    port -> Launch.java(jdk, Launch.agent(Mode.AUDIT)).main(TrustAllClient.class, "localhost", port));
            assertThat(run.reportDirectory().resolve("findings.ndjson"))
                    .as("%s", run)
                    .doesNotExist();
        });
    }

    @TestFactory
    Stream<DynamicTest> theFlightRecorderSeesHandshakesAndFindings() {
        return Launch.on(8, jdk -> {
            assumeTrue(Files.exists(jdk.home().resolve("bin/jfr")), "this JDK has no flight recorder");
            Run run = run(port -> Launch.java(jdk, Launch.agent(Mode.AUDIT))
                    .with("-XX:StartFlightRecording=filename=flight.jfr")
                    .main(TrustAllClient.class, "localhost", port));
            assertThat(run.report().summary().internalErrors()).as("%s", run).isZero();
            List<RecordedEvent> events = flight(run.reportDirectory().resolveSibling("flight.jfr"));
            assertThat(events).as("%s", run).anySatisfy(event -> {
                assertThat(event.getEventType().getName()).isEqualTo("org.tlsguard.Handshake");
                assertThat(event.getString("host")).isEqualTo("localhost");
                assertThat(event.getString("protocol")).startsWith("TLSv1.");
            });
            assertThat(events).as("%s", run).anySatisfy(event -> {
                assertThat(event.getEventType().getName()).isEqualTo("org.tlsguard.Finding");
                assertThat(event.getString("rule")).isEqualTo("trust");
                assertThat(event.getString("cause")).isEqualTo("self-signed");
                assertThat(event.getString("origin")).startsWith(TrustAllClient.class.getName());
            });
        });
    }

    @TestFactory
    Stream<DynamicTest> countersAppearOnceTheApplicationHasStartedJmx() {
        return Launch.on(8, jdk -> {
            Run run = run(
                    port -> Launch.java(jdk, Launch.agent(Mode.AUDIT)).main(ManagedClient.class, "localhost", port));
            assertThat(run.result())
                    .as("%s", run)
                    .contains("Mode=audit ", "Handshakes=1 ", "Active=1 ", "Vetoed=0 ", "InternalErrors=0 ");
        });
    }

    @TestFactory
    Stream<DynamicTest> withoutJmxOfTheApplicationsNoneIsStarted() {
        return Launch.on(8, jdk -> {
            Run run = run(port -> Launch.java(
                            jdk, jdk.feature() == 8 ? "-verbose:class" : "-Xlog:class+load", Launch.agent(Mode.AUDIT))
                    .main(TrustAllClient.class, "localhost", port));
            assertThat(run.stdout())
                    .as("classes loaded")
                    .contains("org.tlsguard.engine.Management")
                    .doesNotContain("javax.management.MBeanServer")
                    .doesNotContain("jdk.jfr.EventFactory")
                    .doesNotContain("org.tlsguard.report.EventLog");
        });
    }

    // ---- log=slf4j

    @TestFactory
    Stream<DynamicTest> theApplicationsOwnLogInItsClassPath() {
        return withEachSlf4j((jdk, jars) -> {
            Run run = run(port -> Launch.java(jdk, Launch.agent(Mode.AUDIT) + ",log=slf4j")
                    .mainBeside(jars, LoggingApplication.class, "localhost", port));
            assertLogged(run);
        });
    }

    @TestFactory
    Stream<DynamicTest> theApplicationsOwnLogInALoaderOfItsOwn() {
        return withEachSlf4j((jdk, jars) -> {
            Run run = run(port -> Launch.java(jdk, Launch.agent(Mode.AUDIT) + ",log=slf4j")
                    .main(LoggingApplication.class, "localhost", port, "lib=" + jars));
            assertLogged(run);
        });
    }

    /** It is not for the guard to start it: the application may want to configure it first. */
    @TestFactory
    Stream<DynamicTest> aLogThatTheApplicationHasNotStartedIsLeftAlone() {
        return withEachSlf4j((jdk, jars) -> {
            Run run = run(port -> Launch.java(jdk, Launch.agent(Mode.AUDIT) + ",log=slf4j")
                    .mainBeside(jars, LoggingApplication.class, "localhost", port, "start=never"));
            assertThat(run.stdout()).as("%s", run).isEqualTo("GOT welcome alice\n");
            assertThat(run.stderr()).as("%s", run).contains("tlsguard: active reported trust/self-signed");
        });
    }

    private static void assertLogged(Run run) {
        assertThat(run.stdout()).as("%s", run).containsPattern("WARN +tlsguard --? active reported trust/self-signed");
        assertThat(run.stderr()).as("%s", run).doesNotContain("trust/self-signed");
        assertThat(run.report().summary().internalErrors()).as("%s", run).isZero();
    }

    private interface Check {
        void on(Jdk jdk, String jars);
    }

    private static Stream<DynamicTest> withEachSlf4j(Check check) {
        return Stream.of("slf4j-1.7", "slf4j-2.0")
                .flatMap(version -> Jdks.from(8).stream()
                        .map(jdk -> DynamicTest.dynamicTest(
                                jdk + " · " + version, () -> check.on(jdk, jars(Path.of("target", version))))));
    }

    private static String jars(Path directory) {
        try (Stream<Path> files = Files.list(directory.toAbsolutePath())) {
            return files.map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Run run(Function<Integer, Launch> client) {
        try (LoopbackServer server =
                TlsServer.presenting(Certificate.SELF_SIGNED.identity()).start()) {
            return client.apply(server.port()).run();
        }
    }

    private static List<JsonNode> events(Path file) {
        try {
            List<JsonNode> all = new ArrayList<>();
            for (String line : Files.readAllLines(file)) {
                all.add(new ObjectMapper().readTree(line));
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<RecordedEvent> flight(Path file) {
        try {
            return RecordingFile.readAllEvents(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
