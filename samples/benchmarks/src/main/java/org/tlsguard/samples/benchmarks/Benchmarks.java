package org.tlsguard.samples.benchmarks;

import static org.tlsguard.samples.benchmarks.Comparison.difference;
import static org.tlsguard.samples.benchmarks.Comparison.rate;
import static org.tlsguard.samples.benchmarks.Comparison.ratio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tlsguard.samples.benchmarks.Benchmark.Jvm;
import org.tlsguard.samples.benchmarks.workload.ApplicationData;
import org.tlsguard.samples.benchmarks.workload.FirstRequest;
import org.tlsguard.samples.benchmarks.workload.Handshakes;
import org.tlsguard.samples.benchmarks.workload.LoadClasses;
import org.tlsguard.samples.pki.Identity;
import org.tlsguard.samples.pki.TestCa;
import org.tlsguard.samples.servers.LoopbackServer;
import org.tlsguard.samples.servers.TlsServer;
import org.tlsguard.samples.tests.Jdk;
import org.tlsguard.samples.tests.Jdks;

/**
 * All that the guard must not cost, measured and printed as a table: {@code TLSGUARD.JAR DIRECTORY RUNS ONLY}, the last
 * being a regular expression over names and JDKs.
 */
public final class Benchmarks {

    private static final int CLASSES = 5_000;
    private static final double ONLY_TOLD = Double.NaN;

    private final Path jar;
    private final Path directory;
    private final int runs;
    private final Pattern only;
    private final List<List<String>> rows = new ArrayList<>();

    private Benchmarks(Path jar, Path directory, int runs, Pattern only) throws IOException {
        this.jar = jar.toAbsolutePath();
        this.directory = Files.createDirectories(directory.toAbsolutePath());
        this.runs = runs;
        this.only = only;
    }

    public static void main(String[] args) throws Exception {
        new Benchmarks(Path.of(args[0]), Path.of(args[1]), Integer.parseInt(args[2]), Pattern.compile(args[3]))
                .measureAll();
    }

    private void measureAll() throws IOException, InterruptedException {
        Path application = GeneratedApplication.write(directory.resolve("application.jar"), CLASSES);
        List<String> emptyAgent = List.of("-javaagent:" + EmptyAgent.write(directory.resolve("empty.jar")));
        TestCa authority = TestCa.root("Benchmark CA");
        Identity identity = authority.leaf().dns("localhost").ec(256).build();
        Path trustStore = authority.writeTrustStore(directory.resolve("trust.jks"));
        Path keyStore = identity.writeJks(directory.resolve("server.jks"));

        for (int jdk : List.of(8, 17, 25)) {
            start(jdk, application, emptyAgent);
        }
        classLoading(application);
        try (LoopbackServer server = TlsServer.presenting(identity).start()) {
            firstRequest(server.port(), trustStore);
        }
        handshakes(keyStore, trustStore);
        applicationData(keyStore, trustStore);
        print();
    }

    private void start(int jdk, Path application, List<String> emptyAgent) throws IOException, InterruptedException {
        Jvm hello = new Jvm(List.of(), List.of("-cp", application.toString(), GeneratedApplication.MAIN));
        measure(new Benchmark(
                "start",
                jdk,
                hello.under(emptyAgent),
                hello.under(guard("audit")),
                List.of(
                        ratio("start without TLS, against an empty agent", Fork.WALL, "ms", 1.1),
                        ratio("… processor time", Fork.PROCESSOR, "ms", ONLY_TOLD))));
    }

    private void classLoading(Path application) throws IOException, InterruptedException {
        Jvm load = workload(List.of(), LoadClasses.class, GeneratedApplication.NUMBERED, String.valueOf(CLASSES))
                .alsoFrom(application);
        measure(new Benchmark(
                "classes",
                17,
                load,
                load.under(guard("audit")),
                List.of(
                        ratio("loading an application class", "micros", "µs", 1.01),
                        difference("resident memory without TLS", "resident", "MB", 12))));
    }

