package org.tlsguard.samples.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.tlsguard.samples.tests.Launch.agent;
import static org.tlsguard.samples.tests.Launch.plainAgent;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jacoco.agent.rt.RT;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tlsguard.samples.servers.LoopbackServer;
import org.tlsguard.samples.servers.TlsServer;
import org.tlsguard.samples.sinners.probe.Hello;
import org.tlsguard.samples.sinners.probe.PatientClient;
import org.tlsguard.samples.sinners.probe.SandboxedClient;
import org.tlsguard.samples.sinners.trust.TrustAllClient;

/** The guard among other agents, under a security manager, with class data sharing, attached late. */
class SurroundingsIT {

    private static final Promise CAUGHT = Promise.active("trust", "self-signed");

    @TestFactory
    Stream<DynamicTest> givenTwiceTheSecondIsIgnoredWithOneLine() {
        return Launch.on(8, jdk -> {
            for (Path second : List.of(Launch.JAR, copyOfJar())) {
                Run run = Launch.java(jdk, plainAgent(), "-javaagent:" + second)
                        .main(Hello.class)
                        .run();
                assertThat(run.exitCode()).as("%s", run).isZero();
                assertThat(run.stdout()).as("%s", run).isEqualTo("hello\n");
                assertThat(run.stderr().lines())
                        .as("%s", run)
                        .singleElement()
                        .asString()
                        .contains("given twice");
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> anotherAgentBeforeAndAfterChangesNothing() {
        String other = "-javaagent:" + SampleJvm.location(RT.class) + "=destfile=jacoco.exec";
        return Launch.on(8, jdk -> {
            assertCaught(
                    port -> Launch.java(jdk, other, agent(Mode.ENFORCE)).main(TrustAllClient.class, "localhost", port));
            assertCaught(
                    port -> Launch.java(jdk, agent(Mode.ENFORCE), other).main(TrustAllClient.class, "localhost", port));
        });
    }

    // ---- class data sharing

    @TestFactory
    Stream<DynamicTest> classDataSharingStaysOn() {
        return Launch.on(8, jdk -> {
            assumeTrue(
                    Launch.java(jdk, "-Xshare:on").main(Hello.class).run().exitCode() == 0, "this JDK has no archive");
            Run run = Launch.java(jdk, "-Xshare:on", plainAgent())
                    .main(Hello.class)
                    .run();
            assertThat(run.exitCode()).as("%s", run).isZero();
            assertThat(run.stdout()).as("%s", run).isEqualTo("hello\n");
            assertThat(run.stderr()).as("%s", run).isEmpty();
        });
    }

    @TestFactory
    Stream<DynamicTest> withAnArchiveOfTheApplicationsClassesEverySinIsStillSeen() {
        return Launch.on(17, jdk -> {
            Run dump = Launch.java(jdk, "-XX:ArchiveClassesAtExit=app.jsa")
                    .main(TrustAllClient.class, "localhost", 1)
                    .run();
            Path archive = dump.reportDirectory().resolveSibling("app.jsa");
            assumeTrue(Files.exists(archive), "no archive was written");
            assertCaught(port -> Launch.java(jdk, "-XX:SharedArchiveFile=" + archive, agent(Mode.ENFORCE))
                    .main(TrustAllClient.class, "localhost", port));
        });
    }

    /** Recorded with the agent, because a cache that was recorded without {@code java.instrument} is not used with it. */
    @TestFactory
    Stream<DynamicTest> withAnAotCacheEverySinIsStillSeen() {
        return Launch.on(25, jdk -> {
            Run record = Launch.java(jdk, "-XX:AOTMode=record", "-XX:AOTConfiguration=app.conf", plainAgent())
                    .main(TrustAllClient.class, "localhost", 1)
                    .run();
            Path directory = record.reportDirectory().getParent();
            Run create = Launch.java(jdk, "-XX:AOTMode=create", "-XX:AOTConfiguration=app.conf", "-XX:AOTCache=app.aot")
                    .with("-cp", Launch.samples())
                    .in(directory)
                    .run();
            assumeTrue(Files.exists(directory.resolve("app.aot")), "no cache was written" + create);
            assertCaught(port -> Launch.java(jdk, "-XX:AOTMode=on", "-XX:AOTCache=app.aot", agent(Mode.ENFORCE))
                    .in(directory)
                    .main(TrustAllClient.class, "localhost", port));
        });
    }

    // ---- under a security manager

    @TestFactory
    Stream<DynamicTest> underASecurityManagerThatGrantsItAllItWorksInFull() {
        return underSecurityManagers(jdk -> assertCaught(port -> Launch.java(jdk, securityManager(grantToUs()))
                .with(agent(Mode.ENFORCE))
                .main(TrustAllClient.class, "localhost", port)));
    }

    @TestFactory
    Stream<DynamicTest> underASecurityManagerThatGrantsItNothingItSaysWhatIsMissing() {
        return underSecurityManagers(jdk -> {
            Run run = Launch.java(jdk, securityManager(""))
                    .with(agent(Mode.ENFORCE))
                    .main(Hello.class)
                    .run();
            assertThat(run.exitCode()).as("%s", run).isEqualTo(78);
            assertThat(run.stdout()).as("%s", run).isEmpty();
            assertThat(run.stderr().lines().filter(line -> line.startsWith("tlsguard: ")))
                    .as("%s", run)
                    .singleElement()
                    .asString()
                    .contains("java.security.AllPermission");
        });
    }

    @TestFactory
    Stream<DynamicTest> underASecurityManagerThatTheApplicationSetsItWorksInFull() {
        return underSecurityManagers(jdk -> assertCaught(
                port -> (jdk.feature() < 12 ? Launch.java(jdk) : Launch.java(jdk, "-Djava.security.manager=allow"))
                        .with("-Djava.security.policy=" + policy(grantToUs()), agent(Mode.ENFORCE))
                        .main(SandboxedClient.class, "localhost", port)));
    }

    // ---- attached to an application that is running

    @TestFactory
    Stream<DynamicTest> attachedLateItCatchesWhatComes() {
        return Launch.on(8, jdk -> {
            try (LoopbackServer server = selfSigned();
                    SampleJvm.Running client = patientClient(jdk, server.port())) {
                attach(client, "mode=enforce,report=" + client.directory().resolve("report"));
                assertCaught(client.pressKey(), server);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> attachedWithAMistakeItLeavesTheApplicationAlone() {
        return Launch.on(8, jdk -> {
            try (LoopbackServer server = selfSigned();
                    SampleJvm.Running client = patientClient(jdk, server.port())) {
                assertThatThrownBy(() -> attach(client, "mood=enforce")).isInstanceOf(Exception.class);
                Run run = client.pressKey();
                assertThat(run.succeeded()).as("%s", run).isTrue();
                assertThat(run.exitCode()).as("%s", run).isZero();
                assertThat(run.stderr()).as("%s", run).contains("tlsguard: ", "did you mean \"mode\"?");
            }
        });
    }

    private static SampleJvm.Running patientClient(Jdk jdk, int port) {
        Launch launch = jdk.feature() == 8 ? Launch.java(jdk) : Launch.java(jdk, "-XX:+EnableDynamicAgentLoading");
        SampleJvm.Running client =
                launch.main(PatientClient.class, "localhost", port).start();
        client.awaitOutput("READY");
        return client;
    }

    private static void attach(SampleJvm.Running target, String options) {
        try {
            VirtualMachine machine =
                    VirtualMachine.attach(String.valueOf(target.process().pid()));
            try {
                machine.loadAgent(Launch.JAR.toString(), options);
            } finally {
                machine.detach();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (AgentLoadException e) {
            if (!"0".equals(e.getMessage())) {
                throw new IllegalStateException(e);
            }
            // The way in which Java 8 says, to a newer one, that all went well.
        } catch (AttachNotSupportedException | AgentInitializationException e) {
            throw new IllegalStateException(e);
        }
    }

    // ----

    private static void assertCaught(Function<Integer, Launch> client) {
        try (LoopbackServer server = selfSigned()) {
            assertCaught(client.apply(server.port()).run(), server);
        }
    }

    private static void assertCaught(Run run, LoopbackServer server) {
        assertThat(run.result()).as("%s", run).contains("tlsguard: trust/self-signed");
        assertThat(server.journal().applicationData()).as("%s", run).isEmpty();
        assertThat(run.report().summary().internalErrors()).as("%s", run).isZero();
        assertThat(CAUGHT.keptBy(run.report().findings(), Fate.VETOED, Mode.ENFORCE))
                .as("%s", run)
                .isTrue();
    }

    private static LoopbackServer selfSigned() {
        return TlsServer.presenting(Certificate.SELF_SIGNED.identity()).start();
    }

    /** The last of them to enforce one is 23. */
    private static Stream<DynamicTest> underSecurityManagers(Consumer<Jdk> test) {
        return Jdks.from(8).stream()
                .filter(jdk -> jdk.feature() < 24)
                .map(jdk -> DynamicTest.dynamicTest(jdk.toString(), () -> test.accept(jdk)));
    }

    private static String[] securityManager(String grants) {
        return new String[] {"-Djava.security.manager", "-Djava.security.policy=" + policy(grants)};
    }

    /** The application itself may do what a client of TLS does. */
    private static Path policy(String grants) {
        return Launch.file(
                "java.policy",
                """
                grant codeBase "file:%s" {
                    permission java.net.SocketPermission "*", "connect,resolve";
                    permission java.util.PropertyPermission "*", "read";
                    permission java.lang.RuntimePermission "setFactory";
                    permission java.lang.RuntimePermission "setSecurityManager";
                    permission java.lang.RuntimePermission "exitVM.1";
                };
                """.formatted(Launch.samples() + (Launch.samples().endsWith(".jar") ? "" : "/-")) + grants);
    }

    private static String grantToUs() {
        return "grant codeBase \"file:" + Launch.JAR + "\" { permission java.security.AllPermission; };\n";
    }

    private static Path copyOfJar() {
        try {
            return Files.copy(Launch.JAR, Launch.file("copy", "").resolveSibling("copy.jar"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
