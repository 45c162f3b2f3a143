package org.tlsguard.samples.sinners.name;

import java.net.Socket;
import java.util.Collections;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.tlsguard.samples.sinners.plumbing.Peer;
import org.tlsguard.samples.sinners.plumbing.Shell;
import org.tlsguard.samples.sinners.plumbing.Tls;

/** Tells JSSE the host by {@code dialled=…} and asks for the server name {@code name=…}; compares neither. */
public final class ServerNameSocketClient {

    private ServerNameSocketClient() {}

    public static void main(String[] args) {
        Shell.run(args, peer -> login(peer));
    }

    private static String login(Peer peer) throws Exception {
        Socket plain = new Socket(peer.host, peer.port);
        try (SSLSocket socket = (SSLSocket) SSLContext.getDefault()
                .getSocketFactory()
                .createSocket(plain, peer.option("dialled", peer.host), peer.port, true)) {
            String name = peer.option("name", "");
            if (!name.isEmpty()) {
                SSLParameters parameters = socket.getSSLParameters();
                parameters.setServerNames(Collections.singletonList(new SNIHostName(name)));
                socket.setSSLParameters(parameters);
            }
            return Tls.login(socket);
        }
    }
}
