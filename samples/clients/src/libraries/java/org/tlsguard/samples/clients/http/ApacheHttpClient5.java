package org.tlsguard.samples.clients.http;

import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.apache.hc.client5.http.ssl.SSLConnectionSocketFactoryBuilder;
import org.apache.hc.client5.http.ssl.TrustAllStrategy;
import org.apache.hc.core5.ssl.SSLContexts;
import org.tlsguard.samples.clients.plumbing.Caller;
import org.tlsguard.samples.clients.plumbing.Target;

/**
 * Apache HttpClient 5
 *
 * @library org.apache.httpcomponents.client5:httpclient5
 * @versions 5.0 5.6.5
 * @protocol https
 * @row default accepts nobody
 * @row noop-verifier accepts any-name by org.apache.hc.client5.http.ssl.NoopHostnameVerifier
 *     with setHostnameVerifier(NoopHostnameVerifier.INSTANCE)
 * @row trust-all-strategy accepts any-chain by org.apache.hc.core5.ssl.SSLContextBuilder$TrustManagerDelegate
 *     with loadTrustMaterial(null, TrustAllStrategy.INSTANCE)
 */
public final class ApacheHttpClient5 {

    private ApacheHttpClient5() {}

    public static void main(String[] args) {
        Caller.main(args, ApacheHttpClient5::talk);
    }

    private static Object talk(Target target) throws Exception {
        SSLConnectionSocketFactoryBuilder tls = SSLConnectionSocketFactoryBuilder.create();
        if (target.in("noop-verifier")) {
            tls.setHostnameVerifier(NoopHostnameVerifier.INSTANCE);
        }
        if (target.in("trust-all-strategy")) {
            tls.setSslContext(SSLContexts.custom()
                    .loadTrustMaterial(null, TrustAllStrategy.INSTANCE)
                    .build());
        }
        try (CloseableHttpClient client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setSSLSocketFactory(tls.build())
                        .build())
                .build()) {
            return client.execute(new HttpGet(target.url())).getCode();
        }
    }
}
