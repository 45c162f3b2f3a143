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

    /** Returns what the client said. */
    public String serve() throws IOException {
        try (SSLServerSocket server = listener) {
            System.out.println("LISTENING " + server.getLocalPort());
            try (SSLSocket client = (SSLSocket) server.accept()) {
                client.setSoTimeout(TIMEOUT_MILLIS);
                String line = Login.line(client.getInputStream());
                client.getOutputStream().write("welcome\n".getBytes(StandardCharsets.US_ASCII));
                return line;
            }
        }
    }
}
