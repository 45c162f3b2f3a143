package org.tlsguard.samples.tests;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Starts a sample in a JVM of its own, as a user would. */
public final class SampleJvm {

    private static final long PATIENCE_SECONDS = 90;
    private static final Path JAR = Path.of(System.getProperty("tlsguard.jar"));
    private static final Path WORK = Path.of("target", "matrix").toAbsolutePath();

    private final Jdk jdk;
    private final Mode mode;
    private final List<String> options = new ArrayList<>();
    private final List<String> arguments = new ArrayList<>();
    private final List<Path> libraries = new ArrayList<>();
    private Class<?> main;
    private Path policy;
    private boolean policyDecides;

    private SampleJvm(Jdk jdk, Mode mode) {
        this.jdk = jdk;
        this.mode = mode;
    }

    static SampleJvm on(Jdk jdk, Mode mode) {
        return new SampleJvm(jdk, mode);
    }

    SampleJvm options(List<String> more) {
        options.addAll(more);
        return this;
    }

    /** Null for the built-in policy. Where the policy decides, the agent is given no mode. */
    SampleJvm policy(Path file, boolean decides) {
        policy = file;
        policyDecides = decides;
        return this;
    }

    /** Adds jars to the class path. */
    SampleJvm alongside(List<Path> more) {
        libraries.addAll(more);
        return this;
    }

    SampleJvm main(Class<?> type, String... args) {
        main = type;
        arguments.addAll(Arrays.asList(args));
        return this;
    }

    /** Starts the sample. It is killed when closed, or when patience ends. */
    Running start() {
        try {
            Files.createDirectories(WORK);
            Path directory = Files.createTempDirectory(WORK, main.getSimpleName() + "-" + mode + "-");
            return Running.start(command(directory), directory, List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Run run() {
        try (Running running = start()) {
            return running.await();
        }
    }

    private List<String> command(Path directory) {
        List<String> command = new ArrayList<>();
        command.add(jdk.java().toString());
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-Xshare:auto");
        command.add("-XX:+UseSerialGC");
        command.addAll(options);
        if (mode != Mode.BARE) {
            command.add("-javaagent:" + jar() + "=report=" + reportDirectory(directory)
                    + (policyDecides ? "" : ",mode=" + mode)
                    + (policy == null ? "" : ",policy=" + policy));
        }
        command.add("-cp");
        StringBuilder classPath = new StringBuilder(location(main).toString());
        libraries.forEach(each -> classPath.append(File.pathSeparatorChar).append(each));
        command.add(classPath.toString());
        command.add(main.getName());
        command.addAll(arguments);
        return command;
    }

    private static Path jar() {
        if (!Files.isRegularFile(JAR)) {
            throw new AssertionError("There is no agent at " + JAR.toAbsolutePath()
                    + ": build it first (mvn package), or name another with -Dtlsguard.jar=…");
        }
        return JAR.toAbsolutePath();
    }

    private static Path reportDirectory(Path directory) {
        return directory.resolve("report");
    }

    /** The jar that a class is in. */
    public static Path location(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A sample that has been started. */
    public record Running(Process process, List<String> command, Path directory) implements AutoCloseable {

        /**
         * Starts it in that directory, which its output goes to as well.
         *
         * @param toolOptions what the environment adds to every JVM
         */
        static Running start(List<String> command, Path directory, List<String> toolOptions) throws IOException {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectOutput(directory.resolve("stdout").toFile())
                    .redirectError(directory.resolve("stderr").toFile());
            builder.environment()
                    .keySet()
                    .removeIf(name -> name.startsWith("TLSGUARD_") || name.equals("JAVA_TOOL_OPTIONS"));
            if (!toolOptions.isEmpty()) {
                builder.environment().put("JAVA_TOOL_OPTIONS", String.join(" ", toolOptions));
            }
            return new Running(builder.start(), command, directory);
        }

        public Run await() {
            try {
                boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
                Run run = new Run(
                        command,
                        ended ? process.exitValue() : -1,
                        read("stdout"),
                        read("stderr"),
                        reportDirectory(directory));
                if (!ended) {
                    throw new AssertionError("still running after " + PATIENCE_SECONDS + " s" + run);
                }
                return run;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted", e);
            }
        }

        /** Waits for the line in which a server says where it listens. */
        int listeningPort() {
            Pattern wholeLine = Pattern.compile("^LISTENING (\\d+)\\R", Pattern.MULTILINE);
            return Integer.parseInt(await("stdout", wholeLine).group(1));
        }

        /** Waits until the sample has said this. */
        public void awaitOutput(String text) {
            await("stdout", Pattern.compile(text, Pattern.LITERAL));
        }

        /** Waits until the sample, or the agent, has told this to the operator. */
        public void awaitError(String text) {
            await("stderr", Pattern.compile(text, Pattern.LITERAL));
        }

        /** Types a line, and waits until the sample has answered with one that begins like this; the rest of that one. */
        String say(String line, String answer) {
            try {
                process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.US_ASCII));
                process.getOutputStream().flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Pattern wholeLine = Pattern.compile("^" + Pattern.quote(answer) + "(.*)\\R", Pattern.MULTILINE);
            return await("stdout", wholeLine).group(1).trim();
        }

        /** Ends what the sample reads, and waits for its end. */
        Run hangUp() {
            try {
                process.getOutputStream().close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return await();
        }

        private MatchResult await(String stream, Pattern text) {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (true) {
                boolean mayTellMore = process.isAlive() && System.nanoTime() < deadline;
                Matcher found = text.matcher(read(stream));
                if (found.find()) {
                    return found;
                }
                if (!mayTellMore) {
                    close();
                    throw new AssertionError("the sample does not say " + text + await());
                }
                pause();
            }
        }

        /** Presses the key that the sample waits for, and waits for its end. */
        Run pressKey() {
            try {
                process.getOutputStream().write('\n');
                process.getOutputStream().flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return await();
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }

        private String read(String stream) {
            try {
                return new String(Files.readAllBytes(directory.resolve(stream)), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void pause() {
            try {
                TimeUnit.MILLISECONDS.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted", e);
            }
        }
    }
}
