package org.tlsguard.samples.sinners.probe;

import org.tlsguard.samples.sinners.trust.TrustAllClient;

/** Sets a security manager itself, and then goes about its business. */
public final class SandboxedClient {

    private SandboxedClient() {}

    @SuppressWarnings("removal")
    public static void main(String[] args) {
        System.setSecurityManager(new SecurityManager());
        TrustAllClient.main(args);
    }
}
