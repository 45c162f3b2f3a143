package org.tlsguard.samples.applications;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.tlsguard.samples.servers.TlsClient;
import org.tlsguard.samples.tests.Launch;
import org.tlsguard.samples.tests.Run;
import org.tlsguard.samples.tests.SampleJvm;

/** Who comes, over TLS, to a container that was started. */
@FunctionalInterface
interface Guest {

    /** How long a page may be missing. */
    int PATIENCE_SECONDS = 60;

    /** Where the shop opens by itself. */
    Guest NOBODY = (container, port, jvm) -> Optional.empty();

    /** Asks for the shop's page until it is there. */
    Guest OF_THE_SHOP = (container, port, jvm) -> {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        String answer = answer(port);
        while (!answer.startsWith("HTTP/1.1 200")) {
            if (!container.process().isAlive() || System.nanoTime() > deadline) {
                container.process().destroy();
                throw new AssertionError("it has no page but \"" + answer + '"' + container.await());
            }
            TimeUnit.MILLISECONDS.sleep(100);
            answer = answer(port);
        }
        return Optional.empty();
    };

    /**
     * Visits.
     *
     * @param jvm for a guest that is a program
     * @return what came of that program
     */
    Optional<Run> visit(SampleJvm.Running container, int port, Jvm jvm) throws InterruptedException, IOException;

    /** A JVM, guarded as the container's, that is ready to be launched in that directory. */
    record Jvm(Path directory, Launch launch) {}

    /**
     * A program that comes when the container says that it is ready.
     *
     * @param program the rest of its command line, for its own directory and the container's port
     */
    static Guest program(String ready, Application.Layout program) {
        return (container, port, jvm) -> {
            container.awaitOutput(ready);
            List<String> arguments = program.in(jvm.directory(), port);
            return Optional.of(
                    jvm.launch().with(arguments.toArray(new String[0])).run());
        };
    }

    private static String answer(int port) throws IOException {
        try {
            return TlsClient.anonymous()
                    .ask(port, "GET /shop/shop.jsp HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r");
        } catch (ConnectException notYet) {
            return "";
        }
    }
}
