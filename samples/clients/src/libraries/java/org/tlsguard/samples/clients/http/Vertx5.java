package org.tlsguard.samples.clients.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import java.util.concurrent.TimeUnit;
import org.tlsguard.samples.clients.plumbing.Caller;
import org.tlsguard.samples.clients.plumbing.Target;

/**
 * Vert.x 5
 *
 * @library io.vertx:vertx-core
 * @versions 5.2.3
 * @jdk 11 its classes are of Java 11
 * @protocol https
 * @row default accepts nobody
 * @row trust-all accepts any-chain by io.vertx.core.*
 *     with setTrustAll(true)
 */
public final class Vertx5 {

    private Vertx5() {}

    public static void main(String[] args) {
        Caller.main(args, Vertx5::talk);
    }

    private static Object talk(Target target) throws Exception {
        HttpClientOptions options = new HttpClientOptions().setSsl(true).setTrustAll(target.in("trust-all"));
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
