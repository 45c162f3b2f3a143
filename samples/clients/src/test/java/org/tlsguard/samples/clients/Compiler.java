package org.tlsguard.samples.clients;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.tlsguard.samples.clients.plumbing.Target;
import org.tlsguard.samples.tests.Maven;
import org.tlsguard.samples.tests.SampleJvm;

/** Compiles a library's file against one version of the library. */
final class Compiler {

    private static final Path OUTPUT = Path.of("target", "libraries").toAbsolutePath();
    private static final Map<String, String> COMPILED = new ConcurrentHashMap<>();

    private Compiler() {}

    /** The class path on which its main class runs. */
    static String classPath(Library library, String version) {
        return COMPILED.computeIfAbsent(library.mainClass() + '-' + version, name -> {
            Path classes = OUTPUT.resolve(name);
            List<Path> path = new ArrayList<>();
            path.add(classes);
            path.add(SampleJvm.location(Target.class));
            path.addAll(Maven.classPath(library.coordinates(version)));
            String joined = path.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
            compile(library, classes, joined);
            return joined;
        });
    }

    private static void compile(Library library, Path classes, String classPath) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            Files.createDirectories(classes);
            List<String> options = List.of(
                    "--release",
                    String.valueOf(library.firstJdk()),
                    "-proc:none",
                    "-nowarn",
                    "-d",
                    classes.toString(),
                    "-classpath",
                    classPath);
            boolean compiled = compiler.getTask(
                            messages, files, null, options, null, files.getJavaFileObjects(library.file()))
                    .call();
            if (!compiled) {
                throw new AssertionError(library.file() + " does not compile on " + classPath + "\n" + messages);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
