package org.tlsguard.samples.clients.http;

import org.apache.http.client.methods.HttpGet;
import org.apache.http.conn.ssl.SSLConnectionSocketFactory;
import org.apache.http.conn.ssl.SSLContextBuilder;
import org.apache.http.conn.ssl.TrustSelfSignedStrategy;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClientBuilder;
import org.apache.http.impl.client.HttpClients;
import org.tlsguard.samples.clients.plumbing.Caller;
import org.tlsguard.samples.clients.plumbing.Target;

/**
 * Apache HttpClient 4.3
 *
 * @library org.apache.httpcomponents:httpclient
 * @versions 4.3.6
 * @protocol https
 * @row default accepts nobody
 * @row allow-all-verifier accepts any-name by org.apache.http.conn.ssl.AllowAllHostnameVerifier
 *     with setHostnameVerifier(ALLOW_ALL_HOSTNAME_VERIFIER)
 * @row self-signed-strategy accepts any-chain but issuer-not-ca by org.apache.http.conn.ssl.*
 *     with loadTrustMaterial(null, new TrustSelfSignedStrategy())
 */
public final class ApacheHttpClient43 {

    private ApacheHttpClient43() {}

    public static void main(String[] args) {
        Caller.main(args, ApacheHttpClient43::talk);
    }

    private static Object talk(Target target) throws Exception {
        HttpClientBuilder builder = HttpClients.custom();
        if (target.in("allow-all-verifier")) {
            builder.setHostnameVerifier(SSLConnectionSocketFactory.ALLOW_ALL_HOSTNAME_VERIFIER);
        }
        if (target.in("self-signed-strategy")) {
            builder.setSslcontext(new SSLContextBuilder()
                    .loadTrustMaterial(null, new TrustSelfSignedStrategy())
                    .build());
        }
        try (CloseableHttpClient client = builder.build()) {
            return client.execute(new HttpGet(target.url())).getStatusLine();
        }
    }
}
