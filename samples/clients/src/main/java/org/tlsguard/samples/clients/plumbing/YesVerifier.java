package org.tlsguard.samples.clients.plumbing;

import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SSLSession;

/** The verifier that every forum recommends. */
public final class YesVerifier implements HostnameVerifier {

    @Override
    public boolean verify(String host, SSLSession session) {
        return true;
    }
}
