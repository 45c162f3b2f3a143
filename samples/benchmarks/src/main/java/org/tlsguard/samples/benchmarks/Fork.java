package org.tlsguard.samples.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One process, from its start to its end. */
final class Fork {

    /** From the start of the process to its end, in milliseconds. */
    static final String WALL = "wall";

    /** The processor time it took in user and system mode, in milliseconds; only where {@code /proc} tells. */
    static final String PROCESSOR = "processor";

    /** From the start of the process to the first line of its output, in milliseconds. */
    static final String FIRST_LINE = "first line";

    private static final Path OWN_STATISTICS = Path.of("/proc/self/stat");
    private static final double MILLIS_PER_TICK = 10;

    private Fork() {}

    /** Runs a command in a directory. Returns what was seen from outside and what it printed itself, by name. */
    static Map<String, Double> run(List<String> command, Path directory) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("stderr.txt").toFile()));
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        Map<String, Double> figures = new HashMap<>();
        double processor = processorOfChildren();
        long start = System.nanoTime();
        Process process = builder.start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            for (String text = out.readLine(); text != null; text = out.readLine()) {
                figures.putIfAbsent(FIRST_LINE, millisSince(start));
                String[] words = text.split(" ");
                if (words[0].equals("figure")) {
                    figures.put(words[1], Double.valueOf(words[2]));
                } else if (words[0].equals("FAILED")) {
                    throw new IllegalStateException(text + " in " + command);
                }
            }
        }
        int exit = process.waitFor();
        figures.put(WALL, millisSince(start));
        figures.put(PROCESSOR, processorOfChildren() - processor);
        if (exit != 0) {
            throw new IllegalStateException("exit code " + exit + " of " + command);
        }
        return figures;
    }

    private static double millisSince(long start) {
        return TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - start) / 1e3;
    }

    private static double processorOfChildren() throws IOException {
        if (!Files.isReadable(OWN_STATISTICS)) {
            return 0;
        }
        // proc(5): fields 16 and 17, the first two being the process id and, in parentheses, the name.
        String text = Files.readString(OWN_STATISTICS);
        String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) * MILLIS_PER_TICK;
    }
}
