package org.tlsguard.samples.sinners.name;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.tlsguard.samples.sinners.plumbing.Peer;
import org.tlsguard.samples.sinners.plumbing.Shell;
import org.tlsguard.samples.sinners.plumbing.Tls;

/** Switches the name check on, and off again. */
public final class ClearedIdentificationClient {

    private ClearedIdentificationClient() {}

    public static void main(String[] args) {
        Shell.run(args, peer -> login(peer));
    }

    private static String login(Peer peer) throws Exception {
        try (SSLSocket socket = Tls.socket(peer, SSLContext.getDefault())) {
            SSLParameters parameters = Tls.identifying(socket.getSSLParameters());
            socket.setSSLParameters(parameters);
            parameters.setEndpointIdentificationAlgorithm("");
            socket.setSSLParameters(parameters);
            return Tls.login(socket);
        }
    }
}
