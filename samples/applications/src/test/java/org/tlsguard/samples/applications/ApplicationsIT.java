package org.tlsguard.samples.applications;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tlsguard.samples.tests.Jdk;
import org.tlsguard.samples.tests.Launch;
import org.tlsguard.samples.tests.Mode;
import org.tlsguard.samples.tests.Run;
import org.tlsguard.samples.tests.SampleJvm;

/**
 * The guard inside containers as they come from Maven Central, with the shop in each: it starts and logs as without, and the
 * class that sins is named with the place it has there.
 */
class ApplicationsIT {

    private static final Path WORK = Path.of("target", "applications").toAbsolutePath();

    @TestFactory
    Stream<DynamicTest> theGuardLivesInEveryContainer() {
        return Stream.concat(
                        Application.light().stream().flatMap(Scope::cells),
                        Application.heavy().stream().flatMap(Scope::oneCell))
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
            claims.spareTheGuest(bare);
        }
    }

    private static Encounter open(Application application, Jdk jdk, Mode mode) throws Exception {
        try (Peers peers = Peers.start()) {
            int port = Ports.free();
            Path directory = Archive.fresh(WORK, application + "-" + jdk.feature() + "-" + mode);
            Launch launch = jvm(jdk, mode, directory)
                    .with(peers.options().toArray(new String[0]))
                    .with(application.layout().in(directory, port).toArray(new String[0]));
            try (SampleJvm.Running running = launch.start()) {
                Path visitor = Archive.directory(directory.resolve("guest"));
                Optional<Run> guest =
                        application.guest().visit(running, port, new Guest.Jvm(visitor, jvm(jdk, mode, visitor)));
                running.awaitOutput("shop open");
                running.process().destroy();
                return Encounter.of(running.await(), guest, peers);
            }
        }
    }

    private static Launch jvm(Jdk jdk, Mode mode, Path directory) {
        Launch launch = Launch.java(jdk, "-XX:+UseSerialGC")
                .in(directory)
                .with(Peers.trust().toArray(new String[0]));
        return mode == Mode.BARE ? launch : launch.with(Scope.agent(mode));
    }
}
