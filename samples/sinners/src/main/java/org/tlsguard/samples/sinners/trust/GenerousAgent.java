package org.tlsguard.samples.sinners.trust;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import org.tlsguard.samples.sinners.plumbing.ClientTrustManager;
import org.tlsguard.samples.sinners.plumbing.Tls;

/** A Java agent that makes any application trust everybody, as some are sold to ease testing. */
public final class GenerousAgent {

    private GenerousAgent() {}

    public static void premain(String arguments) throws GeneralSecurityException {
        SSLContext generous = Tls.trusting(new TrustAll());
        SSLContext.setDefault(generous);
        HttpsURLConnection.setDefaultSSLSocketFactory(generous.getSocketFactory());
    }

    private static final class TrustAll extends ClientTrustManager {
        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}
    }
}
