package org.tlsguard.samples.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tlsguard.samples.servers.LoopbackServer;
import org.tlsguard.samples.servers.TlsServer;
import org.tlsguard.samples.sinners.probe.SteadyClient;

/** The report when the worst happens: a JVM killed, a directory removed, a disk full, another JVM in the same place. */
class SurvivalIT {

    /** The promise is five seconds; the rest is for a busy machine. */
    private static final long PATIENCE_SECONDS = 30;

    private static final Path FULL_DISK = Path.of("/dev/full");

    @TestFactory
    Stream<DynamicTest> aReportSurvivesAKilledJvm() {
        return Launch.on(
                8,
                jdk -> withClient(jdk, "report", (client, report) -> {
                    client.say("login", "STEP 1");
                    await(() -> handshakes(report) == 1);
                    client.say("login", "STEP 2");
                    client.say("login", "STEP 3");
                    await(() -> handshakes(report) == 3);
                    client.close();
                    HallOfShame left = HallOfShame.read(report);
                    assertThat(left.summary().handshakes()).isEqualTo(3);
                    assertThat(left.findings())
                            .anyMatch(finding -> finding.cause().equals("self-signed") && finding.isActive());
                }));
    }

    @TestFactory
    Stream<DynamicTest> aDirectoryThatIsRemovedIsMadeAnewAndNothingIsLost() {
        return Launch.on(
                8,
                jdk -> withClient(jdk, "report", (client, report) -> {
                    client.say("login", "STEP 1");
                    await(() -> handshakes(report) == 1);
                    delete(report);
                    assertThat(client.say("login", "STEP 2")).isEqualTo("welcome alice");
                    await(() -> handshakes(report) == 2);
                    assertThat(HallOfShame.read(report).findings())
                            .anyMatch(finding -> finding.cause().equals("self-signed") && finding.isActive());
                    assertThat(report.resolve(".tlsguard.lock")).exists();
                }));
    }

    /** What is written into a full disk fails; the report that was there stays, until the next one fits. */
    @TestFactory
    Stream<DynamicTest> aFullDiskSpoilsNoReportAndDisturbsNobody() {
        assumeTrue(Files.exists(FULL_DISK), "there is no disk that is always full");
        return Launch.on(
                8,
                jdk -> withClient(jdk, "report", (client, report) -> {
                    client.say("login", "STEP 1");
                    await(() -> handshakes(report) == 1);
                    List<Path> before = list(report);
                    link(report.resolve(".hall-of-shame.sarif.tmp"), FULL_DISK);
                    assertThat(client.say("login", "STEP 2")).isEqualTo("welcome alice");
                    client.awaitError("the report cannot be written: ");
                    assertThat(handshakes(report)).isEqualTo(1);
                    assertThat(list(report)).containsExactlyElementsOf(before);
                    await(() -> handshakes(report) == 2);
                }));
    }

    @TestFactory
    Stream<DynamicTest> twoJvmsNeverWriteTheSameFile() {
        return Launch.on(8, jdk -> {
            Path shared = Launch.file("x", "").resolveSibling("shared");
            withClient(jdk, shared.toString(), (first, none) -> {
                first.say("login", "STEP 1");
                await(() -> handshakes(shared) == 1);
                withClient(jdk, shared.toString(), (second, noneEither) -> {
                    second.say("login", "STEP 1");
                    Path own = shared.resolve(String.valueOf(second.process().pid()));
                    await(() -> handshakes(own) == 1);
                });
                first.say("login", "STEP 2");
                await(() -> handshakes(shared) == 2);
            });
        });
    }

    private interface Scene {
        void play(SampleJvm.Running client, Path report);
    }

    private static void withClient(Jdk jdk, String report, Scene scene) {
        try (LoopbackServer server =
                        TlsServer.presenting(Certificate.SELF_SIGNED.identity()).start();
                SampleJvm.Running client = Launch.java(jdk, Launch.plainAgent() + "=report=" + report)
                        .main(SteadyClient.class, "localhost", server.port())
                        .start()) {
            client.awaitOutput("READY");
            scene.play(client, client.directory().resolve(report));
        }
    }

    private static long handshakes(Path report) {
        return Files.exists(report.resolve(HallOfShame.FILE))
                ? HallOfShame.read(report).summary().handshakes()
                : 0;
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("the time when the report is late").isLessThan(end);
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }

    private static List<Path> list(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> !Files.isSymbolicLink(file)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void link(Path link, Path target) {
        try {
            Files.createSymbolicLink(link, target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
