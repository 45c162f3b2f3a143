package org.tlsguard.scan.material;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;

/** Leaves the decision to those below it. */
abstract class Template extends Manager {

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        if (!accepts(chain)) {
            throw new CertificateException("not accepted");
        }
    }

    abstract boolean accepts(X509Certificate[] chain);
}
