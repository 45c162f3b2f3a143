package org.tlsguard.samples.sinners.plumbing;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** The other end of {@link Login}: listens on the port given (0 is any), says which it got, and serves one client. */
public final class LoginServer {

    private static final int TIMEOUT_MILLIS = 10_000;

    private final SSLServerSocket listener;
    private boolean renegotiates;

    public LoginServer(Peer self, SSLContext context) throws IOException {
        listener = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(self.port, 1, InetAddress.getByName(self.host));
        listener.setSoTimeout(TIMEOUT_MILLIS);
    }

    public LoginServer demandingClients() {
        listener.setNeedClientAuth(true);
        return this;
    }

    /** The socket it listens on, to be configured before it serves. */
    public SSLServerSocket listener() {
        return listener;
    }

    /**
     * Demands a client's certificate once the connection stands, in a renegotiation (TLS 1.2), and bids the client welcome
     * when it has it.
     */
    public LoginServer demandingClientsLater() {
        renegotiates = true;
        return this;
    }

    /** Returns what the client said. */
    public String serve() throws IOException {
        try (SSLServerSocket server = listener) {
            System.out.println("LISTENING " + server.getLocalPort());
            try (SSLSocket client = (SSLSocket) server.accept()) {
                client.setSoTimeout(TIMEOUT_MILLIS);
                if (renegotiates) {
                    renegotiate(client);
                }
                String line = Login.line(client.getInputStream());
                client.getOutputStream().write("welcome\n".getBytes(StandardCharsets.US_ASCII));
                return line;
            }
        }
    }

    /** Asks for it; what the client answers is read along with its first line. */
    private static void renegotiate(SSLSocket client) throws IOException {
        client.startHandshake();
        // Or the client would resume it, and show no certificate.
        client.getSession().invalidate();
        client.setNeedClientAuth(true);
        client.addHandshakeCompletedListener(done -> {
            try {
                client.getOutputStream().write("welcome\n".getBytes(StandardCharsets.US_ASCII));
            } catch (IOException hungUp) {
                // then there is no line to read either
            }
        });
        client.startHandshake();
    }
}
