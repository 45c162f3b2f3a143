package org.tlsguard.samples.sinners.plumbing;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** The JSSE phrases that every application repeats. */
public final class Tls {

    private static final char[] PASSWORD = "changeit".toCharArray();

    private Tls() {}

    public static SSLContext trusting(TrustManager... managers) throws GeneralSecurityException {
        return context(null, managers);
    }

    /** Either may be null: the JVM's default. */
    public static SSLContext context(KeyManager[] keys, TrustManager[] trust) throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys, trust, null);
        return context;
    }

    /** The JVM's own trust manager. */
    public static X509TrustManager defaultManager() throws GeneralSecurityException {
        return managerFor(null);
    }

    /** The JVM's way of verifying against the anchors of this store. */
    public static X509TrustManager managerFor(KeyStore anchors) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(anchors);
        return (X509TrustManager) factory.getTrustManagers()[0];
    }

    public static KeyManager[] keys(String file) throws GeneralSecurityException, IOException {
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store(file), PASSWORD);
        return factory.getKeyManagers();
    }

    public static KeyStore store(String file) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("JKS");
        try (InputStream in = new FileInputStream(file)) {
            store.load(in, PASSWORD);
        }
        return store;
    }

    /** A connected socket that has not shaken hands. Nobody will check the name: that is up to the caller. */
    public static SSLSocket socket(Peer peer, SSLContext context) throws IOException {
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(peer.host, peer.port);
        socket.setSoTimeout(peer.timeoutMillis());
        return socket;
    }

    /** Has JSSE check the name, as it does of its own accord for HTTPS only. */
    public static SSLParameters identifying(SSLParameters parameters) {
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        return parameters;
    }

    public static String login(SSLSocket socket) throws IOException {
        return Login.over(socket.getInputStream(), socket.getOutputStream());
    }
}
