package org.tlsguard.samples.servers;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedKeyManager;
import org.tlsguard.samples.pki.Identity;

/** A connection on which the server becomes another in the middle: TLS 1.2 lets it. */
final class Renegotiation {

    private final Identity first;
    private final Identity second;
    private volatile Identity current;

    Renegotiation(Identity first, Identity second) {
        this.first = first;
        this.second = second;
    }

    void serve(Socket connection, Journal journal) throws IOException {
        long accepted = System.currentTimeMillis();
        current = first;
        SSLContext context = Contexts.of(new Changing());
        Contexts.withoutTickets(context);
        try (SSLSocket tls =
                (SSLSocket) context.getSocketFactory().createSocket(connection, null, connection.getPort(), true)) {
            tls.setUseClientMode(false);
            tls.setEnabledProtocols(new String[] {"TLSv1.2"});
            tls.startHandshake();
            journal.visit(tls, accepted);
            say(tls, "220 hello");
            // Or the client would resume it, and see no certificate.
            tls.getSession().invalidate();
            current = second;
            tls.addHandshakeCompletedListener(done -> {
                try {
                    say(tls, "221 hello again");
                } catch (IOException hungUp) {
                    // the client did not like what it saw
                }
            });
            tls.startHandshake();
            new LoginService(journal.recording(tls.getInputStream()), tls.getOutputStream()).serve();
        }
    }

    private static void say(SSLSocket tls, String line) throws IOException {
        tls.getOutputStream().write((line + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    private final class Changing extends X509ExtendedKeyManager {
        @Override
        public String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
            return current.privateKey().getAlgorithm().equals(keyType) ? "it" : null;
        }

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            return current.chain().toArray(new X509Certificate[0]);
        }

        @Override
        public PrivateKey getPrivateKey(String alias) {
            return current.privateKey();
        }

        @Override
        public String[] getServerAliases(String keyType, Principal[] issuers) {
            return new String[] {"it"};
        }

        @Override
        public String[] getClientAliases(String keyType, Principal[] issuers) {
            return null;
        }

        @Override
        public String chooseClientAlias(String[] keyType, Principal[] issuers, Socket socket) {
            return null;
        }
    }
}
