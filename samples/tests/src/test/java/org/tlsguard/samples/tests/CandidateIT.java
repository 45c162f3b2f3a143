package org.tlsguard.samples.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tlsguard.samples.servers.LoopbackServer;
import org.tlsguard.samples.servers.TlsServer;
import org.tlsguard.samples.sinners.name.YesVerifierClient;
import org.tlsguard.samples.sinners.trust.TrustAllClient;

/** Tomorrow's policy, tried on today's application. */
class CandidateIT {

    private static final String STRICT = "version: 1\nmode: enforce\n";

    @TestFactory
    Stream<DynamicTest> whatTheCandidateWouldRefuseGoesOnAndIsSaid() {
        return Launch.on(8, jdk -> {
            Run run = run(jdk, TrustAllClient.class, "version: 1\nmode: audit\n", STRICT, Certificate.SELF_SIGNED);
            assertThat(run.succeeded()).as("%s", run).isTrue();
            assertThat(run.report().accusations()).as("%s", run).singleElement().satisfies(finding -> {
                assertThat(finding.outcome()).isEqualTo("reported");
                assertThat(finding.disposition()).isNull();
                assertThat(finding.candidate().outcome()).isEqualTo("vetoed");
            });
            assertThat(run.report().summary().internalErrors()).as("%s", run).isZero();
        });
    }

    @TestFactory
    Stream<DynamicTest> whatOnlyTheCandidateFindsIsMarked() {
        return Launch.on(8, jdk -> {
            Run run = run(
                    jdk,
                    TrustAllClient.class,
                    STRICT,
                    STRICT + "protocols: {min: TLSv1.3}\nrules: {trust: audit}\n",
                    Certificate.SOUND);
            assertThat(run.succeeded()).as("%s", run).isTrue();
            List<HallOfShame.Finding> findings = run.report().findings();
            assertThat(findings)
                    .as("%s", run)
                    .anySatisfy(finding -> {
                        assertThat(finding.rule()).isEqualTo("protocol");
                        assertThat(finding.cause()).isEqualTo("weak-negotiated");
                        assertThat(finding.outcome()).isEqualTo("vetoed");
                        assertThat(finding.disposition()).isEqualTo("candidate");
                    })
                    .anySatisfy(finding -> {
                        assertThat(finding.rule()).isEqualTo("trust");
                        assertThat(finding.outcome()).isEqualTo("rewritten");
                        assertThat(finding.candidate().outcome()).isEqualTo("reported");
                    });
            assertThat(findings)
                    .as("%s", run)
                    .filteredOn(finding -> finding.rule().equals("protocol"))
                    .allMatch(finding -> "candidate".equals(finding.disposition()));
        });
    }

    @TestFactory
    Stream<DynamicTest> whatTheCandidateWouldAllowIsRefusedAndThatIsSaid() {
        return Launch.on(8, jdk -> {
            Run run = run(
                    jdk,
                    TrustAllClient.class,
                    STRICT,
                    STRICT + "trust: {anchors: [" + Pki.PRIVATE_STORE + "]}\n",
                    Certificate.INTERNAL);
            assertThat(run.result()).as("%s", run).contains("tlsguard: trust/unknown-issuer");
            assertThat(run.report().findings()).as("%s", run).anySatisfy(finding -> {
                assertThat(finding.outcome()).isEqualTo("vetoed");
                assertThat(finding.candidate().outcome()).isEqualTo("rewritten");
            });
        });
    }

    @TestFactory
    Stream<DynamicTest> theCandidateJudgesNamesToo() {
        return Launch.on(8, jdk -> {
            Run run = run(
                    jdk, YesVerifierClient.class, "version: 1\nrules: {name: off}\n", STRICT, Certificate.WRONG_NAME);
            assertThat(run.succeeded()).as("%s", run).isTrue();
            assertThat(run.report().accusations()).as("%s", run).anySatisfy(finding -> {
                assertThat(finding.rule()).isEqualTo("name");
                assertThat(finding.state()).isEqualTo("active");
                assertThat(finding.outcome()).isEqualTo("vetoed");
                assertThat(finding.disposition()).isEqualTo("candidate");
            });
        });
    }

    @TestFactory
    Stream<DynamicTest> aBrokenCandidateIsAnErrorAtTheStart() {
        return Launch.on(8, jdk -> {
            Run run = run(jdk, TrustAllClient.class, STRICT, "version: 1\nmoed: audit\n", Certificate.SOUND);
            assertThat(run.exitCode()).as("%s", run).isEqualTo(78);
            assertThat(run.stderr()).as("%s", run).contains("tomorrow.yaml:2:1: ", "did you mean mode?");
        });
    }

    private static Run run(Jdk jdk, Class<?> client, String policy, String candidate, Certificate certificate) {
        Path today = Launch.file("policy.yaml", policy + "candidate: tomorrow.yaml\n");
        PolicyChangeIT.write(today.resolveSibling("tomorrow.yaml"), candidate);
        try (LoopbackServer server = TlsServer.presenting(certificate.identity())
                .protocols("TLSv1.2")
                .start()) {
            return Launch.java(jdk, Launch.plainAgent() + "=report=report,policy=" + today)
                    .with("-Djavax.net.ssl.trustStore=" + Pki.PUBLIC_STORE)
                    .main(client, "localhost", server.port())
                    .run();
        }
    }
}
