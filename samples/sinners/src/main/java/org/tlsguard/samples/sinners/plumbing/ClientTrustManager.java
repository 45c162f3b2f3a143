package org.tlsguard.samples.sinners.plumbing;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.X509TrustManager;

/** A trust manager of a program that is never a server: only {@link #checkServerTrusted} is left to write. */
public abstract class ClientTrustManager implements X509TrustManager {

    @Override
    public final void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("this program has no clients");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
