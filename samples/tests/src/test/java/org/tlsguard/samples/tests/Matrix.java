package org.tlsguard.samples.tests;

import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Spreads scenarios over JDKs, versions of TLS and modes.
 *
 * <ul>
 *   <li>{@code -Dtlsguard.matrix=full}: every JDK and each version; otherwise the oldest JDK and the running one, and
 *       whatever version they agree on;
 *   <li>{@code -Dtlsguard.matrix.only=REGEX}: the cells whose names contain a match, to try one again.
 * </ul>
 */
final class Matrix {

    private static final boolean FULL = "full".equals(System.getProperty("tlsguard.matrix"));
    private static final Pattern ONLY = Pattern.compile(System.getProperty("tlsguard.matrix.only", ""));

    private Matrix() {}

    static Stream<DynamicTest> of(Collection<Scenario> scenarios) {
        return scenarios.stream()
                .flatMap(Matrix::cells)
                .filter(test -> ONLY.matcher(test.getDisplayName()).find());
    }

    private static Stream<DynamicTest> cells(Scenario scenario) {
        SortedSet<Jdk> jdks = FULL ? Jdks.all() : Jdks.few();
        return jdks.stream()
                .filter(jdk -> jdk.feature() >= scenario.firstJdk())
                .flatMap(jdk -> versions(scenario).stream().flatMap(protocols -> {
                    Cell cell = new Cell(scenario, jdk, protocols);
                    return Stream.of(Mode.values())
                            .map(mode -> DynamicTest.dynamicTest(cell + " · " + mode, () -> cell.check(mode)));
                }));
    }

    private static List<List<String>> versions(Scenario scenario) {
        if (!scenario.onlyProtocols().isEmpty()) {
            return List.of(scenario.onlyProtocols());
        }
        return FULL ? List.of(List.of("TLSv1.2"), List.of("TLSv1.3")) : List.of(List.of("TLSv1.2", "TLSv1.3"));
    }
}
