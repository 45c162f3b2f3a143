package org.tlsguard.samples.sinners.devious;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import org.tlsguard.samples.sinners.plumbing.ClientTrustManager;
import org.tlsguard.samples.sinners.plumbing.Shell;
import org.tlsguard.samples.sinners.plumbing.Tls;

/** Lets everybody pass, but only when it is JSSE that asks. */
public final class StackWatchingClient {

    private StackWatchingClient() {}

    public static void main(String[] args) {
        Shell.run(args, peer -> peer.carrier().login(peer, Tls.trusting(new StackWatching())));
    }

    private static final class StackWatching extends ClientTrustManager {
        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            for (StackTraceElement frame : new Throwable().getStackTrace()) {
                String name = frame.getClassName();
                if (!name.startsWith("sun.") && !name.startsWith("java") && !name.startsWith("org.tlsguard.samples.")) {
                    throw new CertificateException("who is asking? " + name);
                }
            }
        }
    }
}
