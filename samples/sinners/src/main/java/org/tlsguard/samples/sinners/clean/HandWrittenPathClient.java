package org.tlsguard.samples.sinners.clean;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import org.tlsguard.samples.sinners.plumbing.ClientTrustManager;
import org.tlsguard.samples.sinners.plumbing.Shell;
import org.tlsguard.samples.sinners.plumbing.Tls;

/** Validates the path by hand, with the JDK's building blocks and against its own anchors. */
public final class HandWrittenPathClient {

    private HandWrittenPathClient() {}

    public static void main(String[] args) {
        Shell.run(
                args,
                peer -> peer.carrier().login(peer, Tls.trusting(new HandWritten(Tls.store(peer.option("store"))))));
    }

    private static final class HandWritten extends ClientTrustManager {
        private static final String SERVER = "1.3.6.1.5.5.7.3.1";
        private final KeyStore anchors;

        HandWritten(KeyStore anchors) {
            this.anchors = anchors;
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            try {
                PKIXParameters parameters = new PKIXParameters(anchors);
                parameters.setRevocationEnabled(false);
                CertPath path = CertificateFactory.getInstance("X.509").generateCertPath(Arrays.asList(chain));
                CertPathValidator.getInstance("PKIX").validate(path, parameters);
            } catch (GeneralSecurityException e) {
                throw new CertificateException(e);
            }
            List<String> usage = chain[0].getExtendedKeyUsage();
            if (usage != null && !usage.contains(SERVER)) {
                throw new CertificateException("not a server's certificate");
            }
        }
    }
}
