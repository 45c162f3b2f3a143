package org.tlsguard.samples.tests;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.tlsguard.samples.sinners.clean.DefaultClient;

/** The samples in a jar within a jar, laid out as Spring Boot does. */
final class NestedJar {

    static final String LIBRARY = "BOOT-INF/lib/crm.jar";

    private static final Path FILE = write(Pki.file("shop.jar"));

    private NestedJar() {}

    static Path file() {
        return FILE;
    }

    private static Path write(Path file) {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream outer = new ZipOutputStream(out)) {
            byte[] samples = Files.readAllBytes(SampleJvm.location(DefaultClient.class));
            CRC32 sum = new CRC32();
            sum.update(samples);
            ZipEntry library = new ZipEntry(LIBRARY);
            library.setMethod(ZipEntry.STORED);
            library.setSize(samples.length);
            library.setCrc(sum.getValue());
            outer.putNextEntry(library);
            outer.write(samples);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
