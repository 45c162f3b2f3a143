package org.tlsguard.samples.applications;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.tlsguard.samples.applications.crm.CrmClient;
import org.tlsguard.samples.applications.shop.Shop;
import org.tlsguard.samples.tests.SampleJvm;

/** A jar or war in the making. Nothing in it is compressed: a jar within a jar must not be. */
final class Archive {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(bytes);

    /** The vendor's library. */
    static byte[] crm() {
        return new Archive().classes("", CrmClient.class).bytes();
    }

    /** The shop without its vendor's library. */
    static byte[] shop() {
        return new Archive().classes("", Shop.class).bytes();
    }

    Archive manifest(String... lines) {
        return text("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n" + String.join("\n", lines) + "\n");
    }

    Archive text(String name, String text) {
        return entry(name, text.getBytes(StandardCharsets.UTF_8));
    }

    Archive entry(String name, byte[] content) {
        CRC32 sum = new CRC32();
        sum.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        // The same bytes each time: a server may log their digest.
        entry.setTime(0);
        entry.setSize(content.length);
        entry.setCrc(sum.getValue());
        try {
            zip.putNextEntry(entry);
            zip.write(content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All classes of the package that this one is in. */
    Archive classes(String prefix, Class<?> one) {
        String directory = one.getPackageName().replace('.', '/') + '/';
        Path location = SampleJvm.location(one);
        if (Files.isRegularFile(location)) {
            return copyOf(location, prefix, directory);
        }
        try (var files = Files.list(location.resolve(directory))) {
            for (Path each : (Iterable<Path>) files::iterator) {
                entry(prefix + directory + each.getFileName(), Files.readAllBytes(each));
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The classes of another jar below that directory. */
    Archive copyOf(Path jar, String prefix, String directory) {
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(jar))) {
            for (ZipEntry each = in.getNextEntry(); each != null; each = in.getNextEntry()) {
                if (each.getName().startsWith(directory) && each.getName().endsWith(".class")) {
                    entry(prefix + each.getName(), in.readAllBytes());
                }
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] bytes() {
        try {
            zip.close();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path write(Path file) {
        return write(file, bytes());
    }

    static Path write(Path file, String text) {
        return write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    static Path copy(Path from, Path to) {
        try {
            return write(to, Files.readAllBytes(from));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The directory, made if need be. */
    static Path directory(Path directory) {
        try {
            return Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new directory whose name begins like this. */
    static Path fresh(Path parent, String name) {
        try {
            return Files.createTempDirectory(directory(parent), name.replace(' ', '-') + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path write(Path file, byte[] content) {
        try {
            Files.createDirectories(file.getParent());
            return Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Unpacks a distribution into that directory, without the one directory that all of it is in. */
    static Path unpack(Path distribution, Path directory) {
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(distribution))) {
            for (ZipEntry each = in.getNextEntry(); each != null; each = in.getNextEntry()) {
                Path target = directory
                        .resolve(each.getName().substring(each.getName().indexOf('/') + 1))
                        .normalize();
                if (!target.startsWith(directory)) {
                    throw new IOException(distribution + " has an entry " + each.getName());
                }
                if (each.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.write(target, in.readAllBytes());
                }
            }
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
