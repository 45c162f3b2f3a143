package org.tlsguard.samples.tests;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.tlsguard.samples.sinners.probe.Hello;

/** A program of a JDK with whatever command line and environment a test likes, in a directory of its own. */
public final class Launch {

    /** The agent under test. */
    static final Path JAR = Path.of(System.getProperty("tlsguard.jar")).toAbsolutePath();

    private static final Path WORK = Path.of("target", "launched").toAbsolutePath();

    private final Jdk jdk;
    private final List<String> command = new ArrayList<>();
    private final List<String> options = new ArrayList<>();
    private Path directory;

    private Launch(Jdk jdk, String program) {
        this.jdk = jdk;
        command.add(jdk.home().resolve("bin").resolve(program).toString());
    }

    /** The launcher, with options and the rest of its command line in this order. */
    public static Launch java(Jdk jdk, String... arguments) {
        return new Launch(jdk, "java").with("-XX:TieredStopAtLevel=1").with(arguments);
    }

    /** Another program of the JDK. */
    static Launch tool(Jdk jdk, String program, String... arguments) {
        return new Launch(jdk, program).with(arguments);
    }

    /** One test per JDK, from that version on. */
    static Stream<DynamicTest> on(int firstJdk, Consumer<Jdk> test) {
        return Jdks.from(firstJdk).stream().map(jdk -> DynamicTest.dynamicTest(jdk.toString(), () -> test.accept(jdk)));
    }

    /** The option that loads the agent; what it reports goes below the directory of the launch. */
    public static String agent(Mode mode) {
        return "-javaagent:" + JAR + "=mode=" + mode + ",report=report";
    }

    /** Likewise, with a policy. */
    public static String agent(Mode mode, Path policy) {
        return agent(mode) + ",policy=" + policy;
    }

    /** The command line that comes with the agent. */
    public static Launch commandLine(Jdk jdk, String... arguments) {
        return java(jdk, "-jar", JAR.toString()).with(arguments);
    }

    /** The option for what a user types who reads nothing. */
    static String plainAgent() {
        return "-javaagent:" + JAR;
    }

    /** Where the samples' classes are. */
    static String samples() {
        return SampleJvm.location(Hello.class).toString();
    }

    /** A file with this text. */
    static Path file(String name, String text) {
        try {
            return Files.writeString(
                    Files.createTempDirectory(Files.createDirectories(WORK), "file-")
                            .resolve(name),
                    text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Launch with(String... arguments) {
        command.addAll(List.of(arguments));
        return this;
    }

    /** Runs a sample, with these arguments. */
    Launch main(Class<?> sample, Object... arguments) {
        return mainBeside("", sample, arguments);
    }

    /** Likewise with more in the class path. */
    Launch mainBeside(String jars, Class<?> sample, Object... arguments) {
        with("-cp", samples() + (jars.isEmpty() ? "" : File.pathSeparator + jars), sample.getName());
        for (Object each : arguments) {
            command.add(each.toString());
        }
        return this;
    }

    /** What the environment adds to every JVM. */
    Launch toolOptions(String option) {
        options.add(option);
        return this;
    }

    /** In that directory: of another launch, with what that one has left there, or one that was made ready. */
    public Launch in(Path sameDirectory) {
        directory = sameDirectory;
        return this;
    }

    /** Starts it. It is killed when closed, or when patience ends. */
    public SampleJvm.Running start() {
        try {
            Files.createDirectories(WORK);
            if (directory == null) {
                directory = Files.createTempDirectory(WORK, "jdk" + jdk.feature() + "-");
            }
            return SampleJvm.Running.start(command, directory, options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Run run() {
        try (SampleJvm.Running running = start()) {
            return running.await();
        }
    }
}
