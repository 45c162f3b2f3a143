package org.tlsguard.samples.applications;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tlsguard.samples.pki.Identity;
import org.tlsguard.samples.tests.HallOfShame.Finding;
import org.tlsguard.samples.tests.Jdk;
import org.tlsguard.samples.tests.Launch;
import org.tlsguard.samples.tests.Mode;
import org.tlsguard.samples.tests.Run;
import org.tlsguard.samples.tests.Wanted;

/** The guard inside Maven, as its {@code MAVEN_OPTS} would have it, which fetches a parent POM from a repository. */
class MavenIT {

    private static final Path WORK = Path.of("target", "maven").toAbsolutePath();

    /** A version, the switch by which it trusts everybody, the jar that then does so, and what else is found. */
    private enum Version {
        V3_6_3(
                "3.6.3",
                "2.6.0",
                "-Dmaven.wagon.http.ssl.insecure=true",
                "lib/wagon-http-3.3.4-shaded.jar",
                "org.apache.maven.wagon.",
                List.of()),
        V3_9_9(
                "3.9.9",
                "2.8.0",
                "-Daether.connector.https.securityMode=insecure",
                "lib/httpcore-4.4.16.jar",
                "org.eclipse.aether.",
                List.of("name latent"));

        final String number;
        final String launcher;
        final String insecure;
        final String culprit;
        final String caller;
        final List<String> more;

        Version(String number, String launcher, String insecure, String culprit, String caller, List<String> more) {
            this.number = number;
            this.launcher = launcher;
            this.insecure = insecure;
            this.culprit = culprit;
            this.caller = caller;
            this.more = more;
        }

        /** What is found at the repository: the sin, and what else the switch switches off. */
        List<String> findings(String sin, String outcome) {
            return Stream.concat(Stream.of(sin), more.stream())
                    .map(each -> each + ' ' + outcome + " at the repository")
                    .toList();
        }

        Path home() {
            return Distribution.of("org.apache.maven:apache-maven:zip:bin:" + number);
        }

        @Override
        public String toString() {
            return "Maven " + number;
        }
    }

    /** What became of one build. */
    private record Build(Run run, int port, List<String> asked) {

        boolean gotThrough() {
            return run.exitCode() == 0 && asked.contains("/shop/parent/1/parent-1.pom");
        }

        /** Without how long it took, which is in seconds or in minutes. */
        String log() {
            return Encounter.log(run, run.reportDirectory().getParent().toString())
                    .replaceFirst("(?m)^.*Total time: .*$", "");
        }

        List<String> findings() {
            return run.report().findings().stream()
                    .map(each -> each.rule() + ' ' + each.state() + ' ' + each.outcome() + " at "
                            + (each.peer().port() == port ? "the repository" : each.peer()))
                    .toList();
        }
    }

    @TestFactory
    Stream<DynamicTest> whoeverSwitchesVerificationOffIsFoundOut() {
        return cells((version, jdk) -> {
            Identity impostor = Peers.impostorsIdentity();
            Build bare = build(version, jdk, Mode.BARE, impostor, version.insecure);
            assertThat(bare.gotThrough()).as("the sin is real%s", bare.run()).isTrue();

            Build audited = build(version, jdk, Mode.AUDIT, impostor, version.insecure);
            assertThat(audited.log()).as("%s", audited.run()).isEqualTo(bare.log());
            assertThat(audited.asked()).isEqualTo(bare.asked());
            assertThat(audited.findings())
                    .as("%s", audited.run())
                    .isEqualTo(version.findings("trust active", "reported"));
            assertCulprit(version, audited);

            Build enforced = build(version, jdk, Mode.ENFORCE, impostor, version.insecure);
            assertThat(enforced.asked()).as("%s", enforced.run()).isEmpty();
            assertThat(enforced.run().exitCode()).as("%s", enforced.run()).isPositive();
            assertThat(enforced.run().stdout()).contains("tlsguard: trust/self-signed");
            assertThat(enforced.findings())
                    .as("%s", enforced.run())
                    .containsExactly("trust active vetoed at the repository");
        });
    }

