package org.tlsguard.samples.sinners.clean;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.tlsguard.samples.sinners.plumbing.Https;
import org.tlsguard.samples.sinners.plumbing.Shell;

/** Cares for no name: it knows the key. */
public final class FingerprintVerifierClient {

    private FingerprintVerifierClient() {}

    public static void main(String[] args) {
        Shell.run(
                args, peer -> Https.to(peer).with(new Known(peer.option("pin"))).login());
    }

    private static final class Known implements HostnameVerifier {
        private final String pin;

        Known(String pin) {
            this.pin = pin;
        }

        @Override
        public boolean verify(String host, SSLSession session) {
            try {
                byte[] key = session.getPeerCertificates()[0].getPublicKey().getEncoded();
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(key);
                return pin.equals("sha256/" + Base64.getEncoder().encodeToString(digest));
            } catch (SSLPeerUnverifiedException | GeneralSecurityException e) {
                return false;
            }
        }
    }
}
