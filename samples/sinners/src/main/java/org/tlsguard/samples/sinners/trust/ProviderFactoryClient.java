package org.tlsguard.samples.sinners.trust;

import java.security.KeyStore;
import java.security.Provider;
import java.security.Security;
import java.security.cert.X509Certificate;
import javax.net.ssl.ManagerFactoryParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.TrustManagerFactorySpi;
import org.tlsguard.samples.sinners.plumbing.ClientTrustManager;
import org.tlsguard.samples.sinners.plumbing.Peer;
import org.tlsguard.samples.sinners.plumbing.Shell;
import org.tlsguard.samples.sinners.plumbing.Tls;

/** Gets its manager from a factory, as it should; but the factory is that of a provider of its own. */
public final class ProviderFactoryClient {

    private ProviderFactoryClient() {}

    public static void main(String[] args) {
        Shell.run(args, peer -> login(peer));
    }

    private static String login(Peer peer) throws Exception {
        Security.addProvider(new Generous());
        TrustManagerFactory factory = TrustManagerFactory.getInstance("Everybody");
        factory.init((KeyStore) null);
        return peer.carrier().login(peer, Tls.trusting(factory.getTrustManagers()));
    }

    private static final class Generous extends Provider {
        private static final long serialVersionUID = 1;

        // the constructor that every Java from 8 on has
        @SuppressWarnings("deprecation")
        Generous() {
            super("Generous", 1.0, "trusts everybody");
            put("TrustManagerFactory.Everybody", Factory.class.getName());
        }
    }

    /** Made by the provider framework. */
    public static final class Factory extends TrustManagerFactorySpi {
        @Override
        protected void engineInit(KeyStore anchors) {}

        @Override
        protected void engineInit(ManagerFactoryParameters parameters) {}

        @Override
        protected TrustManager[] engineGetTrustManagers() {
            return new TrustManager[] {new TrustAll()};
        }
    }

    private static final class TrustAll extends ClientTrustManager {
        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}
    }
}
