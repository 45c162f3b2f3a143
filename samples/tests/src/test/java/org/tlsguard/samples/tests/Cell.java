package org.tlsguard.samples.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
        checkPrivacy(exchange);
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
        assertThat(run.succeeded())
                .as("works (%s)", run)
                .isEqualTo(scenario.fate().worksIn(mode));
        assertThat(run.exitCode()).as("exit code (%s)", run).isEqualTo(run.succeeded() ? 0 : 1);
        if (mode == Mode.AUDIT || scenario.fate() == Fate.HONEST_REFUSAL) {
            assertThat(run.result())
                    .as("audit changes nothing (%s)", run)
                    .isEqualTo(bare().run().result());
        }
        if (mode == Mode.ENFORCE && scenario.fate() == Fate.VETOED) {
            assertThat(run.result())
                    .as("the veto reaches the application (%s)", run)
                    .contains("tlsguard: " + scenario.promises().get(0).rule() + "/");
        }
    }

    /** Application data went exactly where the application worked. */
    private static void checkPrivacy(Exchange exchange) {
        if (exchange.run().succeeded()) {
            assertThat(exchange.received()).as("application data").isNotEmpty();
        } else {
            assertThat(exchange.received())
                    .as("application data sent to a peer that was refused (%s)", exchange.run())
                    .isEmpty();
        }
    }

    private void checkReport(Exchange exchange, Mode mode) {
        Run run = exchange.run();
        HallOfShame report = run.report();
        assertThat(report.summary().internalErrors())
                .as("internal errors (%s)", run)
                .isZero();
        for (Promise promise : scenario.promises()) {
            assertThat(report.findings())
                    .as("%s (%s)", promise.describe(mode), run)
                    .anyMatch(finding -> promise.keptBy(finding, mode));
        }
        List<Finding> accusations =
                report.findings().stream().filter(Finding::accusesOfTrusting).toList();
        switch (scenario.fate()) {
            case CLEAN -> assertThat(accusations).as("false alarm (%s)", run).isEmpty();
            case TOLERATED, REWRITTEN, HONEST_REFUSAL ->
                assertThat(accusations).as("false alarm (%s)", run).noneMatch(Finding::isActive);
            case VETOED ->
                assertThat(accusations)
                        .as("names the peer (%s)", run)
                        .allMatch(finding -> finding.concerns(exchange.port()));
            case DISARMED ->
                assertThat(report.findings()).as("says why (%s)", run).isNotEmpty();
        }
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
