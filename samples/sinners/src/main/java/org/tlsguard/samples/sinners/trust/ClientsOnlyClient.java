package org.tlsguard.samples.sinners.trust;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.X509TrustManager;
import org.tlsguard.samples.sinners.plumbing.Shell;
import org.tlsguard.samples.sinners.plumbing.Tls;

/** Delegates the check of clients, of which it has none, and forgets the check of servers. */
public final class ClientsOnlyClient {

    private ClientsOnlyClient() {}

    public static void main(String[] args) {
        Shell.run(args, peer -> peer.carrier().login(peer, Tls.trusting(new ClientsOnly(Tls.defaultManager()))));
    }

    private static final class ClientsOnly implements X509TrustManager {
        private final X509TrustManager real;

        ClientsOnly(X509TrustManager real) {
            this.real = real;
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            real.checkClientTrusted(chain, authType);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return real.getAcceptedIssuers();
        }
    }
}
