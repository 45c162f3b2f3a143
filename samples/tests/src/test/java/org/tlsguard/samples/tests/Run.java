package org.tlsguard.samples.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What became of a forked JVM. Its string form is all that a person needs to see what went wrong, and to try it again. */
public record Run(List<String> command, int exitCode, String stdout, String stderr, Path reportDirectory) {

    private static final String PAGE = "hall-of-shame.html";

    /** Controls, and what turns the direction of text. */
    private static final Pattern UNSAFE =
            Pattern.compile("[\\p{Cc}&&[^\\r\\n\\t]]|[\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069]");

    /** The beginnings of what hostile certificates have in their names. */
    private static final Pattern MARKUP = Pattern.compile("<img src=x|<script>alert|\" onmouseover=");

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

    public HallOfShame report() {
        return HallOfShame.read(reportDirectory);
    }

    /** What must never reach a terminal or a browser, and did. */
    List<String> unsafeOutput() {
        List<String> found = new ArrayList<>();
        UNSAFE.matcher(stderr).results().map(hit -> "stderr: " + escaped(hit)).forEach(found::add);
        UNSAFE.matcher(text(PAGE))
                .results()
                .map(hit -> PAGE + ": " + escaped(hit))
                .forEach(found::add);
        MARKUP.matcher(text(PAGE))
                .results()
                .map(hit -> PAGE + ": " + escaped(hit))
                .forEach(found::add);
        return found;
    }

    private static String escaped(MatchResult hit) {
        return hit.group().length() == 1
                ? String.format("U+%04X", (int) hit.group().charAt(0))
                : hit.group();
    }

    @Override
    public String toString() {
        return String.format(
                "%n%s%nexit code %d%n--- stdout%n%s--- stderr%n%s--- report%n%s%n",
                String.join(" ", command), exitCode, stdout, stderr, text(HallOfShame.FILE));
    }

    private String text(String name) {
        Path file = reportDirectory.resolve(name);
        try {
            return Files.exists(file) ? Files.readString(file) : "none";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
