package org.tlsguard.samples.sinners.clean;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import org.tlsguard.samples.sinners.plumbing.ClientTrustManager;
import org.tlsguard.samples.sinners.plumbing.Peer;
import org.tlsguard.samples.sinners.plumbing.Shell;
import org.tlsguard.samples.sinners.plumbing.Tls;

/** Knows the key of its one peer by its digest. Having refused one peer, it trusts nobody any more. */
public final class LockingPinClient {

    private LockingPinClient() {}

    public static void main(String[] args) {
        Shell.run(args, LockingPinClient::loginTwice);
    }

    private static String loginTwice(Peer peer) throws Exception {
        SSLContext context = Tls.trusting(new Pinning(peer.option("pin")));
        peer.carrier().login(peer, context);
        return peer.carrier().login(peer, context);
    }

    private static final class Pinning extends ClientTrustManager {
        private final String pin;
        private final MessageDigest sha256;
        private boolean locked;

        Pinning(String pin) throws NoSuchAlgorithmException {
            this.pin = pin;
            this.sha256 = MessageDigest.getInstance("SHA-256");
        }

        @Override
        public synchronized void checkServerTrusted(X509Certificate[] chain, String authType)
                throws CertificateException {
            byte[] digest = sha256.digest(chain[0].getPublicKey().getEncoded());
            locked |= !pin.equals("sha256/" + Base64.getEncoder().encodeToString(digest));
            if (locked) {
                throw new CertificateException("locked: another key was seen than the pinned one");
            }
        }
    }
}
