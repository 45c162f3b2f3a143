package org.tlsguard.samples.sinners.plumbing;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLException;

/** Blocking streams over an {@link SSLEngine}: the least that non-blocking servers and libraries do with one. */
public final class EngineConnection implements Closeable {

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final Socket socket;
    private final SSLEngine engine;
    private final Executor worker;
    private final ByteBuffer incoming;
    private final ByteBuffer outgoing;
    private final ByteBuffer plain;

    /** Takes over a connection, and does the engine's delegated tasks itself. */
    public EngineConnection(Peer peer, SSLEngine engine) throws IOException {
        this(peer, engine, Runnable::run);
    }

    /**
     * Takes over a connection.
     *
     * @param worker does the engine's delegated tasks
     */
    public EngineConnection(Peer peer, SSLEngine engine, Executor worker) throws IOException {
        this.engine = engine;
        this.worker = worker;
        socket = new Socket(peer.host, peer.port);
        socket.setSoTimeout(peer.timeoutMillis());
        incoming = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
        incoming.flip();
        outgoing = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
        plain = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize());
        plain.flip();
    }

    public void handshake() throws IOException {
        engine.beginHandshake();
        settle();
    }

    /** Does what the engine asks for until it asks for nothing. */
    private void settle() throws IOException {
        while (true) {
            switch (engine.getHandshakeStatus()) {
                case NEED_TASK:
                    runTasks();
                    break;
                case NEED_WRAP:
                    wrap(NOTHING);
                    break;
                case FINISHED:
                case NOT_HANDSHAKING:
                    return;
                default:
                    unwrap();
            }
        }
    }

    public InputStream in() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                while (!plain.hasRemaining()) {
                    if (engine.isInboundDone()) {
                        return -1;
                    }
                    unwrap();
                    settle();
                }
                int n = Math.min(length, plain.remaining());
                plain.get(buffer, offset, n);
                return n;
            }
        };
    }

    public OutputStream out() {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] buffer, int offset, int length) throws IOException {
                ByteBuffer data = ByteBuffer.wrap(buffer, offset, length);
                while (data.hasRemaining()) {
                    wrap(data);
                }
            }
        };
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void runTasks() {
        for (Runnable task = engine.getDelegatedTask(); task != null; task = engine.getDelegatedTask()) {
            FutureTask<Void> done = new FutureTask<>(task, null);
            worker.execute(done);
            try {
                done.get();
            } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void wrap(ByteBuffer data) throws IOException {
        outgoing.clear();
        try {
            engine.wrap(data, outgoing);
        } catch (SSLException refused) {
            flushAlert();
            throw refused;
        }
        flush();
    }

    private void unwrap() throws IOException {
        plain.compact();
        SSLEngineResult result;
        try {
            result = engine.unwrap(incoming, plain);
        } catch (SSLException refused) {
            flushAlert();
            throw refused;
        } finally {
            plain.flip();
        }
        if (result.getStatus() == SSLEngineResult.Status.BUFFER_UNDERFLOW) {
            fill();
        }
    }

    /** What the engine has to tell the peer before it gives up. */
    private void flushAlert() throws IOException {
        outgoing.clear();
        try {
            engine.wrap(NOTHING, outgoing);
            flush();
        } catch (SSLException alreadyClosed) {
            // the failure being reported is the one that matters
        }
    }

    private void flush() throws IOException {
        outgoing.flip();
        socket.getOutputStream().write(outgoing.array(), 0, outgoing.limit());
    }

    private void fill() throws IOException {
        incoming.compact();
        int n = socket.getInputStream().read(incoming.array(), incoming.position(), incoming.remaining());
        if (n < 0) {
            throw new EOFException("the peer hung up");
        }
        incoming.position(incoming.position() + n);
        incoming.flip();
    }
}
