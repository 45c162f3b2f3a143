package org.tlsguard.samples.clients;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tlsguard.samples.servers.Protocol;

/**
 * A file below {@code src/libraries}: a small application, and in the comment of its class what a test has to know of it.
 *
 * <pre>
 * Name of the library
 *
 * &#64;library group:artifact
 * &#64;versions 1.0 2.3
 * &#64;with group:artifact:version …      more of the class path; none by default
 * &#64;jdk 11-17 WHY                      8- by default
 * &#64;protocol https                     one of {@link Protocol}
 * &#64;row default accepts nobody         see {@link Row}
 * &#64;remedy WHAT                        where no row of the version is sound
 * </pre>
 *
 * @param artifact group and artifact; null if the JDK has it
 * @param versions of the artifact; one, the empty string, if the JDK has it
 * @param whyTheseJdks why it does not run on others; empty if it runs on all
 * @param remedy what to do where no row of a version is sound; empty if there is one in each
 */
record Library(
        Path file,
        String title,
        String artifact,
        List<String> versions,
        List<String> more,
        int firstJdk,
        int lastJdk,
        String whyTheseJdks,
        Protocol protocol,
        List<Row> rows,
        String remedy) {

    static final Path SOURCES = Path.of("src", "libraries", "java").toAbsolutePath();

    private static final int FIRST_JDK = 8;
    private static final Pattern COMMENT = Pattern.compile("/\\*\\*(.*?)\\*/\\s*public ", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("@(\\w+)\\s+([^@]*)");

    /** All of them, in the order of their paths. */
    static List<Library> all() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted(Comparator.comparing(Path::toString))
                    .map(Library::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Library read(Path file) {
        try {
            return parse(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    static Library parse(Path file, String source) {
        Matcher comment = COMMENT.matcher(source);
        if (!comment.find()) {
            throw new IllegalArgumentException("the class has no comment");
        }
        String text = comment.group(1).replaceAll("\\s*\\n\\s*\\*", "\n").trim();
        String artifact = null;
        List<String> versions = List.of("");
        List<String> more = new ArrayList<>();
        int[] jdks = {FIRST_JDK, Integer.MAX_VALUE};
        String whyTheseJdks = "";
        String remedy = "";
        Protocol protocol = null;
        List<Row> rows = new ArrayList<>();
        Matcher tag = TAG.matcher(text);
        while (tag.find()) {
            String value = tag.group(2).trim();
            switch (tag.group(1)) {
                case "library" -> artifact = value;
                case "versions" -> versions = List.of(value.split("\\s+"));
                case "with" -> more.addAll(Arrays.asList(value.split("\\s+")));
                case "jdk" -> {
                    String[] rangeAndReason = value.split("\\s+", 2);
                    jdks = range(rangeAndReason[0]);
                    whyTheseJdks = rangeAndReason.length < 2 ? "" : oneLine(rangeAndReason[1]);
                }
                case "protocol" -> protocol = Protocol.valueOf(value.toUpperCase(Locale.ROOT));
                case "row" -> rows.add(Row.parse(value));
                case "remedy" -> remedy = oneLine(value);
                default -> throw new IllegalArgumentException("what is @" + tag.group(1) + '?');
            }
        }
        if (protocol == null || rows.isEmpty()) {
            throw new IllegalArgumentException("the comment needs a @protocol and a @row");
        }
        if (whyTheseJdks.isEmpty() != (jdks[0] == FIRST_JDK && jdks[1] == Integer.MAX_VALUE)) {
            throw new IllegalArgumentException("@jdk needs a range that leaves some out, and the reason");
        }
        return new Library(
                file,
                oneLine(text.replaceFirst("(?s)\\s*@.*", "")),
                artifact,
                versions,
                List.copyOf(more),
                jdks[0],
                jdks[1],
                whyTheseJdks,
                protocol,
                List.copyOf(rows),
                remedy);
    }

    /** The rows that are about that version. */
    List<Row> rows(String version) {
        return rows.stream().filter(row -> row.isAbout(version)).toList();
    }

    boolean runsOn(int jdk) {
        return firstJdk <= jdk && jdk <= lastJdk;
    }

    /** The name of the class to run. */
    String mainClass() {
        String path = SOURCES.relativize(file).toString();
        return path.substring(0, path.length() - ".java".length()).replaceAll("[/\\\\]", ".");
    }

    /** What Maven is asked for. */
    List<String> coordinates(String version) {
        List<String> coordinates = new ArrayList<>();
        if (artifact != null) {
            coordinates.add(artifact + ':' + version);
        }
        more.forEach(each -> coordinates.add(each.replace("VERSION", version)));
        return coordinates;
    }

    private static String oneLine(String text) {
        return text.trim().replaceAll("\\s+", " ");
    }

    private static int[] range(String text) {
        String[] ends = text.split("-", 2);
        return new int[] {
            Integer.parseInt(ends[0]),
            ends.length < 2 || ends[1].isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(ends[1])
        };
    }
}
