package org.tlsguard.samples.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Two JVMs that are started in turn.
 *
 * @param jdk the version to run on
 * @param without the one without the guard
 * @param with the one with it
 */
record Benchmark(String name, int jdk, Jvm without, Jvm with, List<Comparison> comparisons) {

    /** Options and command line of a JVM. */
    record Jvm(List<String> options, List<String> command) {

        Jvm under(List<String> more) {
            List<String> all = new ArrayList<>(more);
            all.addAll(options);
            return new Jvm(all, command);
        }

        /** With the classes of this jar too. */
        Jvm alsoFrom(Path application) {
            List<String> all = new ArrayList<>(command);
            all.set(1, application + File.pathSeparator + all.get(1));
            return new Jvm(options, all);
        }

        Map<String, Double> run(Path home, Path directory) throws IOException, InterruptedException {
            List<String> line =
                    new ArrayList<>(List.of(home.resolve("bin").resolve("java").toString()));
            line.addAll(options);
            line.addAll(command);
            return Fork.run(line, directory);
        }
    }

    /** Measures so many times after one run each that does not count. Returns the rows of the table. */
    List<List<String>> measure(Path home, Path directory, int runs) throws IOException, InterruptedException {
        List<Map<String, Double>> withoutGuard = new ArrayList<>();
        List<Map<String, Double>> withGuard = new ArrayList<>();
        without.run(home, directory);
        with.run(home, directory);
        for (int i = 0; i < runs; i++) {
            withoutGuard.add(without.run(home, directory));
            withGuard.add(with.run(home, directory));
        }
        return comparisons.stream()
                .map(each -> each.cells(jdk, withoutGuard, withGuard))
                .toList();
    }
}
