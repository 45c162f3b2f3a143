package org.tlsguard.samples.applications;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tlsguard.samples.tests.Maven;

/** What is shipped as an archive of files, unpacked once. */
final class Distribution {

    private static final Path DISTRIBUTIONS = Path.of("target", "distributions").toAbsolutePath();
    private static final Map<String, Path> UNPACKED = new ConcurrentHashMap<>();

    private Distribution() {}

    /** The directory that it is in. */
    static Path of(String coordinates) {
        return UNPACKED.computeIfAbsent(coordinates, each -> {
            Path file = Maven.file(each);
            Path directory = DISTRIBUTIONS.resolve(file.getFileName().toString().replaceFirst("\\.zip$", ""));
            return Files.exists(directory) ? directory : Archive.unpack(file, directory);
        });
    }
}
