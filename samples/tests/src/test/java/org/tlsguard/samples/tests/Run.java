package org.tlsguard.samples.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What became of a forked JVM. Its string form is all that a person needs to see what went wrong, and to try it again. */
record Run(List<String> command, int exitCode, String stdout, String stderr, Path reportDirectory) {

    /** The line in which a sample says how it went. */
    String result() {
        return stdout.lines()
                .filter(line -> line.startsWith("GOT ") || line.startsWith("FAILED"))
                .findFirst()
                .orElse("no result");
    }

    boolean succeeded() {
        return result().startsWith("GOT ");
    }

    HallOfShame report() {
        return HallOfShame.read(reportDirectory);
    }

    @Override
    public String toString() {
        return String.format(
                "%n%s%nexit code %d%n--- stdout%n%s--- stderr%n%s--- report%n%s%n",
                String.join(" ", command), exitCode, stdout, stderr, reportText());
    }

    private String reportText() {
        Path file = reportDirectory.resolve(HallOfShame.FILE);
        try {
            return Files.exists(file) ? Files.readString(file) : "none";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
