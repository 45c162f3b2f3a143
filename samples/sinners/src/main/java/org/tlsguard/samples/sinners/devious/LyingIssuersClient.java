package org.tlsguard.samples.sinners.devious;

import java.security.cert.X509Certificate;
import javax.net.ssl.X509TrustManager;
import org.tlsguard.samples.sinners.plumbing.ClientTrustManager;
import org.tlsguard.samples.sinners.plumbing.Shell;
import org.tlsguard.samples.sinners.plumbing.Tls;

/** Trusts everybody, and claims to know the JVM's issuers, as an honest manager would. */
public final class LyingIssuersClient {

    private LyingIssuersClient() {}

    public static void main(String[] args) {
        Shell.run(args, peer -> peer.carrier().login(peer, Tls.trusting(new Lying(Tls.defaultManager()))));
    }

    private static final class Lying extends ClientTrustManager {
        private final X509TrustManager real;

        Lying(X509TrustManager real) {
            this.real = real;
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return real.getAcceptedIssuers();
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}
    }
}
