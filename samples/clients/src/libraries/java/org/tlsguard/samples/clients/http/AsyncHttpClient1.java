package org.tlsguard.samples.clients.http;

import com.ning.http.client.AsyncHttpClient;
import com.ning.http.client.AsyncHttpClientConfig;
import java.util.concurrent.TimeUnit;
import org.tlsguard.samples.clients.plumbing.Caller;
import org.tlsguard.samples.clients.plumbing.Target;

/**
 * AsyncHttpClient 1
 *
 * @library com.ning:async-http-client
 * @versions 1.9.40
 * @protocol https
 * @row default accepts nobody
 * @row accept-any-certificate accepts anybody by com.ning.http.* org.jboss.netty.*
 *     with setAcceptAnyCertificate(true)
 */
public final class AsyncHttpClient1 {

    private AsyncHttpClient1() {}

    public static void main(String[] args) {
        Caller.main(args, AsyncHttpClient1::talk);
    }

    private static Object talk(Target target) throws Exception {
        AsyncHttpClientConfig.Builder config = new AsyncHttpClientConfig.Builder().setMaxRequestRetry(0);
        if (target.in("accept-any-certificate")) {
            config.setAcceptAnyCertificate(true);
        }
        try (AsyncHttpClient client = new AsyncHttpClient(config.build())) {
            return client.prepareGet(target.url())
                    .execute()
                    .get(30, TimeUnit.SECONDS)
                    .getStatusCode();
        }
    }
}
