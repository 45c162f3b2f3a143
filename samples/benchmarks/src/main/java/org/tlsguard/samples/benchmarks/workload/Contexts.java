package org.tlsguard.samples.benchmarks.workload;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.tlsguard.samples.sinners.plumbing.Tls;
import org.tlsguard.samples.sinners.trust.ExtendedTrustAllClient;

/** The two ends of a {@link Duet}. */
final class Contexts {

    private Contexts() {}

    /** A client that verifies by the JVM's trust store, or, as {@code trust-all}, does not verify. */
    static SSLContext client(String kind) throws Exception {
        // An extended manager, so that JSSE adds no check of its own and the guard has all of the work.
        return kind.equals("trust-all") ? Tls.trusting(new ExtendedTrustAllClient.TrustAll()) : Tls.context(null, null);
    }

    static SSLContext server(String keyStore) throws Exception {
        return Tls.context(Tls.keys(keyStore), new TrustManager[0]);
    }
}
