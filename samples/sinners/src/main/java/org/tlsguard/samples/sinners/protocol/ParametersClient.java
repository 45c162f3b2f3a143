package org.tlsguard.samples.sinners.protocol;

import java.security.Security;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.tlsguard.samples.sinners.plumbing.Peer;
import org.tlsguard.samples.sinners.plumbing.Shell;
import org.tlsguard.samples.sinners.plumbing.Tls;

/** Enables old versions by {@link SSLParameters}, having emptied the list of what is disabled. */
public final class ParametersClient {

    private ParametersClient() {}

    public static void main(String[] args) {
        Shell.run(args, peer -> login(peer));
    }

    private static String login(Peer peer) throws Exception {
        Security.setProperty("jdk.tls.disabledAlgorithms", "");
        try (SSLSocket socket = Tls.socket(peer, SSLContext.getDefault())) {
            SSLParameters parameters = Tls.identifying(socket.getSSLParameters());
            parameters.setProtocols(peer.option("protocols").split(","));
            socket.setSSLParameters(parameters);
            return Tls.login(socket);
        }
    }
}
