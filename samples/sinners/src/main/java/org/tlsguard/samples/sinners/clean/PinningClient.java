package org.tlsguard.samples.sinners.clean;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import org.tlsguard.samples.sinners.plumbing.ClientTrustManager;
import org.tlsguard.samples.sinners.plumbing.Shell;
import org.tlsguard.samples.sinners.plumbing.Tls;

/** Knows the key of its one peer by its digest, and verifies nothing else but the dates. */
public final class PinningClient {

    private PinningClient() {}

    public static void main(String[] args) {
        Shell.run(args, peer -> peer.carrier().login(peer, Tls.trusting(new Pinning(peer.option("pin")))));
    }

    private static final class Pinning extends ClientTrustManager {
        private final String pin;

        Pinning(String pin) {
            this.pin = pin;
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            chain[0].checkValidity();
            try {
                MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
                byte[] digest = sha256.digest(chain[0].getPublicKey().getEncoded());
                if (!pin.equals("sha256/" + Base64.getEncoder().encodeToString(digest))) {
                    throw new CertificateException("another key than the pinned one");
                }
            } catch (NoSuchAlgorithmException e) {
                throw new CertificateException(e);
            }
        }
    }
}
