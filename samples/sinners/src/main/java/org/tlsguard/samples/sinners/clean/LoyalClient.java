package org.tlsguard.samples.sinners.clean;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.tlsguard.samples.sinners.plumbing.Login;
import org.tlsguard.samples.sinners.plumbing.Peer;
import org.tlsguard.samples.sinners.plumbing.Shell;
import org.tlsguard.samples.sinners.plumbing.Tls;

/** Verifies its peer, and whoever that becomes when it shakes hands again. */
public final class LoyalClient {

    private LoyalClient() {}

    public static void main(String[] args) {
        Shell.run(args, peer -> login(peer));
    }

    private static String login(Peer peer) throws Exception {
        try (SSLSocket socket = Tls.socket(peer, SSLContext.getDefault())) {
            socket.setSSLParameters(Tls.identifying(socket.getSSLParameters()));
            Login.line(socket.getInputStream());
            Login.line(socket.getInputStream());
            return Tls.login(socket);
        }
    }
}
