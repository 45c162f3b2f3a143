package org.tlsguard.samples.sinners.name;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.tlsguard.samples.sinners.plumbing.Peer;
import org.tlsguard.samples.sinners.plumbing.Shell;
import org.tlsguard.samples.sinners.plumbing.Tls;

/** Uses a socket as it comes: the chain is verified, the name never is. */
public final class RawSocketClient {

    private RawSocketClient() {}

    public static void main(String[] args) {
        Shell.run(args, peer -> login(peer));
    }

    private static String login(Peer peer) throws Exception {
        try (SSLSocket socket = Tls.socket(peer, SSLContext.getDefault())) {
            return Tls.login(socket);
        }
    }
}
