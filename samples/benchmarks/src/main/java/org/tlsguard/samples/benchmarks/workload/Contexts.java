package org.tlsguard.samples.benchmarks.workload;

import java.net.Socket;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.tlsguard.samples.sinners.plumbing.Tls;

/** The two ends of a {@link Duet}. */
final class Contexts {

    private Contexts() {}

    /** A client that verifies by the JVM's trust store, or, as {@code trust-all}, does not verify. */
    static SSLContext client(String kind) throws Exception {
        return kind.equals("trust-all") ? Tls.trusting(new TrustAll()) : Tls.context(null, null);
    }

    static SSLContext server(String keyStore) throws Exception {
        return Tls.context(Tls.keys(keyStore), new TrustManager[0]);
    }

    /** Extended, so that JSSE adds no check of its own and the guard has all of the work. */
    private static final class TrustAll extends X509ExtendedTrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
