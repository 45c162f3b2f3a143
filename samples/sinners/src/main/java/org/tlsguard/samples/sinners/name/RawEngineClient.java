package org.tlsguard.samples.sinners.name;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import org.tlsguard.samples.sinners.plumbing.EngineConnection;
import org.tlsguard.samples.sinners.plumbing.Login;
import org.tlsguard.samples.sinners.plumbing.Peer;
import org.tlsguard.samples.sinners.plumbing.Shell;

/** Uses an engine as it comes: the chain is verified, the name never is. */
public final class RawEngineClient {

    private RawEngineClient() {}

    public static void main(String[] args) {
        Shell.run(args, peer -> login(peer));
    }

    private static String login(Peer peer) throws Exception {
        SSLEngine engine = SSLContext.getDefault().createSSLEngine(peer.host, peer.port);
        engine.setUseClientMode(true);
        try (EngineConnection connection = new EngineConnection(peer, engine)) {
            connection.handshake();
            return Login.over(connection.in(), connection.out());
        }
    }
}
