package org.tlsguard.samples.sinners.protocol;

import java.security.Security;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.tlsguard.samples.sinners.plumbing.Peer;
import org.tlsguard.samples.sinners.plumbing.Shell;
import org.tlsguard.samples.sinners.plumbing.Tls;

/** Enables an old version by setter; so does another class, later, for another connection that it never makes. */
public final class TwoSettersClient {

    private TwoSettersClient() {}

    public static void main(String[] args) {
        Shell.run(args, peer -> login(peer));
    }

    private static String login(Peer peer) throws Exception {
        Security.setProperty("jdk.tls.disabledAlgorithms", "");
        String[] protocols = peer.option("protocols").split(",");
        try (SSLSocket socket = Tls.socket(peer, SSLContext.getDefault())) {
            socket.setSSLParameters(Tls.identifying(socket.getSSLParameters()));
            socket.setEnabledProtocols(protocols);
            Bystander.prepare(protocols);
            return Tls.login(socket);
        }
    }

    private static final class Bystander {
        static void prepare(String[] protocols) throws Exception {
            try (SSLSocket unused =
                    (SSLSocket) SSLContext.getDefault().getSocketFactory().createSocket()) {
                unused.setEnabledProtocols(protocols);
            }
        }
    }
}
