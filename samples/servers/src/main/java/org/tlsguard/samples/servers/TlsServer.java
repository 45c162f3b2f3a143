package org.tlsguard.samples.servers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.tlsguard.samples.pki.Identity;

/**
 * A TLS server by JSSE, sound unless told otherwise.
 *
 * <p>Old versions and weak suites need a JVM whose security properties do not disable them.
 *
 * <pre>{@code
 * try (LoopbackServer server = TlsServer.presenting(identity).protocols("TLSv1.2").start()) {
 *     … server.port() …
 *     assertThat(server.journal().applicationData()).isEmpty();
 * }
 * }</pre>
 */
public final class TlsServer {

    private final Identity identity;
    private String[] protocols = {"TLSv1.2", "TLSv1.3"};
    private String[] suites;
    private KeyStore clientAnchors;
    private boolean startTls;
    private Identity second;
    private boolean tickets = true;
    private LoopbackServer predecessor;

    private TlsServer(Identity identity) {
        this.identity = identity;
    }

    public static TlsServer presenting(Identity identity) {
        return new TlsServer(identity);
    }

    /** Speaks these versions only. */
    public TlsServer protocols(String... only) {
        protocols = only;
        return this;
    }

    /** Offers these cipher suites only. */
    public TlsServer suites(String... only) {
        suites = only;
        return this;
    }

    /** Demands a client certificate that leads to one of these anchors. */
    public TlsServer demandingClients(KeyStore anchors) {
        clientAnchors = anchors;
        return this;
    }

    /** Speaks plain text until the client says {@code STARTTLS}. */
    public TlsServer afterStartTls() {
        startTls = true;
        return this;
    }

    /** Hands out no session tickets: the server's own certificate would be in them, and may be too long for that. */
    public TlsServer withoutTickets() {
        tickets = false;
        return this;
    }

    /** Greets its client, shakes hands again under another identity, and says so, before the client logs in. TLS 1.2. */
    public TlsServer renegotiatingAs(Identity other) {
        second = other;
        return this;
    }

    /** Listens in the place of that server, whose time is over. */
    public TlsServer insteadOf(LoopbackServer other) {
        predecessor = other;
        return this;
    }

    public LoopbackServer start() {
        SSLContext context = Contexts.of(identity, clientAnchors == null ? null : Contexts.verifying(clientAnchors));
        if (!tickets) {
            Contexts.withoutTickets(context);
        }
        Journal journal = new Journal();
        return LoopbackServer.insteadOf(predecessor, journal, connection -> serve(connection, context, journal));
    }

    private void serve(Socket connection, SSLContext context, Journal journal) throws IOException {
        long accepted = System.currentTimeMillis();
        if (second != null) {
            new Renegotiation(identity, second).serve(connection, journal);
            return;
        }
        if (startTls) {
            upgrade(connection);
        }
        try (SSLSocket tls =
                (SSLSocket) context.getSocketFactory().createSocket(connection, null, connection.getPort(), true)) {
            configure(tls);
            tls.startHandshake();
            journal.visit(tls, accepted);
            new LoginService(journal.recording(tls.getInputStream()), tls.getOutputStream()).serve();
        }
    }

    private void configure(SSLSocket tls) {
        tls.setUseClientMode(false);
        tls.setNeedClientAuth(clientAnchors != null);
        tls.setEnabledProtocols(protocols);
        if (suites != null) {
            tls.setEnabledCipherSuites(suites);
        }
    }

    /** One line each way, unbuffered on our side: what follows the client's line is the ClientHello. */
    private static void upgrade(Socket connection) throws IOException {
        connection.getOutputStream().write("220 ready for STARTTLS\n".getBytes(StandardCharsets.US_ASCII));
        BufferedReader client =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII), 1);
        if (!"STARTTLS".equals(client.readLine())) {
            throw new IOException("the client did not ask for TLS");
        }
        connection.getOutputStream().write("220 go ahead\n".getBytes(StandardCharsets.US_ASCII));
    }
}
