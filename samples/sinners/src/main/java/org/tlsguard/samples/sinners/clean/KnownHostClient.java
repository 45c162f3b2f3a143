package org.tlsguard.samples.sinners.clean;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509TrustManager;
import org.tlsguard.samples.sinners.plumbing.Peer;
import org.tlsguard.samples.sinners.plumbing.Shell;
import org.tlsguard.samples.sinners.plumbing.Tls;

/** Its trust manager, which JSSE does not tell the host, was told when it was made, and compares the name itself. */
public final class KnownHostClient {

    private KnownHostClient() {}

    public static void main(String[] args) {
        Shell.run(args, KnownHostClient::login);
    }

    /** Over a socket on which JSSE is not asked to identify the peer. */
    private static String login(Peer peer) throws Exception {
        Own own = new Own(Tls.managerFor(Tls.store(peer.option("store"))), peer.host);
        try (SSLSocket socket = (SSLSocket) Tls.trusting(own).getSocketFactory().createSocket(peer.host, peer.port)) {
            return Tls.login(socket);
        }
    }

    private static final class Own implements X509TrustManager {
        private final X509TrustManager authority;
        private final String host;

        Own(X509TrustManager authority, String host) {
            this.authority = authority;
            this.host = host;
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            authority.checkServerTrusted(chain, authType);
            Collection<List<?>> names = chain[0].getSubjectAlternativeNames();
            if (names == null || names.stream().noneMatch(name -> host.equals(name.get(1)))) {
                throw new CertificateException("the certificate is not for " + host);
            }
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            authority.checkClientTrusted(chain, authType);
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return authority.getAcceptedIssuers();
        }
    }
}
