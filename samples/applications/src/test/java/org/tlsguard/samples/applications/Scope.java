package org.tlsguard.samples.applications;

import java.util.List;
import java.util.stream.Stream;
import org.tlsguard.samples.tests.Jdk;
import org.tlsguard.samples.tests.Jdks;
import org.tlsguard.samples.tests.Launch;
import org.tlsguard.samples.tests.Mode;
import org.tlsguard.samples.tests.Wanted;

/** How much is tried: by default what is quick, and all of it with {@code -Dtlsguard.matrix=full}. */
final class Scope {

    private Scope() {}

    /** Of the JDKs from that version on all, or the oldest and the newest. */
    static List<Jdk> jdks(int first) {
        List<Jdk> jdks = Jdks.from(first);
        return Wanted.isAnyCell() || jdks.size() < 3 ? jdks : List.of(jdks.get(0), jdks.get(jdks.size() - 1));
    }

    /** All versions of an application on all JDKs, or the oldest version on the oldest JDK and the newest on the newest. */
    static Stream<Cell> cells(List<Application> versions) {
        List<Cell> cells = versions.stream()
                .flatMap(version -> jdks(version.firstJdk()).stream()
                        .filter(jdk -> jdk.feature() <= version.lastJdk())
                        .map(jdk -> new Cell(version, jdk)))
                .filter(cell -> Wanted.includes(cell.toString()))
                .toList();
        return Wanted.isAnyCell() || cells.size() < 3
                ? cells.stream()
                : Stream.of(cells.get(0), cells.get(cells.size() - 1));
    }

    /** All versions of an application on all JDKs, or the newest version on the JDK that runs the tests. */
    static Stream<Cell> oneCell(List<Application> versions) {
        if (Wanted.isAnyCell()) {
            return cells(versions);
        }
        Application newest = versions.get(versions.size() - 1);
        return hereOrAll(newest.firstJdk()).map(jdk -> new Cell(newest, jdk));
    }

    /** Of the JDKs from that version on all, or the one that runs the tests. */
    static Stream<Jdk> hereOrAll(int first) {
        return Wanted.isAnyCell()
                ? Jdks.from(first).stream()
                : Jdks.from(Math.max(Runtime.version().feature(), first)).stream()
                        .limit(1);
    }

    /** An application on a JDK. */
    record Cell(Application application, Jdk jdk) {
        @Override
        public String toString() {
            return application + " · " + jdk;
        }
    }

    /** The guard with a log of its own, so that everything else is what would have been logged without it. */
    static String agent(Mode mode) {
        return Launch.agent(mode) + ",log=guard.log";
    }
}
