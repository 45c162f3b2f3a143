package org.tlsguard.samples.sinners.protocol;

import java.security.Security;
import javax.net.ssl.SSLContext;
import org.tlsguard.samples.sinners.plumbing.Peer;
import org.tlsguard.samples.sinners.plumbing.Shell;

/** Asks for a context of an old version by name, having emptied the list of what is disabled. */
public final class NamedContextClient {

    private NamedContextClient() {}

    public static void main(String[] args) {
        Shell.run(args, peer -> login(peer));
    }

    private static String login(Peer peer) throws Exception {
        Security.setProperty("jdk.tls.disabledAlgorithms", "");
        SSLContext context = SSLContext.getInstance(peer.option("protocols"));
        context.init(null, null, null);
        return peer.carrier().login(peer, context);
    }
}