    @TestFactory
    Stream<DynamicTest> aSoundRepositoryServesInEnforce() {
        return cells((version, jdk) -> {
            Build trusting = build(version, jdk, Mode.ENFORCE, Peers.soundIdentity(), version.insecure);
            assertThat(trusting.gotThrough()).as("%s", trusting.run()).isTrue();
            assertThat(trusting.findings())
                    .as("%s", trusting.run())
                    .isEqualTo(version.findings("trust latent", "rewritten"));
            assertCulprit(version, trusting);

            Build verifying = build(version, jdk, Mode.ENFORCE, Peers.soundIdentity());
            assertThat(verifying.gotThrough()).as("%s", verifying.run()).isTrue();
            assertThat(verifying.findings()).as("%s", verifying.run()).isEmpty();
        });
    }

    private static void assertCulprit(Version version, Build build) {
        Finding finding = build.run().report().findings().get(0);
        assertThat(finding.origin().location()).as("%s", build.run()).endsWith(version.culprit);
        assertThat(finding.origin().caller()).as("%s", build.run()).startsWith(version.caller);
        assertThat(finding.remedy()).as("%s", build.run()).contains(version.insecure);
        assertThat(build.run().report().summary().internalErrors()).isZero();
    }

    private static Stream<DynamicTest> cells(Check check) {
        return Stream.of(Version.values())
                .flatMap(version -> Scope.hereOrAll(8)
                        .filter(jdk -> Wanted.includes(version + " · " + jdk))
                        .map(jdk -> DynamicTest.dynamicTest(version + " · " + jdk, () -> check.of(version, jdk))));
    }

    private interface Check {
        void of(Version version, Jdk jdk);
    }

    private static Build build(Version version, Jdk jdk, Mode mode, Identity identity, String... options) {
        try (PomServer repository = PomServer.presenting(identity)) {
            Path directory = Archive.fresh(WORK, version + "-" + jdk.feature() + "-" + mode);
            Archive.write(directory.resolve("pom.xml"), """
                    <project xmlns="http://maven.apache.org/POM/4.0.0">
                      <modelVersion>4.0.0</modelVersion>
                      <parent>
                        <groupId>shop</groupId>
                        <artifactId>parent</artifactId>
                        <version>1</version>
                        <relativePath/>
                      </parent>
                      <artifactId>shop</artifactId>
                      <packaging>pom</packaging>
                    </project>
                    """);
            Path settings = Archive.write(directory.resolve("settings.xml"), """
                    <settings>
                      <localRepository>%s</localRepository>
                      <mirrors>
                        <mirror>
                          <id>local</id>
                          <mirrorOf>*</mirrorOf>
                          <url>https://localhost:%d/</url>
                        </mirror>
                      </mirrors>
                    </settings>
                    """.formatted(
                            directory.resolve("repository"), repository.port()));
            Path home = version.home();
            Launch launch = Launch.java(jdk, "-XX:+UseSerialGC")
                    .in(directory)
                    .with(Peers.trust().toArray(new String[0]));
            if (mode != Mode.BARE) {
                launch.with(Scope.agent(mode));
            }
            Run run = launch.with(
                            "-cp",
                            home.resolve("boot/plexus-classworlds-" + version.launcher + ".jar")
                                    .toString(),
                            "-Dclassworlds.conf=" + home.resolve("bin/m2.conf"),
                            "-Dmaven.home=" + home,
                            "-Dmaven.multiModuleProjectDirectory=" + directory,
                            "org.codehaus.plexus.classworlds.launcher.Launcher",
                            "--batch-mode",
                            "--no-transfer-progress",
                            "--global-settings",
                            settings.toString(),
                            "--settings",
                            settings.toString(),
                            "validate")
                    .with(options)
                    .run();
            return new Build(run, repository.port(), repository.asked());
        }
    }
}
