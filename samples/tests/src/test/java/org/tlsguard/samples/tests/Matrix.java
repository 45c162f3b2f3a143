package org.tlsguard.samples.tests;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Spreads scenarios over JDKs, versions of TLS and modes.
 *
 * <ul>
 *   <li>{@code -Dtlsguard.matrix=full}: every scenario on every JDK over each version of TLS; otherwise each on one JDK, all
 *       of them in turn, over the version that the two sides agree on;
 *   <li>{@code -Dtlsguard.matrix.only=REGEX}: the cells whose names contain a match, to try one again.
 * </ul>
 */
final class Matrix {

    private Matrix() {}

    static Stream<DynamicTest> of(List<Scenario> scenarios) {
        return IntStream.range(0, scenarios.size())
                .boxed()
                .flatMap(turn -> cells(scenarios.get(turn), turn))
                .filter(Matrix::isWanted);
    }

    static boolean isWanted(DynamicTest test) {
        return Wanted.includes(test.getDisplayName());
    }

    /** All of the JDKs, or the one whose turn it is. */
    static Stream<Jdk> some(List<Jdk> jdks, int turn) {
        return chosen(jdks, turn).stream();
    }

    private static Stream<DynamicTest> cells(Scenario scenario, int turn) {
        List<Jdk> chosen = chosen(Jdks.from(scenario.firstJdk()), turn);
        return chosen.stream()
                .flatMap(jdk -> versions(scenario).stream().flatMap(protocols -> {
                    Cell cell = new Cell(scenario, jdk, protocols);
                    return scenario.modes().stream()
                            .map(mode -> DynamicTest.dynamicTest(cell + " · " + mode, () -> cell.check(mode)));
                }));
    }

    private static List<Jdk> chosen(List<Jdk> jdks, int turn) {
        return Wanted.isFull() || jdks.isEmpty() ? jdks : List.of(jdks.get(turn % jdks.size()));
    }

    private static List<List<String>> versions(Scenario scenario) {
        if (!scenario.onlyProtocols().isEmpty()) {
            return List.of(scenario.onlyProtocols());
        }
        return Wanted.isFull()
                ? List.of(List.of("TLSv1.2"), List.of("TLSv1.3"))
                : List.of(List.of("TLSv1.2", "TLSv1.3"));
    }
}
