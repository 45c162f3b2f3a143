package org.tlsguard.samples.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tlsguard.samples.tests.Certificate.CONTAINS_NAME;
import static org.tlsguard.samples.tests.Certificate.EXPIRED;
import static org.tlsguard.samples.tests.Certificate.INTERNAL;
import static org.tlsguard.samples.tests.Certificate.PRIVATE_CLIENT;
import static org.tlsguard.samples.tests.Certificate.SELF_SIGNED;
import static org.tlsguard.samples.tests.Certificate.SELF_SIGNED_CLONE;
import static org.tlsguard.samples.tests.Certificate.SOUND;
import static org.tlsguard.samples.tests.Certificate.WEAK_KEY;
import static org.tlsguard.samples.tests.Certificate.WEAK_SIGNATURE;
import static org.tlsguard.samples.tests.Certificate.WRONG_NAME;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tlsguard.samples.pki.Identity;
import org.tlsguard.samples.servers.LoopbackServer;
import org.tlsguard.samples.servers.TlsClient;
import org.tlsguard.samples.servers.TlsServer;
import org.tlsguard.samples.sinners.clean.DefaultClient;
import org.tlsguard.samples.sinners.name.LambdaVerifierClient;
import org.tlsguard.samples.sinners.name.RawEngineClient;
import org.tlsguard.samples.sinners.name.RawSocketClient;
import org.tlsguard.samples.sinners.name.YesVerifierClient;
import org.tlsguard.samples.sinners.protocol.SetterClient;
import org.tlsguard.samples.sinners.protocol.SuiteClient;
import org.tlsguard.samples.sinners.server.OldProtocolServer;
import org.tlsguard.samples.sinners.server.TrustAnyClientServer;
import org.tlsguard.samples.sinners.trust.ExtendedTrustAllClient;
import org.tlsguard.samples.sinners.trust.TrustAllClient;

/**
 * From audit to enforce: what was reachable stays reachable under the policy that was learnt, as it was printed, and nobody
 * else gets in with it.
 */
class LearnIT {

    private static final List<String> OPTIONS = List.of("-Djavax.net.ssl.trustStore=" + Pki.PUBLIC_STORE);

    /**
     * @param server presents an identity; started twice on the same port
     * @param peer the one that was met in the audit
     * @param forged what a forger shows in its place
     * @param elsewhere whether the forger listens on another port, because what was allowed is not about who it is
     */
    private record Case(
            Class<?> sample,
            List<String> arguments,
            String name,
            Identity peer,
            Identity forged,
            boolean elsewhere,
            UnaryOperator<TlsServer> tuning) {

        static Case of(Class<?> sample, Certificate peer, Certificate forged) {
            return new Case(
                    sample,
                    List.of(),
                    peer.name(),
                    peer.identity(),
                    forged.identity(),
                    false,
                    server -> server.protocols("TLSv1.2", "TLSv1.3"));
        }

        static Case weak(Class<?> sample, String argument, UnaryOperator<TlsServer> tuning) {
            return new Case(
                    sample,
                    argument == null ? List.of() : List.of(argument),
                    "SOUND",
                    SOUND.identity(),
                    SOUND.identity(),
                    true,
                    tuning);
        }

        static Case weak(Certificate certificate) {
            return new Case(
                    DefaultClient.class,
                    List.of(),
                    certificate.name(),
                    certificate.identity(),
                    certificate.identity(),
                    true,
                    server -> server.protocols("TLSv1.2"));
        }

        Case withPeer(String description, Identity other, UnaryOperator<TlsServer> with) {
            return new Case(sample, arguments, description, other, forged, false, with);
        }

        TlsServer server(Identity identity) {
            return tuning.apply(TlsServer.presenting(identity));
        }

        LoopbackServer forger(LoopbackServer server) {
            TlsServer forger = server(forged);
            return (elsewhere ? forger : forger.insteadOf(server)).start();
        }

        Run run(Jdk jdk, Mode mode, int port, Path policy) {
            return new SampleCommand(sample, arguments, OPTIONS, policy, false)
                    .on(jdk, mode, port)
                    .run();
        }

        @Override
        public String toString() {
            return sample.getSimpleName() + String.join(" ", arguments) + " meeting " + name;
        }
    }

