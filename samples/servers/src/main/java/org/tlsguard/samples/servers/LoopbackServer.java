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
        this(journal, new Acceptor(handler));
    }

    private LoopbackServer(Journal journal, Acceptor acceptor) {
        this.journal = journal;
        this.acceptor = acceptor;
    }

    /**
     * Takes over a server's port, which nobody can get hold of in between; both are closed with either. On a free port if
     * there is no predecessor.
     */
    static LoopbackServer insteadOf(LoopbackServer predecessor, Journal journal, Acceptor.Handler handler) {
        if (predecessor == null) {
            return new LoopbackServer(journal, handler);
        }
        predecessor.acceptor.handOverTo(handler);
        return new LoopbackServer(journal, predecessor.acceptor);
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

    /** Passes everything on to another server, but of its answers only so many bytes, and then says no more. */
    public static LoopbackServer stallingAfter(int bytes, LoopbackServer behind) {
        return new LoopbackServer(behind.journal, connection -> {
            try (Socket onward = passOn(connection, behind, bytes)) {
                connection.getInputStream().transferTo(OutputStream.nullOutputStream());
            }
        });
    }

    /** Passes everything on to another server, but of its answers only so many bytes, and then resets the connection. */
    public static LoopbackServer resettingAfter(int bytes, LoopbackServer behind) {
        return new LoopbackServer(behind.journal, connection -> {
            passOn(connection, behind, bytes).close();
            connection.setSoLinger(true, 0);
        });
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

    /** Returns when that many bytes have been passed back, the connection to the other server still open. */
    private static Socket passOn(Socket connection, LoopbackServer behind, int bytes) throws IOException {
        Socket onward = new Socket("localhost", behind.port());
        byte[] hello = new byte[16_384];
        int length = connection.getInputStream().read(hello);
        onward.getOutputStream().write(hello, 0, Math.max(length, 0));
        connection.getOutputStream().write(onward.getInputStream().readNBytes(bytes));
        return onward;
    }

    private static void reset(Socket connection) throws IOException {
        connection.getInputStream().read();
        connection.setSoLinger(true, 0);
    }
}
