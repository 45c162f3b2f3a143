package org.tlsguard.engine.weave;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;

/**
 * The class files of one JDK, read and not loaded: so one JVM can weave the classes of every JDK there is.
 */
final class ClassFiles implements AutoCloseable {

    private final String name;
    private final FileSystem files;
    private final List<Path> roots;
    private final Map<String, ClassReader> read = new HashMap<>();

    private ClassFiles(String name, FileSystem files, List<Path> roots) {
        this.name = name;
        this.files = files;
        this.roots = roots;
    }

    /** Those of the running JDK, and of all in Maven's toolchains file. */
    static List<ClassFiles> ofAllJdks() throws IOException {
        Map<Integer, File> homes = new TreeMap<>();
        homes.put(feature(System.getProperty("java.specification.version")), new File(System.getProperty("java.home")));
        File toolchains = new File(System.getProperty("user.home"), ".m2/toolchains.xml");
        if (toolchains.canRead()) {
            String xml = new String(Files.readAllBytes(toolchains.toPath()), "UTF-8");
            Matcher each = Pattern.compile("<version>([0-9.]+)</version>.*?<jdkHome>([^<]+)</jdkHome>", Pattern.DOTALL)
                    .matcher(xml);
            while (each.find()) {
                homes.put(feature(each.group(1)), new File(each.group(2)));
            }
        }
        requireThoseAskedFor(homes);
        List<ClassFiles> all = new ArrayList<>();
        for (Map.Entry<Integer, File> each : homes.entrySet()) {
            all.add(of(each.getKey(), each.getValue()));
        }
        return all;
    }

    private static void requireThoseAskedFor(Map<Integer, File> homes) {
        String required = System.getenv("TLSGUARD_REQUIRE_JDKS");
        for (String each : required == null ? new String[0] : required.split(",")) {
            if (!homes.containsKey(feature(each.trim()))) {
                throw new IllegalStateException("JDK " + each + " is required and not in the toolchains file");
            }
        }
    }

    private static int feature(String version) {
        return Integer.parseInt(version.replaceFirst("^1\\.", ""));
    }

    private static ClassFiles of(int feature, File home) throws IOException {
        String name = "JDK " + feature;
        if (new File(home, "lib/jrt-fs.jar").exists()) {
            FileSystem files = FileSystems.newFileSystem(
                    URI.create("jrt:/"), Collections.singletonMap("java.home", home.getPath()));
            try (Stream<Path> modules = Files.list(files.getPath("modules"))) {
                return new ClassFiles(name, files, modules.collect(Collectors.toList()));
            }
        }
        for (String each : Arrays.asList("jre/lib/rt.jar", "lib/rt.jar")) {
            File jar = new File(home, each);
            if (jar.exists()) {
                FileSystem runtime = FileSystems.newFileSystem(jar.toPath(), (ClassLoader) null);
                File jsse = new File(jar.getParentFile(), "jsse.jar");
                List<Path> roots = new ArrayList<>();
                roots.add(runtime.getPath("/"));
                if (jsse.exists()) {
                    roots.add(FileSystems.newFileSystem(jsse.toPath(), (ClassLoader) null)
                            .getPath("/"));
                }
                return new ClassFiles(name, runtime, roots);
            }
        }
        throw new IOException("no class files in " + home);
    }

    /** The bytes of a class by its internal name; null when there is none. */
    byte[] file(String className) throws IOException {
        for (Path root : roots) {
            Path file = root.resolve(className + ".class");
            if (Files.exists(file)) {
                return Files.readAllBytes(file);
            }
        }
        return null;
    }

    /** A class of this JDK or, failing that, of the test's own class path, as the bridge is. */
    ClassReader reader(String className) {
        ClassReader known = read.get(className);
        if (known == null) {
            try {
                byte[] file = file(className);
                known = new ClassReader(file != null ? file : own(className));
            } catch (IOException unreadable) {
                throw new IllegalStateException(name + " has no " + className, unreadable);
            }
            read.put(className, known);
        }
        return known;
    }

    /** The class file of a class of the test's own class path. */
    static byte[] own(String className) throws IOException {
        try (InputStream in = ClassLoader.getSystemResourceAsStream(className + ".class")) {
            if (in == null) {
                throw new IOException("no class file of " + className);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                bytes.write(buffer, 0, n);
            }
            return bytes.toByteArray();
        }
    }

    @Override
    public void close() throws IOException {
        for (Path root : roots) {
            if (root.getFileSystem().isOpen() && root.getFileSystem() != FileSystems.getDefault()) {
                root.getFileSystem().close();
            }
        }
        if (files.isOpen()) {
            files.close();
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
