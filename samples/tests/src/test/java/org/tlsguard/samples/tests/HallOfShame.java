package org.tlsguard.samples.tests;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The part of {@code hall-of-shame.json} that promises are made about. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record HallOfShame(
        Summary summary,
        List<Finding> findings,
        List<String> notices,
        List<Switch> switches,
        List<TrustStore> trustStores) {

    static final String FILE = "hall-of-shame.json";

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Summary(int internalErrors, long handshakes) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Finding(
            String rule,
            String cause,
            String state,
            String outcome,
            String disposition,
            Candidate candidate,
            String message,
            String remedy,
            String allow,
            Origin origin,
            Peer peer,
            Certificate certificate,
            long count) {

        public boolean isActive() {
            return state.equals("active");
        }

        /** Whether it names the server at that port or, where the engine was told of none, has this certificate. */
        public boolean concerns(int port, String fingerprint) {
            return peer != null && peer.port() != null
                    ? peer.port() == port
                    : certificate != null && fingerprint.equals(certificate.sha256());
        }

        /** Whether it names the server at that port, or a client, whose port is nobody's business. */
        boolean concerns(int port) {
            return peer != null && (peer.role().equals("client") || peer.port() != null && peer.port() == port);
        }

        @Override
        public String toString() {
            return rule + '/' + cause + ' ' + state + ' ' + outcome + (origin == null ? "" : " by " + origin) + " x"
                    + count;
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Candidate(String outcome) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Origin(
            @JsonProperty("class") String type,
            String method,
            int line,
            String location,
            String artifact,
            String caller) {

        /** Whether a person finds the code by it: method and line, the jar, and who put it to use. */
        boolean isComplete() {
            return method != null
                    && line > 0
                    && location != null
                    && location.endsWith(".jar")
                    && artifact != null
                    && artifact.startsWith("org.tlsguard:tlsguard-samples-sinners:")
                    && caller != null
                    && caller.startsWith("org.tlsguard.samples.sinners.");
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Peer(String role, String host, Integer port) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Certificate(String sha256) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Switch(String name, String value, String setBy, boolean weakens) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record TrustStore(String name, int trusted, List<String> used) {}

    /** The findings about who the peer is. */
    public List<Finding> accusations() {
        return findings.stream()
                .filter(finding ->
                        finding.rule().equals("trust") || finding.rule().equals("name"))
                .toList();
    }

    static HallOfShame read(Path directory) {
        Path file = directory.resolve(FILE);
        try {
            return new ObjectMapper().readValue(Files.readAllBytes(file), HallOfShame.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
