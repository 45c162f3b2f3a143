package org.tlsguard.samples.sinners.clean;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;
import org.tlsguard.samples.sinners.plumbing.Shell;
import org.tlsguard.samples.sinners.plumbing.Tls;

/** Has the chain verified against its own authority, and compares the name itself with the host that was dialled. */
public final class OwnExtendedClient {

    private OwnExtendedClient() {}

    public static void main(String[] args) {
        Shell.run(
                args,
                peer -> peer.carrier()
                        .login(peer, Tls.trusting(new Own(Tls.managerFor(Tls.store(peer.option("store")))))));
    }

    private static final class Own extends X509ExtendedTrustManager {
        private final X509TrustManager authority;

        Own(X509TrustManager authority) {
            this.authority = authority;
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
                throws CertificateException {
            authority.checkServerTrusted(chain, authType);
            compare(((SSLSocket) socket).getHandshakeSession().getPeerHost(), chain[0]);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
                throws CertificateException {
            authority.checkServerTrusted(chain, authType);
            compare(engine.getPeerHost(), chain[0]);
        }

        private static void compare(String host, X509Certificate certificate) throws CertificateException {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            if (names == null || names.stream().noneMatch(name -> host.equals(name.get(1)))) {
                throw new CertificateException("the certificate is not for " + host);
            }
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            throw new CertificateException("whose certificate should it be?");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
                throws CertificateException {
            authority.checkClientTrusted(chain, authType);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
                throws CertificateException {
            authority.checkClientTrusted(chain, authType);
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
