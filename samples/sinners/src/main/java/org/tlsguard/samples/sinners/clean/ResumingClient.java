package org.tlsguard.samples.sinners.clean;

import javax.net.ssl.SSLContext;
import org.tlsguard.samples.sinners.plumbing.Peer;
import org.tlsguard.samples.sinners.plumbing.Shell;

/** Connects again and again in one context, so that all sessions but the first are resumed. */
public final class ResumingClient {

    private ResumingClient() {}

    public static void main(String[] args) {
        Shell.run(args, peer -> login(peer));
    }

    private static String login(Peer peer) throws Exception {
        SSLContext context = SSLContext.getDefault();
        for (int i = 0; i < 3; i++) {
            peer.carrier().login(peer, context);
        }
        return peer.carrier().login(peer, context);
    }
}
