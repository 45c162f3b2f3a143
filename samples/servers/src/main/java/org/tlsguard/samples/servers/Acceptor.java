package org.tlsguard.samples.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Listens on a free loopback port and hands each connection to its handler, on a thread of its own. */
final class Acceptor implements AutoCloseable {

    /** What a server does with a connection. It may fail: peers are expected to misbehave. */
    interface Handler {
        void handle(Socket connection) throws IOException;
    }

    private final ServerSocket listener;
    private volatile Handler handler;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    Acceptor(Handler handler) {
        this.handler = handler;
        try {
            listener = new ServerSocket(0, 50, InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept, "acceptor " + port());
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Has whoever comes from now on served like this, and hangs up on the others. */
    void handOverTo(Handler successor) {
        handler = successor;
        open.forEach(Acceptor::quietly);
    }

    /** Waits until the connections made so far have ended, or the patience has. */
    void awaitQuiet(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        synchronized (open) {
            try {
                long left = patience.toMillis();
                while (!open.isEmpty() && left > 0) {
                    open.wait(left);
                    left = (deadline - System.nanoTime()) / 1_000_000;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        quietly(listener);
        open.forEach(Acceptor::quietly);
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = listener.accept();
                open.add(connection);
                start(() -> serve(connection), "connection from " + connection.getPort());
            }
        } catch (IOException closed) {
            // close() ends the loop this way; there is no other
        }
    }

    private void serve(Socket connection) {
        try {
            handler.handle(connection);
        } catch (IOException refused) {
            // a peer that refuses us, or that we refuse, is what these servers are for
        } finally {
            quietly(connection);
            synchronized (open) {
                open.remove(connection);
                open.notifyAll();
            }
        }
    }

    private static void start(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void quietly(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            // nobody is left to tell
        }
    }
}
