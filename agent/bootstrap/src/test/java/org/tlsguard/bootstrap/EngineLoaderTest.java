package org.tlsguard.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Scanner;
import java.util.concurrent.Callable;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineLoaderTest {

    private static final String INSIDE = Inside.class.getName();

    @TempDir
    Path folder;

    private File jar;
    private EngineLoader loader;

    /** Stands for a class of the engine. */
    public static final class Inside implements Callable<String> {
        @Override
        public String call() {
            return "inside";
        }
    }

    @BeforeEach
    void makeJar() throws IOException {
        // A blank and an umlaut: paths that need to be encoded in an URL are common on Windows.
        jar = folder.resolve("tls gu\u00e4rd.jar").toFile();
        try (JarOutputStream out = new JarOutputStream(new FileOutputStream(jar))) {
            out.putNextEntry(new ZipEntry("tlsguard/" + INSIDE.replace('.', '/') + ".classdata"));
            copy(INSIDE.replace('.', '/') + ".class", out);
            out.putNextEntry(new ZipEntry("tlsguard/some/data.txt"));
            out.write("data".getBytes(StandardCharsets.UTF_8));
        }
        loader = new EngineLoader(jar);
    }

    @Test
    void definesWhatLiesInTheIsolatedPart() throws Exception {
        Class<?> type = loader.loadClass(INSIDE);

        assertThat(type.getClassLoader()).isSameAs(loader);
        assertThat(type).isNotSameAs(Inside.class);
        assertThat(((Callable<?>) type.getConstructor().newInstance()).call()).isEqualTo("inside");
    }

    @Test
    void seesNothingOfTheApplication() {
        assertThatThrownBy(() -> loader.loadClass(EngineLoaderTest.class.getName()))
                .isInstanceOf(ClassNotFoundException.class);
        assertThatThrownBy(() -> loader.loadClass("org.junit.jupiter.api.Test"))
                .isInstanceOf(ClassNotFoundException.class);
        assertThat(loader.getResource("org/junit/jupiter/api/Test.class")).isNull();
    }

    @Test
    void seesTheWholeJdk() throws Exception {
        assertThat(loader.loadClass("java.lang.String")).isSameAs(String.class);
        // Outside java.base: the boot loader alone would not do.
        assertThat(loader.loadClass("java.sql.Connection").getName()).isEqualTo("java.sql.Connection");
    }

    @Test
    void aLoaderOfTheApplicationFindsNothingOfTheIsolatedPart() throws Exception {
        try (URLClassLoader application =
                new URLClassLoader(new URL[] {jar.toURI().toURL()}, null)) {
            assertThatThrownBy(() -> application.loadClass(INSIDE)).isInstanceOf(ClassNotFoundException.class);
            assertThat(application.getResource(INSIDE.replace('.', '/') + ".class"))
                    .isNull();
        }
    }

    @Test
    void findsResourcesByUrlAndAsStream() throws IOException {
        URL url = loader.getResource("some/data.txt");
        assertThat(url).isNotNull();
        try (InputStream byUrl = url.openStream();
                InputStream asStream = loader.getResourceAsStream("some/data.txt")) {
            assertThat(new Scanner(byUrl, "UTF-8").next()).isEqualTo("data");
            assertThat(new Scanner(asStream, "UTF-8").next()).isEqualTo("data");
        }
        assertThat(loader.getResource("some/other.txt")).isNull();
        assertThat(loader.getResourceAsStream("some/other.txt")).isNull();
    }

    @Test
    void saysWhereItsClassesComeFrom() throws Exception {
        assertThat(loader.loadClass(INSIDE)
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation())
                .isEqualTo(jar.toURI().toURL());
    }

    @Test
    void aJarThatIsGoneIsAClassThatIsNotFound() throws IOException {
        EngineLoader orphan = new EngineLoader(folder.resolve("gone.jar").toFile());

        assertThatThrownBy(() -> orphan.loadClass(INSIDE)).isInstanceOf(ClassNotFoundException.class);
        assertThat(orphan.getResource("some/data.txt")).isNull();
    }

    private static void copy(String resource, JarOutputStream out) throws IOException {
        try (InputStream in = EngineLoaderTest.class.getClassLoader().getResourceAsStream(resource)) {
            byte[] buffer = new byte[8192];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                out.write(buffer, 0, n);
            }
        }
    }
}
