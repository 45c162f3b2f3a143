package org.tlsguard.samples.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.tlsguard.samples.sinners.trust.TrustAllClient;

/** The client, started in a JVM of its own. */
record Victim(Path agent, Path trustStore, Path work) {

    private static final long PATIENCE_SECONDS = 60;

    /** What became of it. */
    record Outcome(String command, String result, Path report) {

        /** The exception that the application saw, without those that caused it. */
        String firstWords() {
            return result.split(" <- ")[works() ? 0 : 1];
        }

        boolean works() {
            return result.startsWith("GOT ");
        }

        Path page() {
            return report.resolve("hall-of-shame.html");
        }

        List<Finding> findings() {
            try {
                List<Finding> findings = new ArrayList<>();
                new ObjectMapper()
                        .readTree(Files.readAllBytes(report.resolve("hall-of-shame.json")))
                        .path("findings")
                        .forEach(finding -> findings.add(new Finding(finding)));
                return findings;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    Outcome dial(int port) {
        return run("", List.of(), port, work);
    }

    Outcome dial(int port, String mode) {
        Path report = work.resolve(mode + "-" + port);
        String option = "-javaagent:" + agent + "=mode=" + mode + ",report=" + report + ",log=none";
        return run(" -javaagent:" + agent.getFileName() + "=mode=" + mode, List.of(option), port, report);
    }

    private Outcome run(String shown, List<String> options, int port, Path report) {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(options);
        command.addAll(List.of("-Djavax.net.ssl.trustStore=" + trustStore, "-cp", classPath()));
        command.addAll(List.of(TrustAllClient.class.getName(), "localhost", String.valueOf(port)));
        String result = outputOf(command);
        return new Outcome(
                "java" + shown + " " + TrustAllClient.class.getSimpleName() + " localhost " + port, result, report);
    }

    private String outputOf(List<String> command) {
        try {
            Path output = work.resolve("client.out");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new Surprise("the client ends within " + PATIENCE_SECONDS + " s");
            }
            return Files.readString(output).trim();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Surprise("nobody interrupts the demo");
        }
    }

    private static String classPath() {
        try {
            return Path.of(TrustAllClient.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
