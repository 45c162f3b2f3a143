package org.tlsguard.engine.judge;

import java.security.Principal;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSessionContext;

/**
 * A view of a session with another chain of the peer: a control when it is the same chain parsed anew, a canary when it is
 * forged. It stores nothing into the real session.
 */
final class CanarySession extends ExtendedSSLSession {

    private final SSLSession real;
    private final X509Certificate[] chain;

    CanarySession(SSLSession real, X509Certificate[] chain) {
        this.real = real;
        this.chain = chain;
    }

    @Override
    public Certificate[] getPeerCertificates() {
        return chain.clone();
    }

    /** The oldest form of the chain; removed from JSSE's own sessions in newer JDKs, where nobody can call it. */
    @Override
    @SuppressWarnings("deprecation")
    public javax.security.cert.X509Certificate[] getPeerCertificateChain() {
        javax.security.cert.X509Certificate[] old = new javax.security.cert.X509Certificate[chain.length];
        try {
            for (int i = 0; i < old.length; i++) {
                old[i] = javax.security.cert.X509Certificate.getInstance(chain[i].getEncoded());
            }
        } catch (Exception impossible) {
            // By its general type: a handler for javax.security.cert's would not link where that package is gone.
            throw new IllegalStateException(impossible);
        }
        return old;
    }

    @Override
    public Principal getPeerPrincipal() {
        return chain[0].getSubjectX500Principal();
    }

    @Override
    public String[] getLocalSupportedSignatureAlgorithms() {
        return real instanceof ExtendedSSLSession
                ? ((ExtendedSSLSession) real).getLocalSupportedSignatureAlgorithms()
                : new String[0];
    }

    @Override
    public String[] getPeerSupportedSignatureAlgorithms() {
        return real instanceof ExtendedSSLSession
                ? ((ExtendedSSLSession) real).getPeerSupportedSignatureAlgorithms()
                : new String[0];
    }

    @Override
    public List<SNIServerName> getRequestedServerNames() {
        if (real instanceof ExtendedSSLSession) {
            return ((ExtendedSSLSession) real).getRequestedServerNames();
        }
        throw new UnsupportedOperationException();
    }

    @Override
    public byte[] getId() {
        return real.getId();
    }

    @Override
    public SSLSessionContext getSessionContext() {
        return real.getSessionContext();
    }

    @Override
    public long getCreationTime() {
        return real.getCreationTime();
    }

    @Override
    public long getLastAccessedTime() {
        return real.getLastAccessedTime();
    }

    @Override
    public void invalidate() {
        // The real session stays valid whatever a verifier does to a view of it.
    }

    @Override
    public boolean isValid() {
        return real.isValid();
    }

    @Override
    public void putValue(String name, Object value) {
        // As above.
    }

    @Override
    public Object getValue(String name) {
        return real.getValue(name);
    }

    @Override
    public void removeValue(String name) {
        // As above.
    }

    @Override
    public String[] getValueNames() {
        return real.getValueNames();
    }

    @Override
    public Certificate[] getLocalCertificates() {
        return real.getLocalCertificates();
    }

    @Override
    public Principal getLocalPrincipal() {
        return real.getLocalPrincipal();
    }

    @Override
    public String getCipherSuite() {
        return real.getCipherSuite();
    }

    @Override
    public String getProtocol() {
        return real.getProtocol();
    }

    @Override
    public String getPeerHost() {
        return real.getPeerHost();
    }

    @Override
    public int getPeerPort() {
        return real.getPeerPort();
    }

    @Override
    public int getPacketBufferSize() {
        return real.getPacketBufferSize();
    }

    @Override
    public int getApplicationBufferSize() {
        return real.getApplicationBufferSize();
    }
}
