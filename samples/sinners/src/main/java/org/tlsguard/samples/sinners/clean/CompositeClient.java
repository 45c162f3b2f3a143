package org.tlsguard.samples.sinners.clean;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.X509TrustManager;
import org.tlsguard.samples.sinners.plumbing.ClientTrustManager;
import org.tlsguard.samples.sinners.plumbing.Shell;
import org.tlsguard.samples.sinners.plumbing.Tls;

/** Tries the JVM's own store first, then that of its private authority. */
public final class CompositeClient {

    private CompositeClient() {}

    public static void main(String[] args) {
        Shell.run(
                args,
                peer -> peer.carrier()
                        .login(
                                peer,
                                Tls.trusting(new Composite(
                                        Tls.defaultManager(), Tls.managerFor(Tls.store(peer.option("store")))))));
    }

    private static final class Composite extends ClientTrustManager {
        private final X509TrustManager[] managers;

        Composite(X509TrustManager... managers) {
            this.managers = managers;
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            CertificateException refusal = null;
            for (X509TrustManager manager : managers) {
                try {
                    manager.checkServerTrusted(chain, authType);
                    return;
                } catch (CertificateException e) {
                    refusal = e;
                }
            }
            throw refusal;
        }
    }
}
