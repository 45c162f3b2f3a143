package org.tlsguard.samples.clients.http;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.time.Duration;
import org.tlsguard.samples.clients.plumbing.Caller;
import org.tlsguard.samples.clients.plumbing.Target;
import reactor.netty.http.client.HttpClient;

/**
 * Reactor Netty
 *
 * @library io.projectreactor.netty:reactor-netty
 * @versions 0.9.25.RELEASE
 * @protocol https
 * @row default accepts nobody
 * @row insecure-trust-manager accepts anybody by io.netty.handler.ssl.util.*
 *     with trustManager(InsecureTrustManagerFactory.INSTANCE)
 */
public final class ReactorNetty {

    private ReactorNetty() {}

    public static void main(String[] args) {
        Caller.main(args, ReactorNetty::talk);
    }

    private static Object talk(Target target) throws Exception {
        HttpClient client = HttpClient.create();
        if (target.in("insecure-trust-manager")) {
            SslContext tls = SslContextBuilder.forClient()
                    .trustManager(InsecureTrustManagerFactory.INSTANCE)
                    .build();
            client = client.secure(spec -> spec.sslContext(tls));
        }
        return client.get()
                .uri(target.url())
                .response()
                .map(response -> response.status().code())
                .block(Duration.ofSeconds(30));
    }
}