    @TestFactory
    Stream<DynamicTest> whatWasReachableStaysSoAndNobodyElseGetsIn() {
        List<Case> cases = new ArrayList<>();
        for (Certificate peer : TrustIT.UNSOUND) {
            if (!List.of("expired", "not-yet-valid").contains(String.valueOf(peer.cause()))
                    && peer != SELF_SIGNED_CLONE) {
                cases.add(Case.of(TrustAllClient.class, peer, SELF_SIGNED_CLONE));
            }
        }
        cases.add(Case.of(ExtendedTrustAllClient.class, SELF_SIGNED, SELF_SIGNED_CLONE));
        for (Class<?> sample : List.of(
                YesVerifierClient.class, LambdaVerifierClient.class, RawSocketClient.class, RawEngineClient.class)) {
            cases.add(Case.of(sample, WRONG_NAME, CONTAINS_NAME));
        }
        cases.add(Case.of(TrustAllClient.class, SOUND, SELF_SIGNED_CLONE));
        cases.add(Case.of(DefaultClient.class, SOUND, SELF_SIGNED));
        cases.add(Case.weak(WEAK_KEY));
        cases.add(Case.weak(WEAK_SIGNATURE));
        cases.add(Case.weak(SetterClient.class, "protocols=TLSv1", server -> server.protocols("TLSv1")));
        for (String suite : WeakIT.SUITES) {
            cases.add(Case.weak(
                    SuiteClient.class,
                    "suites=" + suite,
                    server -> server.protocols("TLSv1.2").suites(suite)));
        }
        cases.add(Case.of(ExtendedTrustAllClient.class, SELF_SIGNED, SELF_SIGNED_CLONE)
                .withPeer(
                        "an old appliance",
                        Pki.PUBLIC
                                .leaf()
                                .dns("appliance.example")
                                .rsa(1024)
                                .selfSigned()
                                .expired()
                                .build(),
                        server -> server.protocols("TLSv1.2")));
        return cases.stream()
                .flatMap(each -> Matrix.some(Jdks.from(8), cases.indexOf(each))
                        .map(jdk -> DynamicTest.dynamicTest(each + ": " + jdk, () -> roundTrip(each, jdk))))
                .filter(Matrix::isWanted);
    }

