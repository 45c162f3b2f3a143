package org.tlsguard.samples.sinners.clean;

import java.security.cert.X509Certificate;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.tlsguard.samples.sinners.plumbing.Https;
import org.tlsguard.samples.sinners.plumbing.Shell;

/** Dials an address, and expects the certificate to name the service that is meant to be there. */
public final class LogicalNameClient {

    private LogicalNameClient() {}

    public static void main(String[] args) {
        Shell.run(
                args,
                peer -> Https.to(peer)
                        .with(new LogicalName(peer.option("name")))
                        .login());
    }

    private static final class LogicalName implements HostnameVerifier {
        private final String expected;

        LogicalName(String name) {
            expected = "CN=" + name;
        }

        @Override
        public boolean verify(String host, SSLSession session) {
            try {
                X509Certificate certificate = (X509Certificate) session.getPeerCertificates()[0];
                return expected.equals(certificate.getSubjectX500Principal().getName());
            } catch (SSLPeerUnverifiedException e) {
                return false;
            }
        }
    }
}
