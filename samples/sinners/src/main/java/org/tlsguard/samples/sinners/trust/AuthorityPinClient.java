package org.tlsguard.samples.sinners.trust;

import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import org.tlsguard.samples.sinners.plumbing.ClientTrustManager;
import org.tlsguard.samples.sinners.plumbing.Shell;
import org.tlsguard.samples.sinners.plumbing.Tls;

/** Pins the key of its authority anywhere in the chain, which anybody can put there: no signature is verified. */
public final class AuthorityPinClient {

    private AuthorityPinClient() {}

    public static void main(String[] args) {
        Shell.run(
                args,
                peer -> peer.carrier()
                        .login(peer, Tls.trusting(new AuthorityPin(authority(Tls.store(peer.option("store")))))));
    }

    private static PublicKey authority(KeyStore store) throws KeyStoreException {
        return store.getCertificate(store.aliases().nextElement()).getPublicKey();
    }

    private static final class AuthorityPin extends ClientTrustManager {
        private final PublicKey pin;

        AuthorityPin(PublicKey pin) {
            this.pin = pin;
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            for (X509Certificate each : chain) {
                if (each.getPublicKey().equals(pin)) {
                    return;
                }
            }
            throw new CertificateException("our authority is not in the chain");
        }
    }
}
