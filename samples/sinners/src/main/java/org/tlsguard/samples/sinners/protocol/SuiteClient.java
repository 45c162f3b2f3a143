package org.tlsguard.samples.sinners.protocol;

import java.security.Security;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.tlsguard.samples.sinners.plumbing.Peer;
import org.tlsguard.samples.sinners.plumbing.Shell;
import org.tlsguard.samples.sinners.plumbing.Tls;

/** Enables cipher suites that the JVM no longer allows, having emptied the list of what is disabled. */
public final class SuiteClient {

    private SuiteClient() {}

    public static void main(String[] args) {
        Shell.run(args, peer -> login(peer));
    }

    private static String login(Peer peer) throws Exception {
        Security.setProperty("jdk.tls.disabledAlgorithms", "");
        try (SSLSocket socket = Tls.socket(peer, SSLContext.getDefault())) {
            socket.setSSLParameters(Tls.identifying(socket.getSSLParameters()));
            socket.setEnabledCipherSuites(peer.option("suites").split(","));
            return Tls.login(socket);
        }
    }
}
