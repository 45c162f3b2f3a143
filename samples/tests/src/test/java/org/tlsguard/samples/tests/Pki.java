package org.tlsguard.samples.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tlsguard.samples.pki.TestCa;

/** The authorities of this test run, and the files that samples are given. */
public final class Pki {

    /** In the trust store of every sample's JVM. */
    public static final TestCa PUBLIC = TestCa.root("Public CA");

    /** Below it. */
    static final TestCa ISSUING = PUBLIC.intermediate("Public Issuing CA");

    /** Known only to who is told. */
    public static final TestCa PRIVATE = TestCa.root("Private CA");

    private static final Path DIRECTORY = directory();

    public static final Path PUBLIC_STORE = PUBLIC.writeTrustStore(DIRECTORY.resolve("public.jks"));
    static final Path ISSUING_STORE = ISSUING.writeTrustStore(DIRECTORY.resolve("issuing.jks"));
    static final Path PRIVATE_STORE = PRIVATE.writeTrustStore(DIRECTORY.resolve("private.jks"));

    /** Security properties under which a JVM forbids nothing. */
    static final Path LAX_PROPERTIES =
            Path.of("src", "test", "resources", "anything-goes.security").toAbsolutePath();

    private Pki() {}

    private static int policies;

    /** Writes a policy of these lines after {@code version: 1}. */
    static synchronized Path policy(String... lines) {
        try {
            return Files.writeString(
                    file("policy-" + ++policies + ".yaml"), "version: 1\n" + String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A place for one more file. */
    static Path file(String name) {
        return DIRECTORY.resolve(name);
    }

    private static Path directory() {
        try {
            return Files.createDirectories(Path.of("target", "pki").toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
