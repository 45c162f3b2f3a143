package org.tlsguard.samples.sinners.trust;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import org.tlsguard.samples.sinners.plumbing.ClientTrustManager;
import org.tlsguard.samples.sinners.plumbing.Shell;
import org.tlsguard.samples.sinners.plumbing.Tls;

/** Takes whomever it meets first into the store it keeps, and verifies everybody against that. */
public final class FirstUseClient {

    private FirstUseClient() {}

    public static void main(String[] args) {
        Shell.run(args, peer -> peer.carrier().login(peer, Tls.trusting(new FirstUse())));
    }

    private static final class FirstUse extends ClientTrustManager {

        private final KeyStore known;

        FirstUse() throws GeneralSecurityException, IOException {
            known = KeyStore.getInstance("JKS");
            known.load(null, null);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            try {
                if (known.size() == 0) {
                    known.setCertificateEntry("the peer", chain[0]);
                }
                Tls.managerFor(known).checkServerTrusted(chain, authType);
            } catch (GeneralSecurityException e) {
                throw new CertificateException(e);
            }
        }
    }
}
