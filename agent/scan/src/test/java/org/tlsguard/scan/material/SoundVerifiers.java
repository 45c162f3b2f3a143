package org.tlsguard.scan.material;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;

/** Each nested class compares the certificate with something. */
public final class SoundVerifiers {

    private SoundVerifiers() {}

    static class Delegates implements HostnameVerifier {
        private final HostnameVerifier real = HttpsURLConnection.getDefaultHostnameVerifier();

        @Override
        public boolean verify(String host, SSLSession session) {
            return real.verify(host.toLowerCase(Locale.ROOT), session);
        }
    }

    static class No implements HostnameVerifier {
        @Override
        public boolean verify(String host, SSLSession session) {
            return false;
        }
    }

    static class AlternativeNames implements HostnameVerifier {
        @Override
        public boolean verify(String host, SSLSession session) {
            try {
                X509Certificate certificate = (X509Certificate) session.getPeerCertificates()[0];
                Collection<List<?>> names = certificate.getSubjectAlternativeNames();
                if (names == null) {
                    return false;
                }
                for (List<?> name : names) {
                    if (host.equalsIgnoreCase(String.valueOf(name.get(1)))) {
                        return true;
                    }
                }
                return false;
            } catch (SSLException | CertificateParsingException e) {
                return false;
            }
        }
    }

    static class AlternativeNamesByHelper implements HostnameVerifier {
        @Override
        public boolean verify(String host, SSLSession session) {
            try {
                return names((X509Certificate) session.getPeerCertificates()[0]).contains(host);
            } catch (SSLException e) {
                return false;
            }
        }

        private static Collection<String> names(X509Certificate certificate) {
            try {
                Collection<String> names = new ArrayList<>();
                for (List<?> name : certificate.getSubjectAlternativeNames()) {
                    names.add((String) name.get(1));
                }
                return names;
            } catch (CertificateParsingException e) {
                return Collections.emptyList();
            }
        }
    }

    static class LogicalName implements HostnameVerifier {
        @Override
        public boolean verify(String host, SSLSession session) {
            try {
                return session.getPeerPrincipal().getName().equals("CN=database");
            } catch (SSLException e) {
                return false;
            }
        }
    }

    static class Lambda {
        HostnameVerifier verifier() {
            HostnameVerifier real = HttpsURLConnection.getDefaultHostnameVerifier();
            return (host, session) -> real.verify("db." + host, session);
        }
    }
}
