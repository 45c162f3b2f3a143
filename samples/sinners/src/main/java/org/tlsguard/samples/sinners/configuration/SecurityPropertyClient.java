package org.tlsguard.samples.sinners.configuration;

import java.security.Security;
import javax.net.ssl.SSLContext;
import org.tlsguard.samples.sinners.plumbing.Peer;
import org.tlsguard.samples.sinners.plumbing.Shell;

/** Empties a security property before it uses TLS, or after it has used TLS already: {@code when=before|after}. */
public final class SecurityPropertyClient {

    private SecurityPropertyClient() {}

    public static void main(String[] args) {
        Shell.run(args, peer -> login(peer));
    }

    private static String login(Peer peer) throws Exception {
        if (peer.option("when").equals("after")) {
            peer.carrier().login(peer, SSLContext.getDefault());
        }
        weaken(peer.option("key"));
        return peer.carrier().login(peer, SSLContext.getDefault());
    }

    private static void weaken(String key) {
        Security.setProperty(key, "");
    }
}
