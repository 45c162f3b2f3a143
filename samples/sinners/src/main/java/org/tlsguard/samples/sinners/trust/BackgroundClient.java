package org.tlsguard.samples.sinners.trust;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import org.tlsguard.samples.sinners.plumbing.ClientTrustManager;
import org.tlsguard.samples.sinners.plumbing.Shell;
import org.tlsguard.samples.sinners.plumbing.Tls;

/** Has the peer verified in the background, to be told later, and goes on at once. */
public final class BackgroundClient {

    private BackgroundClient() {}

    public static void main(String[] args) {
        Shell.run(args, peer -> peer.carrier().login(peer, Tls.trusting(new Background())));
    }

    private static final class Background extends ClientTrustManager {
        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {
            Thread verification = new Thread(() -> verify(chain, authType));
            verification.setDaemon(true);
            verification.start();
        }

        private static void verify(X509Certificate[] chain, String authType) {
            try {
                Tls.defaultManager().checkServerTrusted(chain, authType);
            } catch (GeneralSecurityException e) {
                Thread.currentThread().setName("there was something wrong with " + chain[0].getSubjectX500Principal());
            }
        }
    }
}
