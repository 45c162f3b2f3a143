package org.tlsguard.samples.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.tlsguard.samples.pki.Impostor;

/**
 * Stands between a client and the real server: shows the client a clone of the server's certificate, passes everything
 * on, so that nobody notices, and reads along.
 */
public final class ManInTheMiddle {

    private final String host;
    private final int port;
    private final Journal journal = new Journal();

    private ManInTheMiddle(String host, int port) {
        this.host = host;
        this.port = port;
    }

    /** Starts intercepting. The journal of the server returned holds what the client sent. */
    public static LoopbackServer before(String host, int port, Impostor forgery) {
        ManInTheMiddle middle = new ManInTheMiddle(host, port);
        SSLContext forged = Contexts.of(forgery.of(middle.upstreamCertificate()), null);
        return new LoopbackServer(middle.journal, connection -> middle.intercept(connection, forged));
    }

    private X509Certificate upstreamCertificate() {
        try (SSLSocket upstream = TlsClient.anonymous().connect(host, port)) {
            return (X509Certificate) upstream.getSession().getPeerCertificates()[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void intercept(Socket connection, SSLContext forged) throws IOException {
        try (SSLSocket client = (SSLSocket)
                        forged.getSocketFactory().createSocket(connection, null, connection.getPort(), true);
                SSLSocket server = TlsClient.anonymous().connect(host, port)) {
            long accepted = System.currentTimeMillis();
            client.setUseClientMode(false);
            client.startHandshake();
            journal.visit(client, accepted);
            Thread answers = new Thread(() -> passOn(server, client), "answers to " + connection.getPort());
            answers.setDaemon(true);
            answers.start();
            journal.recording(client.getInputStream()).transferTo(server.getOutputStream());
        }
    }

    /** Ends, as the connection does, when either side hangs up. */
    private static void passOn(SSLSocket server, SSLSocket client) {
        try (server;
                client) {
            server.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException hungUp) {
            // the end of the conversation, whoever ended it
        }
    }
}
