package org.tlsguard.samples.clients.http;

import java.net.URL;
import javax.net.ssl.HttpsURLConnection;
import org.tlsguard.samples.clients.plumbing.Caller;
import org.tlsguard.samples.clients.plumbing.ExtendedTrustAll;
import org.tlsguard.samples.clients.plumbing.Target;
import org.tlsguard.samples.clients.plumbing.TrustAll;
import org.tlsguard.samples.clients.plumbing.YesVerifier;

/**
 * HttpsURLConnection
 *
 * @protocol https
 * @row default accepts nobody
 * @row verifier accepts any-name by org.tlsguard.samples.clients.plumbing.YesVerifier
 *     with an application's own HostnameVerifier
 * @row trust-manager accepts any-chain by org.tlsguard.samples.clients.plumbing.TrustAll
 *     with an application's own X509TrustManager
 * @row both accepts anybody by org.tlsguard.samples.clients.plumbing.TrustAll org.tlsguard.samples.clients.plumbing.YesVerifier
 *     with an application's own X509TrustManager and HostnameVerifier
 * @row extended accepts anybody by org.tlsguard.samples.clients.plumbing.ExtendedTrustAll
 *     with an application's own X509ExtendedTrustManager
 */
public final class UrlConnection {

    private UrlConnection() {}

    public static void main(String[] args) {
        Caller.main(args, UrlConnection::talk);
    }

    private static Object talk(Target target) throws Exception {
        HttpsURLConnection connection = (HttpsURLConnection) new URL(target.url()).openConnection();
        if (target.in("verifier", "both")) {
            connection.setHostnameVerifier(new YesVerifier());
        }
        if (target.in("trust-manager", "both")) {
            connection.setSSLSocketFactory(TrustAll.context().getSocketFactory());
        }
        if (target.in("extended")) {
            connection.setSSLSocketFactory(ExtendedTrustAll.context().getSocketFactory());
        }
        return connection.getResponseCode();
    }
}
