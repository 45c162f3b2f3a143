package org.tlsguard.samples.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.description.Description;
import org.assertj.core.description.TextDescription;
import org.tlsguard.samples.tests.HallOfShame.Finding;
import org.tlsguard.samples.tests.Stage.Exchange;

/** A scenario on one JDK over one choice of versions: what must hold of it in each mode. */
final class Cell {

    private final Scenario scenario;
    private final Jdk jdk;
    private final List<String> protocols;
    private Exchange bare;

    Cell(Scenario scenario, Jdk jdk, List<String> protocols) {
        this.scenario = scenario;
        this.jdk = jdk;
        this.protocols = protocols;
    }

    void check(Mode mode) {
        Exchange exchange = mode == Mode.BARE ? bare() : play(mode);
        checkResult(exchange, mode);
        checkPrivacy(exchange, mode);
        if (mode != Mode.BARE) {
            checkReport(exchange, mode);
        }
    }

    @Override
    public String toString() {
        return scenario + " · " + jdk + " · " + String.join("/", protocols);
    }

    private void checkResult(Exchange exchange, Mode mode) {
        Run run = exchange.run();
        assertThat(run.succeeded()).as(about("works", mode, run)).isEqualTo(fate().worksIn(mode));
        assertThat(run.exitCode()).as(about("exit code", mode, run)).isEqualTo(run.succeeded() ? 0 : 1);
        if (mode == Mode.AUDIT || fate() == Fate.HONEST_REFUSAL) {
            assertThat(run.result())
                    .as(about("says the same as without the guard", mode, run))
                    .isEqualTo(bare().run().result());
        }
        if (mode == Mode.AUDIT) {
            assertThat(withoutPort(run))
                    .as(about("prints the same as without the guard", mode, run))
                    .isEqualTo(withoutPort(bare().run()));
        }
        if (run.succeeded()) {
            assertThat(exchange.resumptions())
                    .as(about("handshakes resumed by the server", mode, run))
                    .isGreaterThanOrEqualTo(scenario.resumptions());
        }
        if (mode == Mode.ENFORCE && (fate() == Fate.VETOED || fate() == Fate.DISARMED)) {
            String rule = scenario.promises().get(0).rule();
            assertThat(run.result())
                    .as(about("the application is told why", mode, run))
                    .contains("tlsguard: " + rule + "/");
        }
    }

    /** A sample that is a server prints its port first, another one each time. */
    private static String withoutPort(Run run) {
        return run.stdout().replaceFirst("^LISTENING \\d+", "LISTENING");
    }

    /** Application data went exactly where the application worked. */
    private void checkPrivacy(Exchange exchange, Mode mode) {
        assertThat(!exchange.received().isEmpty())
                .as(about("application data reached the peer", mode, exchange.run()))
                .isEqualTo(exchange.run().succeeded());
    }

    private void checkReport(Exchange exchange, Mode mode) {
        Run run = exchange.run();
        HallOfShame report = run.report();
        assertThat(report.summary().internalErrors())
                .as(about("internal errors", mode, run))
                .isZero();
        if (run.succeeded()) {
            // Or nothing found would prove nothing.
            assertThat(report.summary().handshakes())
                    .as(about("handshakes seen", mode, run))
                    .isPositive();
        }
        assertThat(run.unsafeOutput())
                .as(about("nothing a peer says gets into log or page unescaped", mode, run))
                .isEmpty();
        switch (fate()) {
            case CLEAN ->
                assertThat(report.findings()).as(about("no finding", mode, run)).isEmpty();
            case TOLERATED, REWRITTEN, DISARMED, HONEST_REFUSAL ->
                assertThat(report.accusations())
                        .as(about("no accusation of harm done", mode, run))
                        .noneMatch(Finding::isActive);
            case VETOED, VETOED_UNHEARD, EXEMPTED, REPORTED ->
                assertThat(report.accusations())
                        .as(about("names the peer", mode, run))
                        .allMatch(finding -> finding.concerns(exchange.port()));
        }
        checkPromises(report, mode, run);
    }

    /** What was taken away is never negotiated: the report speaks of what was enabled, versions before suites. */
    private void checkPromises(HallOfShame report, Mode mode, Run run) {
        if (fate() == Fate.DISARMED && mode == Mode.ENFORCE) {
            assertThat(report.findings())
                    .as(about("weak versions or suites taken away", mode, run))
                    .anyMatch(finding -> List.of("protocol", "cipher").contains(finding.rule())
                            && List.of("rewritten", "vetoed").contains(finding.outcome()));
            return;
        }
        for (Promise promise : scenario.promises()) {
            assertThat(report.findings())
                    .as(about(promise.describe(fate(), mode), mode, run))
                    .matches(findings -> promise.keptBy(findings, fate(), mode), "keeps the promise");
        }
    }

    private Fate fate() {
        return scenario.fate();
    }

    /** Everything that a person needs who reads only the failure. */
    private Description about(String claim, Mode mode, Run run) {
        return new TextDescription("%s · %s: %s%s", this, mode, claim, run);
    }

    private synchronized Exchange bare() {
        if (bare == null) {
            bare = play(Mode.BARE);
        }
        return bare;
    }

    private Exchange play(Mode mode) {
        return scenario.stage().play(jdk, mode, protocols.toArray(new String[0]));
    }
}
