package org.tlsguard.scan;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Enumeration;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A jar, war, ear or zip, on disk or in another. Its bytes are at hand while it is among those {@link Archives} keeps open. */
final class Archive implements Container {

    private static final String MAVEN = "META-INF/maven/";
    private static final String POM = "/pom.properties";
    private static final int MOST_POM_BYTES = 64 << 10;
    private static final int LONGEST_ARTIFACT = 200;

    /** The archive it lies in, or null. */
    final Archive outer;
    /** Its name there; null if it lies in none. */
    final String nested;

    private final Archives archives;
    private final File file;
    private final String location;
    private String artifact;

    Archive(Archives archives, File file, String location) {
        this.archives = archives;
        this.outer = null;
        this.nested = null;
        this.file = file;
        this.location = location;
    }

    Archive(Archive outer, String nested) {
        this.archives = outer.archives;
        this.outer = outer;
        this.nested = nested;
        this.file = null;
        this.location = outer.location + "!/" + nested;
    }

    /** The file on disk; null for a nested one. */
    File file() {
        return file;
    }

    @Override
    public String location() {
        return location;
    }

    @Override
    public String artifact() {
        return artifact;
    }

    @Override
    public InputStream open(String entry) throws IOException {
        ZipFile zip = archives.zip(this);
        ZipEntry found = zip.getEntry(entry);
        InputStream in = found == null ? null : zip.getInputStream(found);
        if (in == null) {
            throw new FileNotFoundException(entry);
        }
        return in;
    }

    /** Reads the coordinates, of which a jar that was shaded has several and none of its own. */
    void noteArtifact() throws IOException {
        String only = null;
        Enumeration<? extends ZipEntry> entries = archives.zip(this).entries();
        while (entries.hasMoreElements()) {
            String name = entries.nextElement().getName();
            if (name.startsWith(MAVEN) && name.endsWith(POM)) {
                if (only != null) {
                    return;
                }
                only = name;
            }
        }
        if (only == null) {
            return;
        }
        Properties properties = new Properties();
        try (InputStream in = open(only)) {
            properties.load(new ByteArrayInputStream(Bytes.of(in, MOST_POM_BYTES)));
        } catch (IllegalArgumentException malformed) {
            return;
        }
        String all = properties.getProperty("groupId") + ":" + properties.getProperty("artifactId") + ":"
                + properties.getProperty("version");
        artifact = all.length() > LONGEST_ARTIFACT || all.contains("null") ? null : all;
    }
}