    private static void roundTrip(Case each, Jdk jdk) {
        try (LoopbackServer server = each.server(each.peer()).start()) {
            Run audit = each.run(jdk, Mode.AUDIT, server.port(), null);
            assertThat(audit.succeeded()).as("reachable before" + audit).isTrue();
            Path policy = learn(jdk, audit).policy;
            Run enforce = each.run(jdk, Mode.ENFORCE, server.port(), policy);
            assertThat(enforce.succeeded()).as(text(policy) + enforce).isTrue();
            try (LoopbackServer forger = each.forger(server)) {
                Run run = each.run(jdk, Mode.ENFORCE, forger.port(), policy);
                assertThat(run.succeeded())
                        .as("the forger gets in by" + text(policy) + run)
                        .isFalse();
                assertThat(forger.journal().applicationData()).isEmpty();
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> anExpiredPublicCertificateIsPointedOutAndStaysRefused() {
        return Matrix.some(Jdks.from(8), 1)
                .map(jdk -> DynamicTest.dynamicTest(jdk.toString(), () -> {
                    Case each = Case.of(TrustAllClient.class, EXPIRED, SELF_SIGNED);
                    try (LoopbackServer server = each.server(each.peer()).start()) {
                        Learnt learnt = learn(jdk, each.run(jdk, Mode.AUDIT, server.port(), null));
                        assertThat(learnt.told).contains("localhost:" + server.port(), "not allowed", "expired");
                        Run run = each.run(jdk, Mode.ENFORCE, server.port(), learnt.policy);
                        assertThat(run.result()).contains("tlsguard: trust/expired");
                    }
                }));
    }

    /** Servers learn about their clients: by certificate where they have one, by address where they speak an old version. */
    @TestFactory
    Stream<DynamicTest> aClientThatWasServedIsServed() {
        String identity = "identity=" + SOUND.keyStore();
        return Stream.of(8, 17)
                .map(Jdks::from)
                .filter(jdks -> !jdks.isEmpty())
                .map(jdks -> jdks.get(0))
                .distinct()
                .flatMap(jdk -> Stream.of(
                        DynamicTest.dynamicTest("with a certificate of its own: " + jdk, () -> {
                            SampleCommand server = new SampleCommand(
                                    TrustAnyClientServer.class, List.of(identity), OPTIONS, null, false);
                            Run audit =
                                    visited(server, jdk, Mode.AUDIT, TlsClient.presenting(PRIVATE_CLIENT.identity()));
                            Path policy = learn(jdk, audit).policy;
                            SampleCommand guarded = with(server, policy);
                            Run enforce = visited(
                                    guarded, jdk, Mode.ENFORCE, TlsClient.presenting(PRIVATE_CLIENT.identity()));
                            assertThat(enforce.succeeded())
                                    .as(text(policy) + enforce)
                                    .isTrue();
                            Run forger =
                                    visited(guarded, jdk, Mode.ENFORCE, TlsClient.presenting(SELF_SIGNED.identity()));
                            assertThat(forger.succeeded())
                                    .as(text(policy) + forger)
                                    .isFalse();
                        }),
                        DynamicTest.dynamicTest("with an old version: " + jdk, () -> {
                            SampleCommand server = new SampleCommand(
                                    OldProtocolServer.class,
                                    List.of(identity, "protocols=TLSv1"),
                                    OPTIONS,
                                    null,
                                    false);
                            Run audit = visited(
                                    server,
                                    jdk,
                                    Mode.AUDIT,
                                    TlsClient.anonymous().protocols("TLSv1"));
                            Path policy = learn(jdk, audit).policy;
                            Run enforce = visited(
                                    with(server, policy),
                                    jdk,
                                    Mode.ENFORCE,
                                    TlsClient.anonymous().protocols("TLSv1"));
                            assertThat(enforce.succeeded())
                                    .as(text(policy) + enforce)
                                    .isTrue();
                        })))
                .filter(Matrix::isWanted);
    }

    /** Many JVMs' reports below one directory, one policy for all of them. */
    @TestFactory
    Stream<DynamicTest> onePolicyIsLearntFromMany() {
        return Matrix.some(Jdks.from(8), 0)
                .limit(1)
                .map(jdk -> DynamicTest.dynamicTest(jdk.toString(), () -> {
                    List<Case> cases = List.of(
                            Case.of(TrustAllClient.class, SELF_SIGNED, SELF_SIGNED_CLONE),
                            Case.of(TrustAllClient.class, INTERNAL, SELF_SIGNED_CLONE),
                            Case.of(YesVerifierClient.class, WRONG_NAME, CONTAINS_NAME));
                    List<LoopbackServer> servers = new ArrayList<>();
                    try {
                        Path reports = Files.createTempDirectory("reports");
                        for (Case each : cases) {
                            LoopbackServer server = each.server(each.peer()).start();
                            servers.add(server);
                            Run audit = each.run(jdk, Mode.AUDIT, server.port(), null);
                            Path copy = Files.createDirectories(reports.resolve("jvm-" + server.port()));
                            Files.copy(
                                    audit.reportDirectory().resolve(HallOfShame.FILE), copy.resolve(HallOfShame.FILE));
                        }
                        Path policy = learn(jdk, reports).policy;
                        for (int i = 0; i < cases.size(); i++) {
                            Run enforce = cases.get(i)
                                    .run(jdk, Mode.ENFORCE, servers.get(i).port(), policy);
                            assertThat(enforce.succeeded())
                                    .as(text(policy) + enforce)
                                    .isTrue();
                        }
                    } finally {
                        servers.forEach(LoopbackServer::close);
                    }
                }));
    }

    private static SampleCommand with(SampleCommand command, Path policy) {
        return command.under(policy);
    }

    private static Run visited(SampleCommand server, Jdk jdk, Mode mode, TlsClient client) {
        try (SampleJvm.Running running = server.on(jdk, mode, 0).start()) {
            try {
                client.ask(running.listeningPort(), ServerStage.LINE);
            } catch (IOException refused) {
                // the sample's own result tells the same
            }
            return running.await();
        }
    }

    private record Learnt(Path policy, String told) {}

    private static Learnt learn(Jdk jdk, Run audit) {
        return learn(jdk, audit.reportDirectory());
    }

    private static Learnt learn(Jdk jdk, Path reports) {
        Path policy = Pki.file("learnt-" + System.nanoTime() + ".yaml");
        Run learn = tool(jdk, "policy", "learn", "-o", policy.toString(), reports.toString());
        assertThat(learn.exitCode()).as(learn.toString()).isZero();
        Run check = tool(jdk, "policy", "check", policy.toString());
        assertThat(check.exitCode()).as(text(policy) + check).isZero();
        return new Learnt(policy, learn.stderr());
    }

    private static Run tool(Jdk jdk, String... arguments) {
        return Launch.commandLine(jdk, arguments).run();
    }

    private static String text(Path policy) {
        try {
            return System.lineSeparator() + Files.readString(policy);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
