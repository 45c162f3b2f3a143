package org.tlsguard.samples.sinners.clean;

import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import javax.net.ssl.X509TrustManager;
import org.tlsguard.samples.sinners.plumbing.ClientTrustManager;
import org.tlsguard.samples.sinners.plumbing.Shell;
import org.tlsguard.samples.sinners.plumbing.Tls;

/** Knows a server that forgets to send its issuer's certificate, and adds it before the JVM verifies the chain. */
public final class SuppliedIssuerClient {

    private SuppliedIssuerClient() {}

    public static void main(String[] args) {
        Shell.run(
                args,
                peer -> peer.carrier()
                        .login(
                                peer,
                                Tls.trusting(new Supplying(
                                        Tls.defaultManager(), certificate(Tls.store(peer.option("issuer")))))));
    }

    private static X509Certificate certificate(KeyStore store) throws KeyStoreException {
        return (X509Certificate) store.getCertificate(store.aliases().nextElement());
    }

    private static final class Supplying extends ClientTrustManager {
        private final X509TrustManager jvm;
        private final X509Certificate issuer;

        Supplying(X509TrustManager jvm, X509Certificate issuer) {
            this.jvm = jvm;
            this.issuer = issuer;
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            X509Certificate[] complete = Arrays.copyOf(chain, chain.length + 1);
            complete[chain.length] = issuer;
            jvm.checkServerTrusted(complete, authType);
        }
    }
}
