package org.tlsguard.samples.clients.http;

import org.apache.http.client.methods.HttpGet;
import org.apache.http.conn.scheme.Scheme;
import org.apache.http.conn.ssl.SSLSocketFactory;
import org.apache.http.impl.client.DefaultHttpClient;
import org.tlsguard.samples.clients.plumbing.Caller;
import org.tlsguard.samples.clients.plumbing.Target;
import org.tlsguard.samples.clients.plumbing.TrustAll;

/**
 * Apache HttpClient 4.0 to 4.2
 *
 * @library org.apache.httpcomponents:httpclient
 * @versions 4.0.1 4.2.5
 * @protocol https
 * @row default accepts nobody
 * @row allow-all-verifier accepts any-name by org.apache.http.*
 *     with setHostnameVerifier(ALLOW_ALL_HOSTNAME_VERIFIER)
 * @row trust-manager accepts any-chain by org.tlsguard.samples.clients.plumbing.TrustAll
 *     with an application's own X509TrustManager
 */
public final class ApacheHttpClient40 {

    private ApacheHttpClient40() {}

    public static void main(String[] args) {
        Caller.main(args, ApacheHttpClient40::talk);
    }

    private static Object talk(Target target) throws Exception {
        DefaultHttpClient client = new DefaultHttpClient();
        if (target.in("allow-all-verifier")) {
            SSLSocketFactory factory = SSLSocketFactory.getSocketFactory();
            factory.setHostnameVerifier(SSLSocketFactory.ALLOW_ALL_HOSTNAME_VERIFIER);
            client.getConnectionManager().getSchemeRegistry().register(new Scheme("https", factory, 443));
        }
        if (target.in("trust-manager")) {
            SSLSocketFactory factory = new SSLSocketFactory(TrustAll.context());
            client.getConnectionManager().getSchemeRegistry().register(new Scheme("https", factory, 443));
        }
        return client.execute(new HttpGet(target.url())).getStatusLine();
    }
}
