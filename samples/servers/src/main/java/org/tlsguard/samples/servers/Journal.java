package org.tlsguard.samples.servers;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/** What a server has seen: handshakes that completed, and every byte of application data that reached it. */
public final class Journal {

    /** A completed handshake; resumed if its session is older than the connection. */
    public record Visit(String protocol, String cipherSuite, Optional<String> clientSubject, boolean resumed) {}

    private final List<Visit> visits = new ArrayList<>();
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();

    /** The application data received so far, from all connections; empty if there was none. */
    public synchronized String applicationData() {
        return received.toString(StandardCharsets.ISO_8859_1);
    }

    public synchronized List<Visit> visits() {
        return List.copyOf(visits);
    }

    /** How many handshakes took up an earlier session. */
    public int resumptions() {
        return (int) visits().stream().filter(Visit::resumed).count();
    }

    /** Notes a handshake on a connection that was accepted at that time, in milliseconds since 1970. */
    synchronized void visit(SSLSocket connection, long accepted) {
        SSLSession session = connection.getSession();
        visits.add(new Visit(
                session.getProtocol(),
                session.getCipherSuite(),
                clientSubject(session),
                session.getCreationTime() < accepted));
    }

    /** The stream itself, with all that is read from it noted. */
    InputStream recording(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                int b = super.read();
                if (b >= 0) {
                    record(new byte[] {(byte) b}, 0, 1);
                }
                return b;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int n = super.read(buffer, offset, length);
                if (n > 0) {
                    record(buffer, offset, n);
                }
                return n;
            }
        };
    }

    private synchronized void record(byte[] data, int offset, int length) {
        received.write(data, offset, length);
    }

    private static Optional<String> clientSubject(SSLSession session) {
        try {
            return Optional.of(session.getPeerPrincipal().getName());
        } catch (SSLPeerUnverifiedException anonymous) {
            return Optional.empty();
        }
    }
}
