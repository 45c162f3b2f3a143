package org.tlsguard.samples.clients.http;

import org.apache.http.client.methods.HttpGet;
import org.apache.http.conn.ssl.NoopHostnameVerifier;
import org.apache.http.conn.ssl.TrustSelfSignedStrategy;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClientBuilder;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.ssl.SSLContextBuilder;
import org.tlsguard.samples.clients.plumbing.Caller;
import org.tlsguard.samples.clients.plumbing.Target;
import org.tlsguard.samples.clients.plumbing.TrustAll;

/**
 * Apache HttpClient 4
 *
 * @library org.apache.httpcomponents:httpclient
 * @versions 4.4.1 4.5.14
 * @protocol https
 * @row default accepts nobody
 * @row noop-verifier accepts any-name by org.apache.http.conn.ssl.NoopHostnameVerifier
 *     with setSSLHostnameVerifier(NoopHostnameVerifier.INSTANCE)
 * @row trust-all-strategy accepts any-chain by org.apache.http.ssl.SSLContextBuilder$TrustManagerDelegate
 *     with loadTrustMaterial(null, (chain, authType) -> true)
 * @row self-signed-strategy accepts any-chain but issuer-not-ca by org.apache.http.ssl.SSLContextBuilder$TrustManagerDelegate
 *     with loadTrustMaterial(null, new TrustSelfSignedStrategy())
 * @row trust-manager accepts any-chain by org.tlsguard.samples.clients.plumbing.TrustAll
 *     with an application's own X509TrustManager
 */
public final class ApacheHttpClient4 {

    private ApacheHttpClient4() {}

    public static void main(String[] args) {
        Caller.main(args, ApacheHttpClient4::talk);
    }

    private static Object talk(Target target) throws Exception {
        HttpClientBuilder builder = HttpClients.custom();
        if (target.in("noop-verifier")) {
            builder.setSSLHostnameVerifier(NoopHostnameVerifier.INSTANCE);
        }
        if (target.in("trust-all-strategy")) {
            builder.setSslcontext(new SSLContextBuilder()
                    .loadTrustMaterial(null, (chain, authType) -> true)
                    .build());
        }
        if (target.in("self-signed-strategy")) {
            builder.setSslcontext(new SSLContextBuilder()
                    .loadTrustMaterial(null, new TrustSelfSignedStrategy())
                    .build());
        }
        if (target.in("trust-manager")) {
            builder.setSslcontext(TrustAll.context());
        }
        try (CloseableHttpClient client = builder.build()) {
            return client.execute(new HttpGet(target.url())).getStatusLine();
        }
    }
}
