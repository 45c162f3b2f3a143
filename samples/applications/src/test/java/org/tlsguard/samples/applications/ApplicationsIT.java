package org.tlsguard.samples.applications;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tlsguard.samples.servers.TlsClient;
import org.tlsguard.samples.tests.Jdk;
import org.tlsguard.samples.tests.Launch;
import org.tlsguard.samples.tests.Mode;
import org.tlsguard.samples.tests.SampleJvm;

/**
 * The guard inside containers as they come from Maven Central, with the shop in each: it starts and logs as without, and the
 * class that sins is named with the place it has there.
 */
class ApplicationsIT {

    private static final Path WORK = Path.of("target", "applications").toAbsolutePath();

    @TestFactory
    Stream<DynamicTest> theGuardLivesInEveryContainer() {
        return Application.all().stream()
                .flatMap(Scope::cells)
                .map(cell ->
                        DynamicTest.dynamicTest(cell.toString(), () -> assertLives(cell.application(), cell.jdk())));
    }

    private static void assertLives(Application application, Jdk jdk) throws Exception {
        Encounter bare = open(application, jdk, Mode.BARE);
        assertThat(bare.said()).as("%s", bare.run()).containsExactly("crm GOT", "bank GOT", "impostor FAILED");
        for (Mode mode : List.of(Mode.AUDIT, Mode.ENFORCE)) {
            Claims claims = new Claims(open(application, jdk, mode), mode);
            claims.holdBeside(bare, application.library());
            claims.accuseNobodyElse();
        }
    }

    private static Encounter open(Application application, Jdk jdk, Mode mode) throws Exception {
        try (Peers peers = Peers.start()) {
            int port = freePort();
            Path directory = Archive.fresh(WORK, application + "-" + jdk.feature() + "-" + mode);
            Launch launch = Launch.java(jdk, "-XX:+UseSerialGC")
                    .in(directory)
                    .with(Peers.trust().toArray(new String[0]))
                    .with(peers.options().toArray(new String[0]));
            if (mode != Mode.BARE) {
                launch.with(Scope.agent(mode));
            }
            launch.with(application.layout().in(directory, port).toArray(new String[0]));
            try (SampleJvm.Running running = launch.start()) {
                if (application.visited()) {
                    visit(running, port);
                }
                running.awaitOutput("shop open");
                running.process().destroy();
                return Encounter.of(running.await(), peers);
            }
        }
    }

    /** Asks for the shop's page, over TLS, as soon as somebody listens. */
    private static void visit(SampleJvm.Running running, int port) throws Exception {
        String request = "GET " + Application.PAGE + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r";
        while (true) {
            try {
                assertThat(TlsClient.anonymous().ask(port, request)).startsWith("HTTP/1.1 200");
                return;
            } catch (ConnectException notYet) {
                if (!running.process().isAlive()) {
                    throw new AssertionError("it does not listen" + running.await(), notYet);
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
