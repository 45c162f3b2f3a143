package org.tlsguard.engine.observe;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The Maven coordinates of a jar, as the {@code pom.properties} in it has them. */
final class Artifact {

    private static final String FOLDER = "META-INF/maven/";
    private static final String FILE = "/pom.properties";

    /** A jar with more entries than this is not read to its end for a name. */
    private static final int MOST_ENTRIES = 50_000;

    private static final int LONGEST = 200;

    private Artifact() {}

    /**
     * @param location as {@link Location} writes it: the path of a jar, or of one nested in another
     * @return {@code group:artifact:version}; null when the jar does not say, or holds several artifacts
     */
    static String of(String location) {
        if (location == null) {
            return null;
        }
        String[] nesting = location.split("!/");
        if (nesting.length > 2 || !nesting[nesting.length - 1].endsWith(".jar") || !new File(nesting[0]).isFile()) {
            return null;
        }
        try (ZipInputStream outer = new ZipInputStream(new FileInputStream(nesting[0]))) {
            if (nesting.length == 1) {
                return read(outer);
            }
            for (ZipEntry each = outer.getNextEntry(); each != null; each = outer.getNextEntry()) {
                if (each.getName().equals(nesting[1])) {
                    return read(new ZipInputStream(outer));
                }
            }
            return null;
        } catch (IOException | IllegalArgumentException unreadable) {
            return null;
        }
    }

    private static String read(ZipInputStream jar) throws IOException {
        String found = null;
        int entries = 0;
        for (ZipEntry each = jar.getNextEntry(); each != null; each = jar.getNextEntry()) {
            if (++entries > MOST_ENTRIES) {
                return null;
            }
            if (each.getName().startsWith(FOLDER) && each.getName().endsWith(FILE)) {
                if (found != null) {
                    return null;
                }
                found = coordinates(jar);
            }
        }
        return found;
    }

    private static String coordinates(InputStream in) throws IOException {
        Properties properties = new Properties();
        properties.load(in);
        String all = properties.getProperty("groupId") + ":" + properties.getProperty("artifactId") + ":"
                + properties.getProperty("version");
        return all.length() > LONGEST || all.contains("null") ? null : all;
    }
}
