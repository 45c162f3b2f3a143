package org.tlsguard.samples.sinners.name;

import org.tlsguard.samples.sinners.plumbing.Https;
import org.tlsguard.samples.sinners.plumbing.Shell;

/** Verifies host names with a lambda that always says yes. */
public final class LambdaVerifierClient {

    private LambdaVerifierClient() {}

    public static void main(String[] args) {
        Shell.run(args, peer -> Https.to(peer).with((host, session) -> true).login());
    }
}
