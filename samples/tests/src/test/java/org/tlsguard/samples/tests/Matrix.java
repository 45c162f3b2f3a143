package org.tlsguard.samples.tests;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Spreads scenarios over JDKs, versions of TLS and modes.
 *
 * <ul>
 *   <li>{@code -Dtlsguard.matrix=full}: every scenario on every JDK over each version of TLS; otherwise each on one JDK, all
 *       of them in turn, and each sin at least once on the oldest JDK and on the newest, over the version that the two sides
 *       agree on: TLS 1.2 on the oldest, TLS 1.3 on the newest;
 *   <li>{@code -Dtlsguard.matrix.only=REGEX}: the cells whose names contain a match, to try one again.
 * </ul>
 */
final class Matrix {

    private static final boolean FULL = "full".equals(System.getProperty("tlsguard.matrix"));
    private static final Pattern ONLY = Pattern.compile(System.getProperty("tlsguard.matrix.only", ""));

    private Matrix() {}

    static Stream<DynamicTest> of(List<Scenario> scenarios) {
        return of(scenarios, scenario -> false);
    }

    /** As above, and the first scenario of each sample on the oldest JDK and on the newest. */
    static Stream<DynamicTest> ofSins(List<Scenario> scenarios) {
        Set<Class<?>> sins = new HashSet<>();
        return of(scenarios, scenario -> sins.add(scenario.sample()));
    }

    private static Stream<DynamicTest> of(List<Scenario> scenarios, Predicate<Scenario> onBothEnds) {
        return IntStream.range(0, scenarios.size())
                .boxed()
                .flatMap(turn -> cells(scenarios.get(turn), turn, onBothEnds.test(scenarios.get(turn))))
                .filter(Matrix::isWanted);
    }

    static boolean isWanted(DynamicTest test) {
        return ONLY.matcher(test.getDisplayName()).find();
    }

    /** All of the JDKs, or the one whose turn it is. */
    static Stream<Jdk> some(List<Jdk> jdks, int turn) {
        return chosen(jdks, turn, false).stream();
    }

    private static Stream<DynamicTest> cells(Scenario scenario, int turn, boolean onBothEnds) {
        List<Jdk> chosen = chosen(Jdks.from(scenario.firstJdk()), turn, onBothEnds);
        return chosen.stream()
                .flatMap(jdk -> versions(scenario).stream().flatMap(protocols -> {
                    Cell cell = new Cell(scenario, jdk, protocols);
                    return scenario.modes().stream()
                            .map(mode -> DynamicTest.dynamicTest(cell + " · " + mode, () -> cell.check(mode)));
                }));
    }

    private static List<Jdk> chosen(List<Jdk> jdks, int turn, boolean onBothEnds) {
        if (FULL || jdks.isEmpty()) {
            return jdks;
        }
        return onBothEnds
                ? List.copyOf(new LinkedHashSet<>(List.of(jdks.get(0), jdks.get(jdks.size() - 1))))
                : List.of(jdks.get(turn % jdks.size()));
    }

    private static List<List<String>> versions(Scenario scenario) {
        if (!scenario.onlyProtocols().isEmpty()) {
            return List.of(scenario.onlyProtocols());
        }
        return FULL ? List.of(List.of("TLSv1.2"), List.of("TLSv1.3")) : List.of(List.of("TLSv1.2", "TLSv1.3"));
    }
}
