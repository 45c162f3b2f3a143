package org.tlsguard.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What {@code tlsguard.jar} promises as a file. */
class JarIT {

    /** The agent is copied to many machines and read at each start. */
    /** The engine lies in it uncompressed, which a class is read faster from; compressed it would be 2 MB. */
    private static final long BUDGET = 3_000 * 1024;

    private static final int JAVA_8 = 52;

    private static final Path FILE = Path.of(System.getProperty("tlsguard.jar"));

    private static JarFile jar;

    /** Of the jar itself, in its order. */
    private static List<String> entries;

    /** Of the jar, and of the archives in it as if they lay unpacked beside them. */
    private static List<String> names;

    /** What each of these classes begins with. */
    private static final Map<String, byte[]> HEADS = new TreeMap<>();

    /** The entries of each archive in the jar, in their order. */
    private static final Map<String, List<String>> ARCHIVES = new TreeMap<>();

    @BeforeAll
    static void open() throws IOException {
        jar = new JarFile(FILE.toFile());
        entries =
                Collections.list(jar.entries()).stream().map(ZipEntry::getName).toList();
        names = new ArrayList<>();
        for (String entry : entries) {
            try (InputStream in = jar.getInputStream(jar.getEntry(entry))) {
                if (entry.endsWith(".zip")) {
                    ARCHIVES.put(entry, read(new ZipInputStream(in)));
                } else {
                    note(entry, in);
                }
            }
        }
    }

    private static List<String> read(ZipInputStream archive) throws IOException {
        List<String> inside = new ArrayList<>();
        for (ZipEntry each = archive.getNextEntry(); each != null; each = archive.getNextEntry()) {
            inside.add(each.getName());
            note("tlsguard/" + each.getName(), archive);
        }
        return inside;
    }

    private static void note(String name, InputStream in) throws IOException {
        names.add(name);
        if (name.endsWith(".class") || name.endsWith(".classdata")) {
            HEADS.put(name, in.readNBytes(8));
        }
    }

    @AfterAll
    static void close() throws IOException {
        jar.close();
    }

    @Test
    void atTheRootLieTheBootstrapAndTheManifestOnly() {
        assertThat(names)
                .allMatch(name -> name.startsWith("org/tlsguard/bootstrap/")
                        || name.startsWith("META-INF/")
                        || name.startsWith("tlsguard/"));
        assertThat(names)
                .filteredOn(name -> name.startsWith("META-INF/"))
                .containsExactlyInAnyOrder("META-INF/MANIFEST.MF", "META-INF/LICENSE", "META-INF/NOTICE");
    }

    @Test
    void noLoaderFindsAClassOfTheIsolatedPart() {
        assertThat(names)
                .filteredOn(name -> name.endsWith(".class"))
                .allMatch(name -> name.startsWith("org/tlsguard/bootstrap/"));
        assertThat(names)
                .filteredOn(name -> name.endsWith(".classdata"))
                .allMatch(name -> name.startsWith("tlsguard/"))
                .isNotEmpty();
    }

    /** The loader looks into an archive for the packages below its own place and name, and for no others. */
    @Test
    void eachArchiveIsNamedLikeThePackageInIt() {
        ARCHIVES.forEach((archive, inside) -> {
            String folder = archive.substring("tlsguard/".length(), archive.length() - ".zip".length()) + "/";
            assertThat(inside).as(archive).isNotEmpty().allMatch(name -> name.startsWith(folder));
            assertThat(entries).as("beside " + archive).noneMatch(name -> name.startsWith("tlsguard/" + folder));
        });
    }

    @Test
    void nothingIsInItThatWasNotMeantToBe() {
        Set<String> roots = new TreeSet<>();
        for (String name : names) {
            if (name.endsWith(".classdata")) {
                String[] parts = name.split("/");
                roots.add(String.join("/", List.of(parts).subList(1, Math.min(3, parts.length - 1))));
            }
        }
        assertThat(roots)
                .containsExactlyInAnyOrder(
                        "com/fasterxml", "javax/net", "org/objectweb", "org/snakeyaml", "org/tlsguard", "picocli");
        assertThat(names)
                .filteredOn(name -> name.startsWith("tlsguard/javax/"))
                .allMatch(name -> name.startsWith("tlsguard/javax/net/ssl/TlsGuard"));
    }

