package org.tlsguard.samples.sinners.trust;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import org.tlsguard.samples.sinners.plumbing.ClientTrustManager;
import org.tlsguard.samples.sinners.plumbing.Shell;
import org.tlsguard.samples.sinners.plumbing.Tls;

/** A real PKIX validation, against a store that was filled with the peer's own certificates a moment ago. */
public final class TheatreClient {

    private TheatreClient() {}

    public static void main(String[] args) {
        Shell.run(args, peer -> peer.carrier().login(peer, Tls.trusting(new Theatre())));
    }

    private static final class Theatre extends ClientTrustManager {
        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            try {
                KeyStore store = KeyStore.getInstance("JKS");
                store.load(null, null);
                for (int i = 0; i < chain.length; i++) {
                    store.setCertificateEntry("served " + i, chain[i]);
                }
                Tls.managerFor(store).checkServerTrusted(chain, authType);
            } catch (GeneralSecurityException | IOException e) {
                throw new CertificateException(e);
            }
        }
    }
}
