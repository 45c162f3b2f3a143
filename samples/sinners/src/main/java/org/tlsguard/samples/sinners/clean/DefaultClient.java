package org.tlsguard.samples.sinners.clean;

import javax.net.ssl.SSLContext;
import org.tlsguard.samples.sinners.plumbing.Shell;

/** Leaves everything to the JVM. */
public final class DefaultClient {

    private DefaultClient() {}

    public static void main(String[] args) {
        Shell.run(args, peer -> peer.carrier().login(peer, SSLContext.getDefault()));
    }
}
