package org.tlsguard.samples.clients.http;

import java.util.concurrent.TimeUnit;
import org.asynchttpclient.AsyncHttpClient;
import org.asynchttpclient.DefaultAsyncHttpClientConfig;
import org.asynchttpclient.Dsl;
import org.tlsguard.samples.clients.plumbing.Caller;
import org.tlsguard.samples.clients.plumbing.Target;

/**
 * AsyncHttpClient 3
 *
 * @library org.asynchttpclient:async-http-client
 * @versions 3.0.13
 * @jdk 11 its classes are of Java 11
 * @protocol https
 * @row default accepts nobody
 * @row insecure-trust-manager accepts anybody by io.netty.* org.asynchttpclient.*
 *     with setUseInsecureTrustManager(true)
 * @row no-identification accepts any-name hostless by org.asynchttpclient.* io.netty.* org.tlsguard.samples.clients.http.AsyncHttpClient3
 *     with setDisableHttpsEndpointIdentificationAlgorithm(true)
 */
public final class AsyncHttpClient3 {

    private AsyncHttpClient3() {}

    public static void main(String[] args) {
        Caller.main(args, AsyncHttpClient3::talk);
    }

    private static Object talk(Target target) throws Exception {
        DefaultAsyncHttpClientConfig.Builder config = Dsl.config().setMaxRequestRetry(0);
        if (target.in("insecure-trust-manager")) {
            config.setUseInsecureTrustManager(true);
        }
        if (target.in("no-identification")) {
            config.setDisableHttpsEndpointIdentificationAlgorithm(true);
        }
        try (AsyncHttpClient client = Dsl.asyncHttpClient(config)) {
            return client.prepareGet(target.url())
                    .execute()
                    .get(30, TimeUnit.SECONDS)
                    .getStatusCode();
        }
    }
}
