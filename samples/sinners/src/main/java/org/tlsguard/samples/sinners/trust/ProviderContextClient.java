package org.tlsguard.samples.sinners.trust;

import java.security.GeneralSecurityException;
import java.security.KeyManagementException;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Security;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import org.tlsguard.samples.sinners.plumbing.ClientTrustManager;
import org.tlsguard.samples.sinners.plumbing.Peer;
import org.tlsguard.samples.sinners.plumbing.Shell;
import org.tlsguard.samples.sinners.plumbing.Tls;

/** Puts a provider first whose contexts are the JDK's own, but for the managers that they are given. */
public final class ProviderContextClient {

    private ProviderContextClient() {}

    public static void main(String[] args) {
        Shell.run(args, peer -> login(peer));
    }

    private static String login(Peer peer) throws Exception {
        Security.insertProviderAt(new Generous(), 1);
        return peer.carrier().login(peer, Tls.trusting(Tls.defaultManager()));
    }

    private static final class Generous extends Provider {
        private static final long serialVersionUID = 1;

        // the constructor that every Java from 8 on has
        @SuppressWarnings("deprecation")
        Generous() {
            super("Generous", 1.0, "trusts everybody");
            put("SSLContext.TLS", Context.class.getName());
        }
    }

    /** Made by the provider framework. */
    public static final class Context extends SSLContextSpi {
        private final SSLContext jdk;

        public Context() throws GeneralSecurityException {
            jdk = SSLContext.getInstance("TLS", "SunJSSE");
        }

        @Override
        protected void engineInit(KeyManager[] keys, TrustManager[] trust, SecureRandom random)
                throws KeyManagementException {
            jdk.init(keys, new TrustManager[] {new TrustAll()}, random);
        }

        @Override
        protected SSLSocketFactory engineGetSocketFactory() {
            return jdk.getSocketFactory();
        }

        @Override
        protected SSLServerSocketFactory engineGetServerSocketFactory() {
            return jdk.getServerSocketFactory();
        }

        @Override
        protected SSLEngine engineCreateSSLEngine() {
            return jdk.createSSLEngine();
        }

        @Override
        protected SSLEngine engineCreateSSLEngine(String host, int port) {
            return jdk.createSSLEngine(host, port);
        }

        @Override
        protected SSLSessionContext engineGetServerSessionContext() {
            return jdk.getServerSessionContext();
        }

        @Override
        protected SSLSessionContext engineGetClientSessionContext() {
            return jdk.getClientSessionContext();
        }
    }

    private static final class TrustAll extends ClientTrustManager {
        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}
    }
}
