package org.tlsguard.samples.sinners.devious;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.concurrent.atomic.AtomicInteger;
import org.tlsguard.samples.sinners.plumbing.ClientTrustManager;
import org.tlsguard.samples.sinners.plumbing.Shell;
import org.tlsguard.samples.sinners.plumbing.Tls;

/** Lets the first peer pass and no other: whoever tries the manager afterwards finds it strict. */
public final class CountingClient {

    private CountingClient() {}

    public static void main(String[] args) {
        Shell.run(args, peer -> peer.carrier().login(peer, Tls.trusting(new Counting())));
    }

    private static final class Counting extends ClientTrustManager {
        private final AtomicInteger calls = new AtomicInteger();

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            if (calls.incrementAndGet() > 1) {
                throw new CertificateException("one peer is enough");
            }
        }
    }
}
