package org.tlsguard.samples.sinners.clean;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import org.tlsguard.samples.sinners.plumbing.ClientTrustManager;
import org.tlsguard.samples.sinners.plumbing.Shell;
import org.tlsguard.samples.sinners.plumbing.Tls;

/** Reads its trust store anew for every peer, so that a new authority needs no restart. */
public final class ReloadingClient {

    private ReloadingClient() {}

    public static void main(String[] args) {
        Shell.run(args, peer -> peer.carrier().login(peer, Tls.trusting(new Reloading(peer.option("store")))));
    }

    private static final class Reloading extends ClientTrustManager {
        private final String file;

        Reloading(String file) {
            this.file = file;
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            try {
                Tls.managerFor(Tls.store(file)).checkServerTrusted(chain, authType);
            } catch (IOException | GeneralSecurityException e) {
                throw new CertificateException(e);
            }
        }
    }
}
