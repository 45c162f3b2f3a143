package org.tlsguard.samples.servers;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;

/** A server on a free port of the loopback address, from its construction until it is closed. */
public final class LoopbackServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Journal journal;
    private final Acceptor acceptor;

    LoopbackServer(Journal journal, Acceptor.Handler handler) {
        this.journal = journal;
        this.acceptor = new Acceptor(handler);
    }

    /** Accepts connections and never says a word. */
    public static LoopbackServer stalling() {
        return new LoopbackServer(
                new Journal(), connection -> connection.getInputStream().transferTo(OutputStream.nullOutputStream()));
    }

    /** Waits for the beginning of a ClientHello and resets the connection. */
    public static LoopbackServer resetting() {
        return new LoopbackServer(new Journal(), LoopbackServer::reset);
    }

    public int port() {
        return acceptor.port();
    }

    /** What was seen, once the connections made so far have ended. */
    public Journal journal() {
        acceptor.awaitQuiet(PATIENCE);
        return journal;
    }

    @Override
    public void close() {
        acceptor.close();
    }

    private static void reset(Socket connection) throws IOException {
        connection.getInputStream().read();
        connection.setSoLinger(true, 0);
    }
}
