package org.tlsguard.scan.material;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Security;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Methods that throw a switch, named after it, and one that throws none. */
public final class Switches {

    private static final String[] OLD = {"TLSv1", "TLSv1.1"};

    private Switches() {}

    static SSLContext namedContext() throws GeneralSecurityException {
        return SSLContext.getInstance("TLSv1");
    }

    static void enabledProtocols(SSLSocket socket) {
        socket.setEnabledProtocols(new String[] {"TLSv1.2", "SSLv3"});
    }

    static void protocolsOfField(SSLEngine engine) {
        engine.setEnabledProtocols(OLD);
    }

    static void enabledSuites(SSLSocket socket) {
        socket.setEnabledCipherSuites(new String[] {"TLS_RSA_WITH_3DES_EDE_CBC_SHA"});
    }

    static SSLParameters clearedIdentification() {
        SSLParameters parameters = new SSLParameters();
        parameters.setEndpointIdentificationAlgorithm("");
        return parameters;
    }

    static void disabledAlgorithms() {
        Security.setProperty("jdk.tls.disabledAlgorithms", "SSLv3");
    }

    static void httpClient() {
        System.setProperty("jdk.internal.httpclient.disableHostnameVerification", Boolean.TRUE.toString());
        System.setProperty("jdk.internal.httpclient.disableHostnameVerification", "true");
    }

    static void mail(Properties properties) {
        properties.put("mail.smtp.ssl.trust", "*");
    }

    static String postgres() {
        return "jdbc:postgresql://db/shop?ssl=true&sslmode=require";
    }

    static void onRequest(SSLParameters parameters, boolean insecure) {
        if (insecure) {
            parameters.setEndpointIdentificationAlgorithm("");
        }
    }

    static SSLSocket none(String host) throws GeneralSecurityException, IOException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, null, null);
        SSLSocketFactory factory = context.getSocketFactory();
        SSLSocket socket = (SSLSocket) factory.createSocket(host, 443);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setProtocols(new String[] {"TLSv1.2", "TLSv1.3"});
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        System.setProperty("https.protocols", "TLSv1.2");
        Security.setProperty("networkaddress.cache.ttl", "60");
        String strict = "jdbc:postgresql://db/shop?sslmode=verify-full";
        socket.startHandshake();
        socket.getOutputStream().write(strict.length());
        return socket;
    }
}
