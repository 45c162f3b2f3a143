package org.tlsguard.samples.clients.http;

import java.net.Authenticator;
import java.net.URL;
import javax.net.ssl.HttpsURLConnection;
import org.tlsguard.samples.clients.plumbing.Caller;
import org.tlsguard.samples.clients.plumbing.ConnectProxy;
import org.tlsguard.samples.clients.plumbing.Target;
import org.tlsguard.samples.clients.plumbing.YesVerifier;

/**
 * HttpsURLConnection through a proxy
 *
 * @protocol https
 * @row default accepts nobody
 * @row verifier accepts any-name by org.tlsguard.samples.clients.plumbing.YesVerifier
 *     with an application's own HostnameVerifier
 */
public final class UrlConnectionByProxy {

    private UrlConnectionByProxy() {}

    public static void main(String[] args) throws Exception {
        Authenticator.setDefault(ConnectProxy.authenticator());
        System.setProperty("https.proxyHost", ConnectProxy.HOST);
        System.setProperty(
                "https.proxyPort", String.valueOf(ConnectProxy.start().port()));
        // Without this the JDK goes to this machine itself.
        System.setProperty("http.nonProxyHosts", "");
        Caller.main(args, UrlConnectionByProxy::talk);
    }

    private static Object talk(Target target) throws Exception {
        HttpsURLConnection connection = (HttpsURLConnection) new URL(target.url()).openConnection();
        if (target.in("verifier")) {
            connection.setHostnameVerifier(new YesVerifier());
        }
        return connection.getResponseCode() + " by proxy " + connection.usingProxy();
    }
}
