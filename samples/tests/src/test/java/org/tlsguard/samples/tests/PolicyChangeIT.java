package org.tlsguard.samples.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tlsguard.samples.pki.TestCa;
import org.tlsguard.samples.servers.LoopbackServer;
import org.tlsguard.samples.servers.TlsServer;
import org.tlsguard.samples.sinners.probe.SteadyClient;

/** A policy that changes while the application runs. */
class PolicyChangeIT {

    private static final String REFUSED = "refused: ";

    @TestFactory
    Stream<DynamicTest> aChangedPolicyTakesEffectAndABrokenOneDoesNot() {
        return Launch.on(8, jdk -> {
            Path policy = Launch.file("policy.yaml", "version: 1\nmode: audit\n");
            try (LoopbackServer server = selfSigned();
                    SampleJvm.Running client = client(jdk, policy, server)) {
                assertThat(client.say("login", "STEP 1")).isEqualTo("welcome alice");

                write(policy, "version: 1\nmode: enforce\n");
                client.awaitError("is in force, in mode enforce");
                assertThat(client.say("login", "STEP 2")).startsWith(REFUSED).contains("trust/self-signed");

                write(policy, "version: 1\nmode: enforce\nruels: {trust: off}\n");
                client.awaitError("policy.yaml:3:1: ");
                assertThat(client.say("login", "STEP 3")).startsWith(REFUSED).contains("trust/self-signed");

                write(policy, "version: 1\nmode: enforce\nrules: {trust: audit}\n");
                client.awaitError("is in force, in mode enforce\ntlsguard: ");
                client.hangUp();
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> aRefusedVersionStandsInTheReportUntilASoundOneComes() {
        return Launch.on(8, jdk -> {
            Path policy = Launch.file("policy.yaml", "version: 1\nmode: enforce\n");
            try (LoopbackServer server = selfSigned();
                    SampleJvm.Running client = client(jdk, policy, server)) {
                assertThat(client.say("login", "STEP 1")).startsWith(REFUSED);
                write(policy, "version: 1\nmode: \n");
                client.awaitError("the changed policy is refused");
                assertThat(client.say("login", "STEP 2")).startsWith(REFUSED);
                Run run = client.hangUp();
                assertThat(run.report().notices())
                        .as("%s", run)
                        .singleElement()
                        .asString()
                        .contains("the former version stays in force", "policy.yaml:2:");
                assertThat(run.report().summary().internalErrors())
                        .as("%s", run)
                        .isZero();
            }
        });
    }

    /** Whose session is resumed nobody looks at again: a changed policy has to end those sessions. */
    @TestFactory
    Stream<DynamicTest> aPinThatComesLaterHoldsForThePeersOfResumedSessions() {
        return Launch.on(8, jdk -> {
            Path policy = Launch.file("policy.yaml", "version: 1\nmode: enforce\n");
            try (LoopbackServer server =
                            TlsServer.presenting(Certificate.SOUND.identity()).start();
                    SampleJvm.Running client = client(jdk, policy, server)) {
                assertThat(client.say("login", "STEP 1")).isEqualTo("welcome alice");
                assertThat(client.say("login", "STEP 2")).isEqualTo("welcome alice");
                write(
                        policy,
                        "version: 1\nmode: enforce\ndestinations:\n  - match: localhost\n    pins: [\"sha256/"
                                + "A".repeat(43) + "=\"]\n");
                client.awaitError("is in force, in mode enforce");
                assertThat(client.say("login", "STEP 3")).startsWith(REFUSED).contains("trust/pin-mismatch");
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> anchorsInAFileThatChangesAreReadAgain() {
        return Launch.on(8, jdk -> {
            Path policy = Launch.file("policy.yaml", "version: 1\nmode: enforce\ntrust: {anchors: [anchors.jks]}\n");
            Path anchors = policy.resolveSibling("anchors.jks");
            Pki.PRIVATE.writeTrustStore(anchors);
            try (LoopbackServer server = TlsServer.presenting(Certificate.INTERNAL.identity())
                            .start();
                    SampleJvm.Running client = client(jdk, policy, server)) {
                assertThat(client.say("login", "STEP 1")).isEqualTo("welcome alice");
                replace(anchors, TestCa.root("Another CA").writeTrustStore(policy.resolveSibling("new.jks")));
                client.awaitError("is in force, in mode enforce");
                assertThat(client.say("login", "STEP 2")).startsWith(REFUSED).contains("trust/unknown-issuer");
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> aPolicyMayBeReplacedWhileHandshakesRun() {
        return Launch.on(8, jdk -> {
            Path policy = Launch.file("policy.yaml", "version: 1\nmode: audit\n");
            try (LoopbackServer server = selfSigned();
                    SampleJvm.Running client = client(jdk, policy, server)) {
                Thread hand = new Thread(() -> {
                    for (int i = 0; client.process().isAlive() && i < 100; i++) {
                        replace(
                                policy,
                                Launch.file("next", "version: 1\nmode: " + (i % 2 == 0 ? "enforce" : "audit") + "\n"));
                        pause(8_000);
                    }
                });
                hand.setDaemon(true);
                hand.start();
                int welcome = 0;
                int refused = 0;
                for (int step = 1; step < 60 && (welcome == 0 || refused == 0); step++) {
                    String[] counts = client.say("storm", "STEP " + step + " ").split("\\D+");
                    welcome += Integer.parseInt(counts[1]);
                    refused += Integer.parseInt(counts[2]);
                    assertThat(counts[3]).as("neither one policy nor the other").isEqualTo("0");
                }
                Run run = client.hangUp();
                assertThat(welcome).as("%s", run).isPositive();
                assertThat(refused).as("%s", run).isPositive();
                assertThat(run.report().summary().internalErrors())
                        .as("%s", run)
                        .isZero();
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> whatEndsSoonIsAnnounced() {
        return Launch.on(8, jdk -> {
            LocalDate today = LocalDate.now(ZoneOffset.UTC);
            Path policy = Launch.file(
                    "policy.yaml",
                    "version: 1\nmode: enforce\nexemptions:\n" + exemption("a", today.minusDays(1))
                            + exemption("b", today.plusDays(29)) + exemption("c", today.plusDays(40))
                            + "destinations:\n  - match: elsewhere.example\n    name: other.example\n    expires: "
                            + today.plusDays(3) + "\n");
            try (LoopbackServer server =
                            TlsServer.presenting(Certificate.SOUND.identity()).start();
                    SampleJvm.Running client = client(jdk, policy, server)) {
                assertThat(client.say("login", "STEP 1")).isEqualTo("welcome alice");
                client.awaitError("expires on " + today.plusDays(29));
                Run run = client.hangUp();
                assertThat(run.report().notices())
                        .as("%s", run)
                        .satisfiesExactly(
                                destination -> assertThat(destination)
                                        .contains("the destination at policy.yaml", "expires on " + today.plusDays(3)),
                                first -> assertThat(first).contains("policy.yaml:4", "has expired"),
                                second -> assertThat(second)
                                        .contains("policy.yaml:10", "expires on " + today.plusDays(29)));
                assertThat(run.stderr()).as("%s", run).containsOnlyOnce("has expired");
            }
        });
    }

    /** The samples' certificates are valid for a month. */
    @TestFactory
    Stream<DynamicTest> aPinnedCertificateThatEndsSoonIsAnnounced() {
        return Launch.on(8, jdk -> {
            Path policy = Launch.file(
                    "policy.yaml",
                    "version: 1\nmode: enforce\ndestinations:\n  - match: localhost\n    pins: [\""
                            + pin(Certificate.SELF_SIGNED) + "\"]\n");
            try (LoopbackServer server = selfSigned();
                    SampleJvm.Running client = client(jdk, policy, server)) {
                assertThat(client.say("login", "STEP 1")).isEqualTo("welcome alice");
                Run run = client.hangUp();
                assertThat(run.report().notices())
                        .as("%s", run)
                        .singleElement()
                        .asString()
                        .contains("which the policy pins", "expires on ");
            }
        });
    }

    private static String pin(Certificate certificate) {
        try {
            byte[] key = certificate.identity().certificate().getPublicKey().getEncoded();
            return "sha256/"
                    + Base64.getEncoder()
                            .encodeToString(MessageDigest.getInstance("SHA-256").digest(key));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String exemption(String host, LocalDate expires) {
        return "  - rule: protocol\n    allow: [TLSv1]\n    match: " + host + ".example\n    reason: old\n"
                + "    owner: ops\n    expires: " + expires + "\n";
    }

    private static LoopbackServer selfSigned() {
        return TlsServer.presenting(Certificate.SELF_SIGNED.identity()).start();
    }

    private static SampleJvm.Running client(Jdk jdk, Path policy, LoopbackServer server) {
        SampleJvm.Running client = Launch.java(jdk, Launch.plainAgent() + "=report=report,policy=" + policy)
                .with("-Djavax.net.ssl.trustStore=" + Pki.PUBLIC_STORE)
                .main(SteadyClient.class, "localhost", server.port())
                .start();
        client.awaitOutput("READY");
        return client;
    }

    static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void replace(Path file, Path by) {
        try {
            Files.move(by, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
