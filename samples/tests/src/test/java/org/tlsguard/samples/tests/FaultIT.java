package org.tlsguard.samples.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tlsguard.samples.servers.LoopbackServer;
import org.tlsguard.samples.servers.TlsServer;
import org.tlsguard.samples.sinners.probe.HostileLoaderClient;
import org.tlsguard.samples.sinners.probe.PatientClient;

/** A fault of the guard's own: audit goes on and counts it, enforce refuses. */
class FaultIT {

    @TestFactory
    Stream<DynamicTest> anchorsThatVanishAfterTheStart() {
        return inBothModes((jdk, mode) -> {
            Path anchors = Pki.PUBLIC.writeTrustStore(Launch.file("anchors", "").resolveSibling("anchors.jks"));
            Path policy = Launch.file("policy.yaml", "version: 1\ntrust: {anchors: [" + anchors + "]}\n");
            try (LoopbackServer server =
                            TlsServer.presenting(Certificate.SOUND.identity()).start();
                    SampleJvm.Running client = Launch.java(jdk, Launch.agent(mode) + ",policy=" + policy)
                            .main(PatientClient.class, "localhost", server.port())
                            .start()) {
                client.awaitOutput("READY");
                Files.delete(anchors);
                check(client.pressKey(), server, mode);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> anApplicationLoaderThatFailsBeyondExceptions() {
        return inBothModes((jdk, mode) -> {
            try (LoopbackServer server =
                    TlsServer.presenting(Certificate.SOUND.identity()).start()) {
                check(
                        Launch.java(jdk, Launch.agent(mode), "-Djavax.net.ssl.trustStore=" + Pki.PUBLIC_STORE)
                                .main(HostileLoaderClient.class, "localhost", server.port())
                                .run(),
                        server,
                        mode);
            }
        });
    }

    private static void check(Run run, LoopbackServer server, Mode mode) {
        assertThat(run.report().summary().internalErrors()).as("%s", run).isPositive();
        if (mode == Mode.AUDIT) {
            assertThat(run.succeeded()).as("%s", run).isTrue();
        } else {
            assertThat(run.result()).as("%s", run).startsWith("FAILED").contains("tlsguard: an internal fault");
            assertThat(server.journal().applicationData()).as("%s", run).isEmpty();
        }
    }

    private interface Check {
        void on(Jdk jdk, Mode mode);
    }

    private static Stream<DynamicTest> inBothModes(Check check) {
        return Stream.of(Mode.AUDIT, Mode.ENFORCE)
                .flatMap(mode -> Jdks.from(8).stream()
                        .map(jdk -> DynamicTest.dynamicTest(jdk + " · " + mode, () -> check.on(jdk, mode))));
    }
}
