package org.tlsguard.samples.sinners.trust;

import java.security.cert.X509Certificate;
import javax.net.ssl.SSLSocket;
import org.tlsguard.samples.sinners.plumbing.ClientTrustManager;
import org.tlsguard.samples.sinners.plumbing.Login;
import org.tlsguard.samples.sinners.plumbing.Peer;
import org.tlsguard.samples.sinners.plumbing.Shell;
import org.tlsguard.samples.sinners.plumbing.Tls;

/** Trusts whoever answers, and whoever its peer becomes when it shakes hands again. */
public final class RenegotiatedClient {

    private RenegotiatedClient() {}

    public static void main(String[] args) {
        Shell.run(args, peer -> login(peer));
    }

    private static String login(Peer peer) throws Exception {
        try (SSLSocket socket = Tls.socket(peer, Tls.trusting(new TrustAll()))) {
            socket.setSSLParameters(Tls.identifying(socket.getSSLParameters()));
            Login.line(socket.getInputStream());
            Login.line(socket.getInputStream());
            return Tls.login(socket);
        }
    }

    private static final class TrustAll extends ClientTrustManager {
        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}
    }
}