    @Test
    void itIsNeitherMultiReleaseNorSignedNorAServiceProvider() {
        assertThat(names)
                .noneMatch(name -> name.contains("META-INF/versions/")
                        || name.contains("META-INF/services/")
                        || name.contains("META-INF/maven/")
                        || name.endsWith(".SF")
                        || name.endsWith(".RSA")
                        || name.endsWith(".DSA")
                        || name.endsWith(".EC")
                        || name.contains("module-info"));
    }

    @Test
    void everyClassRunsOnJava8() {
        List<String> newer = new ArrayList<>();
        HEADS.forEach((name, head) -> {
            assertThat(head).as(name).startsWith(0xca, 0xfe, 0xba, 0xbe);
            if (head[7] > JAVA_8) {
                newer.add(name);
            }
        });
        assertThat(HEADS).hasSizeGreaterThan(200);
        assertThat(newer).isEmpty();
    }

    /** A class of the bridge that the installer does not know is missing in the JDK when it is first needed. */
    @Test
    void theInstallerKnowsEveryClassOfTheBridge() throws IOException {
        String installer = Files.readString(Path.of(
                System.getProperty("tlsguard.root"),
                "agent/engine/src/main/java/org/tlsguard/engine/BridgeInstaller.java"));
        Matcher list = Pattern.compile("CLASSES = \\{([^}]*)}").matcher(installer);
        assertThat(list.find()).isTrue();
        Set<String> known = new TreeSet<>();
        for (String each : list.group(1).replaceAll("[\"\\s]", "").split(",")) {
            known.add("tlsguard/javax/net/ssl/" + each + ".classdata");
        }

        assertThat(names)
                .filteredOn(name -> name.startsWith("tlsguard/javax/"))
                .containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void theManifestIsTheTemplate() throws IOException {
        String template = Files.readString(Path.of(System.getProperty("tlsguard.root"), "MANIFEST.MF.template"));
        String expected = template.replace("${project.version}", System.getProperty("tlsguard.version"));
        try (InputStream in = jar.getInputStream(jar.getEntry("META-INF/MANIFEST.MF"))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(expected);
        }
        Attributes attributes = jar.getManifest().getMainAttributes();
        assertThat(attributes.getValue("Premain-Class")).isEqualTo("org.tlsguard.bootstrap.Premain");
        assertThat(attributes.getValue("Main-Class")).isEqualTo("org.tlsguard.bootstrap.Main");
        assertThat(attributes.getValue("Can-Retransform-Classes")).isEqualTo("true");
        assertThat(attributes.getValue("Boot-Class-Path"))
                .as("nothing is appended")
                .isNull();
        assertThat(names).contains("org/tlsguard/bootstrap/Premain.class", "org/tlsguard/bootstrap/Main.class");
    }

    @Test
    void theSameSourcesGiveTheSameBytes() {
        assertThat(entries.get(0)).as("first entry").isEqualTo("META-INF/MANIFEST.MF");
        assertThat(entries.subList(1, entries.size())).isSorted();
        assertThat(ARCHIVES.values())
                .isNotEmpty()
                .allSatisfy(inside -> assertThat(inside).isSorted());
        LocalDateTime built =
                LocalDateTime.ofInstant(Instant.parse(System.getProperty("tlsguard.timestamp")), ZoneOffset.UTC);
        assertThat(Collections.list(jar.entries()))
                .allMatch(entry -> entry.getTimeLocal().toLocalDate().equals(built.toLocalDate()))
                .allMatch(entry -> !entry.isDirectory());
    }

    @Test
    void itStaysWithinItsBudget() throws IOException {
        assertThat(Files.size(FILE)).isLessThan(BUDGET);
    }
}
