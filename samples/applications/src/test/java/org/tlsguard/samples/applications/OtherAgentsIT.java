package org.tlsguard.samples.applications;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tlsguard.samples.applications.shop.Shop;
import org.tlsguard.samples.sinners.trust.GenerousAgent;
import org.tlsguard.samples.tests.Jdk;
import org.tlsguard.samples.tests.Launch;
import org.tlsguard.samples.tests.Maven;
import org.tlsguard.samples.tests.Mode;
import org.tlsguard.samples.tests.SampleJvm;
import org.tlsguard.samples.tests.Wanted;

/** The guard beside another agent, before and after it on the command line. */
class OtherAgentsIT {

    private static final Path WORK = Path.of("target", "agents").toAbsolutePath();
    private static final Path CRM = Archive.write(WORK.resolve("crm.jar"), Archive.crm());
    private static final Path SHOP = Archive.write(WORK.resolve("shop.jar"), Archive.shop());

    /** An agent in one version. */
    private enum Neighbour {
        JACOCO("org.jacoco:org.jacoco.agent:jar:runtime:0.8.15") {
            @Override
            List<String> options() {
                return List.of("-javaagent:" + Maven.file(artifact) + "=destfile=jacoco.exec");
            }
        },
        OPENTELEMETRY("io.opentelemetry.javaagent:opentelemetry-javaagent:2.20.1") {
            @Override
            List<String> options() {
                return List.of(
                        "-Dotel.traces.exporter=none",
                        "-Dotel.metrics.exporter=none",
                        "-Dotel.logs.exporter=none",
                        "-javaagent:" + Maven.file(artifact));
            }
        },
        /** Makes the whole JVM trust everybody. */
        GENEROUS(null) {
            @Override
            List<String> options() {
                return List.of("-javaagent:" + SampleJvm.location(GenerousAgent.class));
            }
        };

        final String artifact;

        Neighbour(String artifact) {
            this.artifact = artifact;
        }

        abstract List<String> options();
    }

    @TestFactory
    Stream<DynamicTest> eachDoesItsWorkWhateverTheOrder() {
        return Scope.jdks(8).stream()
                .flatMap(jdk -> Stream.of(Neighbour.values())
                        .filter(neighbour -> Wanted.includes(neighbour + " · " + jdk))
                        .map(neighbour -> DynamicTest.dynamicTest(
                                neighbour + " · " + jdk, () -> assertNeighboursGetAlong(neighbour, jdk))));
    }

    private static void assertNeighboursGetAlong(Neighbour neighbour, Jdk jdk) {
        Encounter without = run(jdk, neighbour.options());
        boolean generous = neighbour == Neighbour.GENEROUS;
        assertThat(without.said())
                .as("%s", without.run())
                .containsExactly("crm GOT", "bank GOT", generous ? "impostor GOT" : "impostor FAILED");
        for (Mode mode : List.of(Mode.AUDIT, Mode.ENFORCE)) {
            for (boolean first : List.of(true, false)) {
                List<String> options = new ArrayList<>(neighbour.options());
                options.add(first ? 0 : options.size(), Scope.agent(mode));
                Encounter with = run(jdk, options);
                new Claims(with, mode).holdBeside(without, "crm.jar");
                assertThat(with.run().exitCode()).as("%s", with.run()).isZero();
                if (generous) {
                    assertGenerosityIsCaught(with, mode);
                } else {
                    assertThat(with.findingsAt(1)).as("%s", with.run()).isEmpty();
                    assertThat(with.findingsAt(2)).as("%s", with.run()).isEmpty();
                }
            }
        }
    }

    private static void assertGenerosityIsCaught(Encounter with, Mode mode) {
        String culprit = GenerousAgent.class.getName() + "$TrustAll";
        String jar = SampleJvm.location(GenerousAgent.class).getFileName().toString();
        assertThat(with.findingsAt(1)).as("%s", with.run()).singleElement().satisfies(finding -> {
            assertThat(finding.rule() + ' ' + finding.state() + ' ' + finding.outcome())
                    .isEqualTo("trust latent " + (mode == Mode.AUDIT ? "reported" : "rewritten"));
            assertThat(finding.origin().type()).isEqualTo(culprit);
            assertThat(finding.origin().location()).endsWith(jar);
        });
        assertThat(with.findingsAt(2)).as("%s", with.run()).singleElement().satisfies(finding -> {
            assertThat(finding.rule() + ' ' + finding.cause() + ' ' + finding.state() + ' ' + finding.outcome())
                    .isEqualTo("trust self-signed active " + (mode == Mode.AUDIT ? "reported" : "vetoed"));
            assertThat(finding.origin().type()).isEqualTo(culprit);
            assertThat(finding.origin().location()).endsWith(jar);
        });
    }

    private static Encounter run(Jdk jdk, List<String> options) {
        try (Peers peers = Peers.start()) {
            Launch launch = Launch.java(jdk, Peers.trust().toArray(new String[0]))
                    .with(options.toArray(new String[0]))
                    .with(peers.options().toArray(new String[0]))
                    .with("-cp", SHOP + File.pathSeparator + CRM, Shop.class.getName());
            return Encounter.of(launch.run(), Optional.empty(), peers);
        }
    }
}
