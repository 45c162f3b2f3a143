package org.tlsguard.samples.sinners.clean;

import java.util.Collections;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.tlsguard.samples.sinners.plumbing.Peer;
import org.tlsguard.samples.sinners.plumbing.Shell;
import org.tlsguard.samples.sinners.plumbing.Tls;

/** Dials an address of its own choosing, and asks there for a server by name: JSSE compares with that one. */
public final class ServerNameClient {

    private ServerNameClient() {}

    public static void main(String[] args) {
        Shell.run(args, peer -> login(peer));
    }

    private static String login(Peer peer) throws Exception {
        try (SSLSocket socket = Tls.socket(peer, SSLContext.getDefault())) {
            SSLParameters parameters = Tls.identifying(socket.getSSLParameters());
            parameters.setServerNames(Collections.singletonList(new SNIHostName(peer.option("name"))));
            socket.setSSLParameters(parameters);
            return Tls.login(socket);
        }
    }
}
