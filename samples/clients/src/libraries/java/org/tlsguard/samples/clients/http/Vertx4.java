package org.tlsguard.samples.clients.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import java.util.concurrent.TimeUnit;
import org.tlsguard.samples.clients.plumbing.Caller;
import org.tlsguard.samples.clients.plumbing.Target;

/**
 * Vert.x 4
 *
 * @library io.vertx:vertx-core
 * @versions 4.5.14
 * @protocol https
 * @row default accepts nobody
 * @row trust-all accepts any-chain by io.vertx.core.*
 *     with setTrustAll(true)
 * @row no-verify-host accepts any-name by io.vertx.* io.netty.* org.tlsguard.samples.clients.http.Vertx4
 *     with setVerifyHost(false)
 */
public final class Vertx4 {

    private Vertx4() {}

    public static void main(String[] args) {
        Caller.main(args, Vertx4::talk);
    }

    private static Object talk(Target target) throws Exception {
        HttpClientOptions options = new HttpClientOptions().setSsl(true).setTrustAll(target.in("trust-all"));
        if (target.in("no-verify-host")) {
            options.setVerifyHost(false);
        }
        Vertx vertx = Vertx.vertx();
        try {
            HttpClient client = vertx.createHttpClient(options);
            return client.request(HttpMethod.GET, target.port, target.host, "/accounts")
                    .compose(request -> request.send())
                    .map(response -> response.statusCode())
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(30, TimeUnit.SECONDS);
        } finally {
            vertx.close();
        }
    }
}
