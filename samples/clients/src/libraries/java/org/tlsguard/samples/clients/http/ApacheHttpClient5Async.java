package org.tlsguard.samples.clients.http;

import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleRequestBuilder;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.tlsguard.samples.clients.plumbing.Caller;
import org.tlsguard.samples.clients.plumbing.Target;
import org.tlsguard.samples.clients.plumbing.TrustAll;

/**
 * Apache HttpClient 5, asynchronous
 *
 * @library org.apache.httpcomponents.client5:httpclient5
 * @versions 5.6.5
 * @protocol https
 * @row default accepts nobody
 * @row noop-verifier accepts any-name by org.apache.hc.client5.http.ssl.NoopHostnameVerifier
 *     with setHostnameVerifier(NoopHostnameVerifier.INSTANCE) and HostnameVerificationPolicy.CLIENT
 * @row trust-manager accepts any-chain by org.tlsguard.samples.clients.plumbing.TrustAll
 *     with an application's own X509TrustManager
 */
public final class ApacheHttpClient5Async {

    private ApacheHttpClient5Async() {}

    public static void main(String[] args) {
        Caller.main(args, ApacheHttpClient5Async::talk);
    }

    private static Object talk(Target target) throws Exception {
        ClientTlsStrategyBuilder tls = ClientTlsStrategyBuilder.create();
        if (target.in("noop-verifier")) {
            tls.setHostnameVerifier(NoopHostnameVerifier.INSTANCE)
                    .setHostVerificationPolicy(HostnameVerificationPolicy.CLIENT);
        }
        if (target.in("trust-manager")) {
            tls.setSslContext(TrustAll.context());
        }
        try (CloseableHttpAsyncClient client = HttpAsyncClients.custom()
                .setConnectionManager(PoolingAsyncClientConnectionManagerBuilder.create()
                        .setTlsStrategy(tls.buildAsync())
                        .build())
                .build()) {
            client.start();
            SimpleHttpRequest request = SimpleRequestBuilder.get(target.url()).build();
            return client.execute(request, null).get(30, TimeUnit.SECONDS).getCode();
        }
    }
}
