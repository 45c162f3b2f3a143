package org.tlsguard.samples.sinners.name;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.tlsguard.samples.sinners.plumbing.Https;
import org.tlsguard.samples.sinners.plumbing.Shell;

/**
 * Verifies something, but not whose certificate it is: that the host is one it knows ({@code looking-at=host}), that the
 * session says so itself ({@code session}), that there is a certificate ({@code presence}), that it has not expired
 * ({@code dates}).
 */
public final class CarelessVerifierClient {

    private CarelessVerifierClient() {}

    public static void main(String[] args) {
        Shell.run(
                args,
                peer -> Https.to(peer)
                        .with(new Careless(peer.option("looking-at")))
                        .login());
    }

    private static final class Careless implements HostnameVerifier {
        private final String criterion;

        Careless(String criterion) {
            this.criterion = criterion;
        }

        @Override
        public boolean verify(String host, SSLSession session) {
            try {
                switch (criterion) {
                    case "host":
                        return host.equals("localhost");
                    case "session":
                        return session.isValid() && host.equalsIgnoreCase(session.getPeerHost());
                    case "presence":
                        return session.getPeerCertificates().length > 0;
                    default:
                        return isCurrent(session);
                }
            } catch (GeneralSecurityException | SSLPeerUnverifiedException e) {
                return false;
            }
        }

        private static boolean isCurrent(SSLSession session)
                throws GeneralSecurityException, SSLPeerUnverifiedException {
            ((X509Certificate) session.getPeerCertificates()[0]).checkValidity();
            return true;
        }
    }
}
