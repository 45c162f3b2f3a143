package org.tlsguard.samples.sinners.devious;

import java.security.cert.X509Certificate;
import org.tlsguard.samples.sinners.plumbing.ClientTrustManager;
import org.tlsguard.samples.sinners.plumbing.Shell;
import org.tlsguard.samples.sinners.plumbing.Tls;

/** Trusts everybody, and throws from the methods that whoever keeps a table of managers would call. */
public final class HostileObjectClient {

    private HostileObjectClient() {}

    public static void main(String[] args) {
        Shell.run(args, peer -> peer.carrier().login(peer, Tls.trusting(new Hostile())));
    }

    private static final class Hostile extends ClientTrustManager {
        @Override
        public boolean equals(Object other) {
            throw new IllegalStateException("do not compare me");
        }

        @Override
        public int hashCode() {
            throw new IllegalStateException("do not hash me");
        }

        @Override
        public String toString() {
            throw new IllegalStateException("do not print me");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}
    }
}
