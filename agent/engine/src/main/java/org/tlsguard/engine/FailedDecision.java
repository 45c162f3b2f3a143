package org.tlsguard.engine;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.TlsGuardDecision;
import javax.net.ssl.X509TrustManager;

/** What is left of a trust decision that the guard could not begin: the manager's own answer, and then the refusal. */
final class FailedDecision extends TlsGuardDecision {

    private final X509TrustManager manager;
    private final X509Certificate[] chain;
    private final CertificateException veto;
    private Throwable refusal;

    FailedDecision(X509TrustManager manager, X509Certificate[] chain, CertificateException veto) {
        this.manager = manager;
        this.chain = chain;
        this.veto = veto;
    }

    @Override
    public X509TrustManager manager() {
        return manager;
    }

    @Override
    public X509Certificate[] chain() {
        return chain;
    }

    @Override
    public void answered(Throwable thrown) {
        refusal = thrown;
    }

    @Override
    public boolean again() {
        return false;
    }

    @Override
    public void close() {
        // Nothing was observed.
    }

    @Override
    public Throwable conclusion() {
        return refusal != null ? refusal : veto;
    }
}
