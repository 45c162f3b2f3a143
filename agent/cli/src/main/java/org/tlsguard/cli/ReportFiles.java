package org.tlsguard.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.PatternSyntaxException;
import org.tlsguard.report.Escape;

/** The reports that arguments of a command stand for. */
final class ReportFiles {

    static final String FILE_NAME = "hall-of-shame.json";

    /** What commands say about their argument {@code REPORT}. */
    static final String DESCRIPTION = "A " + FILE_NAME + ", or a report directory: the report in it and those in the"
            + " directories in it. Where the shell leaves them alone, * and ? stand for any characters of a name.";

    private ReportFiles() {}

    /**
     * Finds reports.
     *
     * @param arguments files, directories, and patterns of them where there is nothing of that very name
     * @return each file once, in the order of the arguments; those that do not exist as well, for whoever reads them has
     *     to say so
     * @throws CommandException if a directory has no report, or a pattern fits nothing
     */
    static List<File> find(List<String> arguments) throws CommandException {
        Map<String, File> files = new LinkedHashMap<>();
        for (String argument : arguments) {
            File named = new File(argument);
            if (named.exists() || !hasWildcard(argument)) {
                add(named, files);
                continue;
            }
            List<File> fitting = fitting(named);
            if (fitting.isEmpty()) {
                throw new CommandException(ExitCode.USAGE, Escape.line(argument) + ": nothing fits this pattern");
            }
            for (File file : fitting) {
                add(file, files);
            }
        }
        return new ArrayList<>(files.values());
    }

    private static void add(File report, Map<String, File> files) throws CommandException {
        if (!report.isDirectory()) {
            files.put(identity(report), report);
            return;
        }
        List<File> inside = new ArrayList<>();
        addIfThere(new File(report, FILE_NAME), inside);
        String[] names = report.list();
        if (names != null) {
            Arrays.sort(names);
            for (String name : names) {
                addIfThere(new File(new File(report, name), FILE_NAME), inside);
            }
        }
        if (inside.isEmpty()) {
            throw new CommandException(
                    ExitCode.USAGE,
                    Escape.line(report.getPath()) + ": there is no " + FILE_NAME + " in this directory");
        }
        for (File file : inside) {
            files.put(identity(file), file);
        }
    }

    private static void addIfThere(File file, List<File> files) {
        if (file.isFile()) {
            files.add(file);
        }
    }

    /** A report given twice is one report. */
    private static String identity(File file) {
        try {
            return file.getCanonicalPath();
        } catch (IOException e) {
            return file.getAbsolutePath();
        }
    }

    private static boolean hasWildcard(String text) {
        return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
    }

    private static List<File> fitting(File pattern) {
        File parent = pattern.getParentFile();
        List<File> parents = parent == null
                ? Collections.singletonList(new File("."))
                : hasWildcard(parent.getPath()) ? fitting(parent) : Collections.singletonList(parent);
        List<File> fitting = new ArrayList<>();
        for (File directory : parents) {
            if (!hasWildcard(pattern.getName())) {
                File file = new File(directory, pattern.getName());
                if (file.exists()) {
                    fitting.add(file);
                }
                continue;
            }
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory.toPath(), pattern.getName())) {
                for (Path entry : entries) {
                    fitting.add(parent == null ? entry.getFileName().toFile() : entry.toFile());
                }
            } catch (IOException | PatternSyntaxException e) {
                // What is no directory, or none that may be listed, has nothing in it that fits.
                continue;
            }
        }
        Collections.sort(fitting);
        return fitting;
    }
}
