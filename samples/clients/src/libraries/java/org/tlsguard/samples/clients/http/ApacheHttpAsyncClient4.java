package org.tlsguard.samples.clients.http;

import java.util.concurrent.TimeUnit;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.conn.ssl.NoopHostnameVerifier;
import org.apache.http.impl.nio.client.CloseableHttpAsyncClient;
import org.apache.http.impl.nio.client.HttpAsyncClientBuilder;
import org.apache.http.impl.nio.client.HttpAsyncClients;
import org.tlsguard.samples.clients.plumbing.Caller;
import org.tlsguard.samples.clients.plumbing.Target;
import org.tlsguard.samples.clients.plumbing.TrustAll;

/**
 * Apache HttpAsyncClient 4
 *
 * @library org.apache.httpcomponents:httpasyncclient
 * @versions 4.1.5
 * @protocol https
 * @row default accepts nobody
 * @row noop-verifier accepts any-name by org.apache.http.conn.ssl.NoopHostnameVerifier
 *     with setSSLHostnameVerifier(NoopHostnameVerifier.INSTANCE)
 * @row trust-manager accepts any-chain by org.tlsguard.samples.clients.plumbing.TrustAll
 *     with an application's own X509TrustManager
 */
public final class ApacheHttpAsyncClient4 {

    private ApacheHttpAsyncClient4() {}

    public static void main(String[] args) {
        Caller.main(args, ApacheHttpAsyncClient4::talk);
    }

    private static Object talk(Target target) throws Exception {
        HttpAsyncClientBuilder builder = HttpAsyncClients.custom();
        if (target.in("noop-verifier")) {
            builder.setSSLHostnameVerifier(NoopHostnameVerifier.INSTANCE);
        }
        if (target.in("trust-manager")) {
            builder.setSSLContext(TrustAll.context());
        }
        try (CloseableHttpAsyncClient client = builder.build()) {
            client.start();
            return client.execute(new HttpGet(target.url()), null)
                    .get(30, TimeUnit.SECONDS)
                    .getStatusLine();
        }
    }
}
