package org.tlsguard.samples.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tlsguard.samples.tests.Certificate.EXPIRED;
import static org.tlsguard.samples.tests.Certificate.INTERNAL;
import static org.tlsguard.samples.tests.Certificate.SELF_SIGNED;
import static org.tlsguard.samples.tests.Certificate.SELF_SIGNED_CLONE;
import static org.tlsguard.samples.tests.Certificate.SOUND;
import static org.tlsguard.samples.tests.Certificate.WEAK_KEY;
import static org.tlsguard.samples.tests.Certificate.WRONG_NAME;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tlsguard.samples.servers.LoopbackServer;
import org.tlsguard.samples.servers.TlsServer;
import org.tlsguard.samples.sinners.clean.DefaultClient;
import org.tlsguard.samples.sinners.name.RawSocketClient;
import org.tlsguard.samples.sinners.name.YesVerifierClient;
import org.tlsguard.samples.sinners.protocol.SetterClient;
import org.tlsguard.samples.sinners.trust.TrustAllClient;
import org.tlsguard.samples.tests.HallOfShame.Finding;

/** The lines of policy that come with a veto, put into a policy as they stand, allow that peer and no other. */
class RoundTripIT {

    private static final String NO_DATE = "YYYY-MM-DD";

    /**
     * @param peer the one to be allowed
     * @param impostor one that shows another certificate in its place
     * @param elsewhere whether the impostor listens on another port, because its certificate is the same
     */
    private record Case(
            Class<?> sample,
            List<String> arguments,
            Certificate peer,
            String[] versions,
            Certificate impostor,
            boolean elsewhere) {

        static Case of(Class<?> sample, Certificate peer, Certificate impostor) {
            return new Case(sample, List.of(), peer, new String[] {"TLSv1.2", "TLSv1.3"}, impostor, false);
        }

        TlsServer server(Certificate certificate) {
            return TlsServer.presenting(certificate.identity()).protocols(versions);
        }

        LoopbackServer impostorOf(LoopbackServer server) {
            TlsServer other = server(impostor);
            return (elsewhere ? other : other.insteadOf(server)).start();
        }
    }

    @TestFactory
    Stream<DynamicTest> theLinesOfAVetoAllowThatPeerAndNoOther() {
        List<Case> cases = List.of(
                Case.of(TrustAllClient.class, SELF_SIGNED, SELF_SIGNED_CLONE),
                Case.of(TrustAllClient.class, INTERNAL, SELF_SIGNED_CLONE),
                Case.of(TrustAllClient.class, EXPIRED, SELF_SIGNED),
                Case.of(YesVerifierClient.class, WRONG_NAME, Certificate.CONTAINS_NAME),
                Case.of(RawSocketClient.class, WRONG_NAME, Certificate.CONTAINS_NAME),
                new Case(DefaultClient.class, List.of(), WEAK_KEY, new String[] {"TLSv1.2"}, WEAK_KEY, true),
                new Case(SetterClient.class, List.of("protocols=TLSv1"), SOUND, new String[] {"TLSv1"}, SOUND, true));
        return cases.stream()
                .flatMap(each -> Matrix.some(Jdks.from(8), cases.indexOf(each))
                        .map(jdk -> DynamicTest.dynamicTest(
                                each.sample().getSimpleName() + " meeting " + each.peer() + ": " + jdk,
                                () -> check(each, jdk))))
                .filter(Matrix::isWanted);
    }

    private static void check(Case each, Jdk jdk) {
        List<String> lines = new ArrayList<>();
        try (LoopbackServer server = each.server(each.peer()).start()) {
            // A peer may be refused for one thing after the other: its version, then its suite.
            Run run = run(each, jdk, server.port(), lines);
            for (int vetoes = 0; !run.succeeded() && vetoes < 3; vetoes++) {
                lines.add(linesOf(run));
                run = run(each, jdk, server.port(), lines);
            }
            assertThat(lines).as("there was a veto" + run).isNotEmpty();
            assertThat(run.succeeded()).as("those lines allow the peer" + run).isTrue();
            assertThat(server.journal().applicationData()).isNotEmpty();
            try (LoopbackServer impostor = each.impostorOf(server)) {
                Run refused = run(each, jdk, impostor.port(), lines);
                assertThat(refused.succeeded())
                        .as("those lines allow no other" + refused)
                        .isFalse();
                assertThat(refused.result())
                        .as("refused by the guard" + refused)
                        .contains("tlsguard: ");
                assertThat(impostor.journal().applicationData()).isEmpty();
            }
        }
    }

    private static Run run(Case each, Jdk jdk, int port, List<String> lines) {
        List<String> options = List.of("-Djavax.net.ssl.trustStore=" + Pki.PUBLIC_STORE);
        return new SampleCommand(each.sample(), each.arguments(), options, Pki.policy(merged(lines)), false)
                .on(jdk, Mode.ENFORCE, port)
                .run();
    }

    /** What the veto says, and the report says the same, with a date where it asks for one. */
    private static String linesOf(Run run) {
        List<String> drafts = run.report().findings().stream()
                .filter(finding -> "vetoed".equals(finding.outcome()))
                .map(Finding::allow)
                .distinct()
                .toList();
        assertThat(drafts)
                .as("lines of policy for what was vetoed" + run)
                .isNotEmpty()
                .doesNotContainNull();
        String draft = drafts.get(drafts.size() - 1);
        String told = draft.replace('\n', ' ').trim();
        assertThat(run.result())
                .as("the exception has the lines of the report" + run)
                .contains(told);
        return draft.replace(NO_DATE, "2999-12-31");
    }

    /** Sections of the same name become one: a person would do that much. */
    private static String merged(List<String> drafts) {
        return drafts.stream()
                .collect(Collectors.groupingBy(
                        draft -> draft.substring(0, draft.indexOf('\n') + 1),
                        Collectors.mapping(draft -> draft.substring(draft.indexOf('\n') + 1), Collectors.joining())))
                .entrySet()
                .stream()
                .map(section -> section.getKey() + section.getValue())
                .collect(Collectors.joining());
    }
}
