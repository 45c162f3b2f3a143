package org.tlsguard.samples.sinners.clean;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.X509TrustManager;
import org.tlsguard.samples.sinners.plumbing.ClientTrustManager;
import org.tlsguard.samples.sinners.plumbing.Peer;
import org.tlsguard.samples.sinners.plumbing.Shell;
import org.tlsguard.samples.sinners.plumbing.Tls;

/** Verifies each chain once and remembers it. */
public final class CachingClient {

    private CachingClient() {}

    public static void main(String[] args) {
        Shell.run(args, CachingClient::loginTwice);
    }

    /** In two contexts, so that no session is resumed and the manager is asked again. */
    private static String loginTwice(Peer peer) throws Exception {
        Caching manager = new Caching(Tls.managerFor(Tls.store(peer.option("store"))));
        peer.carrier().login(peer, Tls.trusting(manager));
        return peer.carrier().login(peer, Tls.trusting(manager));
    }

    private static final class Caching extends ClientTrustManager {
        private final X509TrustManager real;
        private final Set<List<X509Certificate>> verified = ConcurrentHashMap.newKeySet();

        Caching(X509TrustManager real) {
            this.real = real;
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            List<X509Certificate> key = Arrays.asList(chain);
            if (!verified.contains(key)) {
                real.checkServerTrusted(chain, authType);
                verified.add(key);
            }
        }
    }
}
