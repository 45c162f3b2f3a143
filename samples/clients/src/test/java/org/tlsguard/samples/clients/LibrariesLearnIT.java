package org.tlsguard.samples.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tlsguard.samples.clients.Encounter.Meeting;
import org.tlsguard.samples.pki.Identity;
import org.tlsguard.samples.tests.Jdk;
import org.tlsguard.samples.tests.Launch;
import org.tlsguard.samples.tests.Mode;
import org.tlsguard.samples.tests.Pki;
import org.tlsguard.samples.tests.Run;
import org.tlsguard.samples.tests.Wanted;

/**
 * From audit to enforce with a client library: under the policy learnt from its audit whoever it reached it still reaches, and
 * a forger in the place of each gets nothing.
 *
 * <p>By default one row of twelve, each on one JDK in turn; with {@code -Dtlsguard.matrix=full} all of them,
 * and with {@code -Dtlsguard.matrix.only=REGEX} those of them whose names contain a match.
 */
class LibrariesLearnIT {

    /** Those that {@code learn} allows; a certificate out of time, say, it points out instead. */
    private static final List<Fault> ALLOWED =
            List.of(Fault.SOUND, Fault.SELF_SIGNED, Fault.UNKNOWN_CA, Fault.WRONG_NAME, Fault.WEAK_KEY);

    private static final int FEW = 12;

    private record Case(Library library, String version, Row row, Jdk jdk) {

        @Override
        public String toString() {
            return library.title() + ' ' + version + " · " + row.name() + " · " + jdk;
        }
    }

    @TestFactory
    Stream<DynamicTest> whatWasReachableStaysSoAndNobodyElseGetsIn() {
        List<Case> cases = new ArrayList<>();
        int turn = 0;
        for (Library library : Library.all()) {
            for (String version : library.versions()) {
                for (Row row : library.rows(version)) {
                    // Without a host there is no peer that a policy could name.
                    List<Jdk> jdks = row.isHostless() ? List.of() : library.jdks();
                    if (!jdks.isEmpty() && (Wanted.isAnyCell() || turn % FEW == 0)) {
                        cases.add(new Case(library, version, row, jdks.get(turn % jdks.size())));
                    }
                    turn++;
                }
            }
        }
        return cases.stream()
                .filter(each -> Wanted.includes(each.toString()))
                .map(each -> DynamicTest.dynamicTest(each.toString(), () -> roundTrip(each)));
    }

    private static void roundTrip(Case each) {
        try (Servers servers = Servers.start(each.library.protocol(), ALLOWED)) {
            Encounter audit = meet(each, Launch.agent(Mode.AUDIT), servers);
            Path policy = learn(each.jdk, audit.run());
            String enforcing = Launch.agent(Mode.ENFORCE, policy);
            Encounter enforce = meet(each, enforcing, servers);
            assertThat(results(enforce))
                    .as("reachable as before, by%n%s%s", text(policy), enforce.run())
                    .isEqualTo(results(audit));
            servers.replaceAll(each.library.protocol(), forger());
            Encounter forged = meet(each, enforcing, servers);
            assertThat(forged.meetings().values())
                    .as("the forger gets in by%n%s%s", text(policy), forged.run())
                    .noneMatch(Meeting::secretArrived);
        }
    }

    private static Encounter meet(Case each, String agent, Servers servers) {
        return Encounter.of(each.library, each.version, each.row, each.jdk, List.of(agent), servers);
    }

    private static TreeMap<Fault, String> results(Encounter encounter) {
        TreeMap<Fault, String> results = new TreeMap<>();
        encounter.meetings().forEach((fault, meeting) -> results.put(fault, meeting.result()));
        return results;
    }

    private static Path learn(Jdk jdk, Run audit) {
        Path policy = audit.reportDirectory().resolveSibling("learnt.yaml");
        Run learn = Launch.commandLine(
                        jdk,
                        "policy",
                        "learn",
                        "-o",
                        policy.toString(),
                        audit.reportDirectory().toString())
                .run();
        assertThat(learn.exitCode()).as(learn.toString()).isZero();
        return policy;
    }

    /** Whoever verifies refuses it, and it is nobody that a policy knows. */
    private static Identity forger() {
        return Pki.PUBLIC.leaf().dns("localhost").selfSigned().build();
    }

    private static String text(Path policy) {
        try {
            return Files.readString(policy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
