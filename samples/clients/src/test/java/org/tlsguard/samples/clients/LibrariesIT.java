package org.tlsguard.samples.clients;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tlsguard.samples.tests.Jdk;
import org.tlsguard.samples.tests.Mode;
import org.tlsguard.samples.tests.Wanted;

/**
 * Every library in {@code src/libraries}: bare, its sins are real; in audit it behaves as without the guard, and each sin is
 * reported once; in enforce nobody hears a secret who should not, and whoever is sound does not notice anything.
 *
 * <ul>
 *   <li>{@code -Dtlsguard.matrix=full}: every version in every row with every fault on every JDK; otherwise of each library
 *       one version in one row on one JDK, all of them in turn, with the commonest faults;
 *   <li>{@code -Dtlsguard.matrix.only=REGEX}: the cells whose names contain a match, of all there are.
 * </ul>
 */
class LibrariesIT {

    private static final List<Fault> COMMON =
            List.of(Fault.SOUND, Fault.SELF_SIGNED, Fault.EXPIRED, Fault.WRONG_NAME, Fault.WEAK_KEY);
    private static final List<Fault> PARAMETERS = List.of(Fault.OLD_VERSION, Fault.WEAK_SUITE);
    private static final List<Fault> ALL = Stream.of(Fault.values())
            .filter(fault -> !PARAMETERS.contains(fault))
            .toList();

    @TestFactory
    Stream<DynamicTest> everyLibraryIsGuarded() {
        List<Cell> cells = new ArrayList<>();
        int turn = 0;
        for (Library library : Library.all()) {
            if (Wanted.isAnyCell()) {
                full(library, cells);
            } else {
                quick(library, turn++, cells);
            }
        }
        return cells.stream()
                .filter(cell -> Wanted.includes(cell.toString()))
                .flatMap(cell -> Stream.of(Mode.values())
                        .map(mode -> DynamicTest.dynamicTest(cell + " · " + mode, () -> cell.check(mode))));
    }

    private static void full(Library library, List<Cell> cells) {
        for (Jdk jdk : library.jdks()) {
            for (String version : library.versions()) {
                List<Row> rows = library.rows(version);
                rows.forEach(row -> cells.add(new Cell(library, version, row, jdk, ALL)));
                cells.add(new Cell(library, version, rows.get(0), jdk, PARAMETERS));
            }
        }
    }

    private static void quick(Library library, int turn, List<Cell> cells) {
        List<Jdk> jdks = library.jdks();
        if (!jdks.isEmpty()) {
            String version = inTurn(library.versions(), turn);
            cells.add(new Cell(library, version, inTurn(library.rows(version), turn), inTurn(jdks, turn), COMMON));
        }
    }

    private static <T> T inTurn(List<T> choices, int turn) {
        return choices.get(turn % choices.size());
    }
}
