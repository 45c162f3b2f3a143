package org.tlsguard.samples.servers;

import java.io.IOException;
import java.net.Socket;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.tlsguard.samples.pki.Identity;

/**
 * Stands in for a server of some protocol, as far as its clients' first secret: says what has to be said before TLS, shakes
 * hands, and notes what it is told under TLS.
 *
 * <p>Old versions and weak suites need a JVM whose security properties do not disable them.
 */
public final class ProtocolServer {

    private static final int TIMEOUT_MILLIS = 60_000;

    private final Protocol protocol;
    private final Identity identity;
    private String[] versions = {"TLSv1.2", "TLSv1.3"};
    private String[] suites;
    private LoopbackServer predecessor;

    private ProtocolServer(Protocol protocol, Identity identity) {
        this.protocol = protocol;
        this.identity = identity;
    }

    public static ProtocolServer of(Protocol protocol, Identity identity) {
        return new ProtocolServer(protocol, identity);
    }

    /** Speaks these versions of TLS only. */
    public ProtocolServer versions(String... only) {
        versions = only;
        return this;
    }

    /** Offers these cipher suites only. */
    public ProtocolServer suites(String... only) {
        suites = only;
        return this;
    }

    /** Listens in the place of that server, whose time is over. */
    public ProtocolServer insteadOf(LoopbackServer other) {
        predecessor = other;
        return this;
    }

    public LoopbackServer start() {
        SSLContext context = Contexts.of(identity, null);
        Journal journal = new Journal();
        return LoopbackServer.insteadOf(predecessor, journal, connection -> serve(connection, context, journal));
    }

    private void serve(Socket connection, SSLContext context, Journal journal) throws IOException {
        long accepted = System.currentTimeMillis();
        connection.setSoTimeout(TIMEOUT_MILLIS);
        protocol.open(new Wire(connection.getInputStream(), connection.getOutputStream()));
        try (SSLSocket tls =
                (SSLSocket) context.getSocketFactory().createSocket(connection, null, connection.getPort(), true)) {
            tls.setUseClientMode(false);
            tls.setEnabledProtocols(versions);
            if (suites != null) {
                tls.setEnabledCipherSuites(suites);
            }
            tls.setHandshakeApplicationProtocolSelector((socket, offered) -> choose(offered));
            tls.startHandshake();
            journal.visit(tls, accepted);
            protocol.converse(new Wire(journal.recording(tls.getInputStream()), tls.getOutputStream()));
        }
    }

    /** HTTP/2 only for those who insist on it; the empty string stands for no answer. */
    private String choose(List<String> offered) {
        String mine = protocol == Protocol.H2 ? "h2" : "http/1.1";
        return offered.contains(mine) ? mine : "";
    }
}
