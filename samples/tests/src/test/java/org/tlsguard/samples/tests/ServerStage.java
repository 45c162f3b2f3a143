package org.tlsguard.samples.tests;

import java.io.IOException;
import java.util.function.Function;
import org.tlsguard.samples.servers.TlsClient;

/**
 * A server sample that a client of ours dials.
 *
 * @param client makes the client that speaks the given versions
 */
record ServerStage(SampleCommand command, Function<String[], TlsClient> client) implements Stage {

    /** What the client says. It comes back in the sample's result if it arrived. */
    static final String LINE = "LOGIN mallory letmein";

    @Override
    public Exchange play(Jdk jdk, Mode mode, String... protocols) {
        try (SampleJvm.Running running = command.on(jdk, mode, 0).start()) {
            int port = running.listeningPort();
            ask(client.apply(protocols), port);
            Run run = running.await();
            return new Exchange(run, run.stdout().contains(LINE) ? LINE : "", port, 0);
        }
    }

    /** Whether the client was served is for the sample to say. */
    private static void ask(TlsClient client, int port) {
        try {
            client.ask(port, LINE);
        } catch (IOException refused) {
            // the sample's own result tells the same, and why
        }
    }
}
