package org.tlsguard.samples.clients.http;

import java.util.concurrent.TimeUnit;
import org.asynchttpclient.AsyncHttpClient;
import org.asynchttpclient.DefaultAsyncHttpClientConfig;
import org.asynchttpclient.Dsl;
import org.tlsguard.samples.clients.plumbing.Caller;
import org.tlsguard.samples.clients.plumbing.Target;

/**
 * AsyncHttpClient 2
 *
 * @library org.asynchttpclient:async-http-client
 * @versions 2.12.4
 * @protocol https
 * @row default accepts nobody
 * @row insecure-trust-manager accepts anybody by io.netty.* org.asynchttpclient.*
 *     with setUseInsecureTrustManager(true)
 */
public final class AsyncHttpClient2 {

    private AsyncHttpClient2() {}

    public static void main(String[] args) {
        Caller.main(args, AsyncHttpClient2::talk);
    }

    private static Object talk(Target target) throws Exception {
        DefaultAsyncHttpClientConfig.Builder config = Dsl.config().setMaxRequestRetry(0);
        if (target.in("insecure-trust-manager")) {
            config.setUseInsecureTrustManager(true);
        }
        try (AsyncHttpClient client = Dsl.asyncHttpClient(config)) {
            return client.prepareGet(target.url())
                    .execute()
                    .get(30, TimeUnit.SECONDS)
                    .getStatusCode();
        }
    }
}
