package org.tlsguard.samples.sinners.clean;

import java.security.cert.X509Certificate;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import org.tlsguard.samples.sinners.plumbing.Peer;
import org.tlsguard.samples.sinners.plumbing.Shell;
import org.tlsguard.samples.sinners.plumbing.Tls;

/** Expects the certificate of a service, whatever host it runs on, and asks its verifier itself after the handshake. */
public final class OwnCallLogicalNameClient {

    private OwnCallLogicalNameClient() {}

    public static void main(String[] args) {
        Shell.run(args, OwnCallLogicalNameClient::login);
    }

    private static String login(Peer peer) throws Exception {
        try (SSLSocket socket = Tls.socket(peer, SSLContext.getDefault())) {
            socket.startHandshake();
            ServiceName expected = new ServiceName(peer.option("name"));
            if (!expected.verify(peer.host, socket.getSession())) {
                throw new SSLException("not the service that was expected");
            }
            return Tls.login(socket);
        }
    }

    private static final class ServiceName implements HostnameVerifier {
        private final String name;

        ServiceName(String name) {
            this.name = name;
        }

        @Override
        public boolean verify(String host, SSLSession session) {
            try {
                X509Certificate certificate = (X509Certificate) session.getPeerCertificates()[0];
                return certificate.getSubjectX500Principal().getName().equals("CN=" + name);
            } catch (SSLPeerUnverifiedException anonymous) {
                return false;
            }
        }
    }
}
