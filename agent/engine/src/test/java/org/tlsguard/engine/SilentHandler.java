package org.tlsguard.engine;

import java.io.IOException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.TlsGuardDecision;
import javax.net.ssl.TlsGuardHandler;
import javax.net.ssl.TlsGuardNameDecision;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;

/** An engine that decides nothing; tests override what they are about. */
class SilentHandler extends TlsGuardHandler {

    @Override
    public TlsGuardDecision trust(
            X509ExtendedTrustManager manager, X509Certificate[] chain, String type, boolean server, Object transport) {
        return null;
    }

    @Override
    public TlsGuardDecision trustElsewhere(
            X509TrustManager manager,
            X509Certificate[] chain,
            String type,
            boolean server,
            boolean extended,
            Object transport,
            String caller) {
        return null;
    }

    @Override
    public TlsGuardDecision authenticate(Object authentication, Object certificate, Object[] around) {
        return null;
    }

    @Override
    public void agreed(Object contextOrProtocol) throws SSLException {}

    @Override
    public void connected(Object transport) throws SSLException {}

    @Override
    public void parsed(Certificate certificate, byte[] encoded) {}

    @Override
    public void plainManagerAnswered(X509TrustManager manager, boolean accepted) {}

    @Override
    public void validated(X509Certificate[] validated, Object validator, X509Certificate[] served) {}

    @Override
    public void pathValidated(Object result, Object path, Object parameters) {}

    @Override
    public void nameMatched(String name, X509Certificate certificate) {}

    @Override
    public TlsGuardNameDecision name(HostnameVerifier verifier, String name, SSLSession session, boolean mayThrow) {
        return null;
    }

    @Override
    public void verifying(HostnameVerifier verifier, String name, Object asked) {}

    @Override
    public boolean isMuted() {
        return false;
    }

    @Override
    public void verifierInCharge(HostnameVerifier verifier) {}

    @Override
    public void peerRead(Object session) {}

    @Override
    public List<?> activeProtocols(List<?> versions, Object connection) throws SSLException {
        return versions;
    }

    @Override
    public List<?> activeCipherSuites(List<?> suites, Object connection) throws SSLException {
        return suites;
    }

    @Override
    public void handshakeFinished(Object connection) throws SSLException {}

    @Override
    public String diagnostic(Object connection, Object alert, Throwable cause, String diagnostic) {
        return diagnostic;
    }

    @Override
    public void applicationData(Object streamOrEngine) throws IOException {}

    @Override
    public void layered(Object socket, int port) {}

    @Override
    public void settingUp(String what, Object target, Object value) {}
}
