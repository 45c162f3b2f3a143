package org.tlsguard.policy;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Policies for tests, from their lines. */
final class Policies {
    static final String PIN = "sha256/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    private Policies() {}

    static Policy of(String... lines) {
        try {
            return Policy.load(file(String.join("\n", lines) + "\n"));
        } catch (PolicyException e) {
            throw new AssertionError(e.problems().toString(), e);
        }
    }

    /** Returns the problems without the file: {@code LINE:COLUMN: message}. */
    static List<String> problems(String... lines) {
        return problems(file(String.join("\n", lines) + "\n"));
    }

    static List<String> problems(File file) {
        PolicyException e = catchThrowableOfType(PolicyException.class, () -> Policy.load(file));
        if (e == null) {
            throw new AssertionError("the policy was accepted");
        }
        return e.problems().stream()
                .map(problem -> problem.toString().substring(file.getPath().length() + 1))
                .collect(Collectors.toList());
    }

    static File file(String text) {
        return file(text.getBytes(StandardCharsets.UTF_8));
    }

    static File file(byte[] bytes) {
        try {
            Path directory = Files.createTempDirectory("policy");
            directory.toFile().deleteOnExit();
            Path file = Files.write(directory.resolve("policy.yaml"), bytes);
            file.toFile().deleteOnExit();
            return file.toFile();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PeerPolicy at(Policy policy, String host) {
        return policy.forPeer(Peer.of(Role.SERVER, host, 443));
    }
}