    private void firstRequest(int port, Path trustStore) throws IOException, InterruptedException {
        Jvm request = workload(trusting(trustStore), FirstRequest.class, "localhost", String.valueOf(port));
        measure(new Benchmark(
                "first request",
                17,
                request,
                request.under(guard("audit")),
                List.of(
                        difference("start to the first HTTPS answer", Fork.FIRST_LINE, "ms", 150),
                        difference("… processor time of the whole process", Fork.PROCESSOR, "ms", ONLY_TOLD),
                        difference("resident memory with TLS", "resident", "MB", 12))));
    }

    private void handshakes(Path keyStore, Path trustStore) throws IOException, InterruptedException {
        Jvm sound = handshakes("sound", keyStore, trustStore);
        Jvm trustAll = handshakes("trust-all", keyStore, trustStore);
        measure(new Benchmark(
                "handshakes, sound",
                17,
                sound,
                sound.under(guard("audit")),
                List.of(
                        rate("full TLS 1.3 handshake of a sound application", "micros", "µs", 0.97),
                        ratio("… allocation", "bytes", "bytes", ONLY_TOLD),
                        difference("resident memory after many handshakes", "resident", "MB", 12))));
        measure(new Benchmark(
                "handshakes, trust-all",
                17,
                sound,
                trustAll.under(guard("enforce")),
                List.of(
                        rate("… of a trust-all one in enforce mode, against a sound one", "micros", "µs", 0.93),
                        ratio("… allocation", "bytes", "bytes", ONLY_TOLD))));
    }

    private void applicationData(Path keyStore, Path trustStore) throws IOException, InterruptedException {
        Jvm data =
                workload(trusting(trustStore), ApplicationData.class, keyStore.toString(), "sound", "10000", "10000");
        measure(new Benchmark(
                "application data",
                17,
                data,
                data.under(guard("audit")),
                List.of(
                        rate("a record of 16 KB application data", "micros", "µs", 0.99),
                        ratio("… allocation", "bytes", "bytes", 1.001))));
    }

    private static Jvm handshakes(String kind, Path keyStore, Path trustStore) {
        return workload(trusting(trustStore), Handshakes.class, keyStore.toString(), kind, "1000", "1000");
    }

    /** What is measured in the JVM itself gets a heap of a given size and no garbage collector's threads. */
    private static Jvm workload(List<String> options, Class<?> main, String... arguments) {
        List<String> all = new ArrayList<>(List.of("-Xms64m", "-Xmx64m", "-XX:+UseSerialGC"));
        all.addAll(options);
        List<String> command = new ArrayList<>(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        Collections.addAll(command, arguments);
        return new Jvm(all, command);
    }

    private static List<String> trusting(Path store) {
        return List.of("-Djavax.net.ssl.trustStore=" + store, "-Djavax.net.ssl.trustStorePassword=changeit");
    }

    private List<String> guard(String mode) {
        // No other option: what needs checking before main costs what it costs.
        return List.of("-javaagent:" + jar + "=mode=" + mode);
    }

    private void measure(Benchmark benchmark) throws IOException, InterruptedException {
        Path home = Jdks.from(benchmark.jdk()).stream()
                .filter(jdk -> jdk.feature() == benchmark.jdk())
                .map(Jdk::home)
                .findFirst()
                .orElse(null);
        String name = benchmark.name() + " on " + benchmark.jdk();
        if (!only.matcher(name).find()) {
            return;
        }
        if (home == null) {
            System.err.println("Not measured, for want of the JDK: " + name);
            return;
        }
        System.err.println("Measuring " + name + ", " + runs + " times with and without the guard …");
        rows.addAll(benchmark.measure(home, directory, runs));
    }

    private void print() throws IOException {
        List<List<String>> table = new ArrayList<>();
        table.add(Comparison.HEAD);
        table.add(Collections.nCopies(Comparison.HEAD.size(), "---"));
        table.addAll(rows);
        String text = table.stream()
                .map(row -> "| " + String.join(" | ", row) + " |\n")
                .collect(Collectors.joining());
        System.out.print(text);
        Files.writeString(directory.resolve("results.md"), text);
    }
}
