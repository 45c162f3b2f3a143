package org.tlsguard.samples.clients.http;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.time.Duration;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import org.tlsguard.samples.clients.plumbing.Caller;
import org.tlsguard.samples.clients.plumbing.Target;
import reactor.netty.http.client.HttpClient;

/**
 * Spring WebClient
 *
 * @library org.springframework:spring-webflux
 * @versions 5.3.39
 * @with io.projectreactor.netty:reactor-netty-http:1.0.48
 * @protocol https
 * @row default accepts nobody
 * @row insecure-trust-manager accepts anybody by io.netty.handler.ssl.util.*
 *     with trustManager(InsecureTrustManagerFactory.INSTANCE)
 */
public final class SpringWebClient {

    private SpringWebClient() {}

    public static void main(String[] args) {
        Caller.main(args, SpringWebClient::talk);
    }

    private static Object talk(Target target) throws Exception {
        HttpClient client = HttpClient.create();
        if (target.in("insecure-trust-manager")) {
            SslContext tls = SslContextBuilder.forClient()
                    .trustManager(InsecureTrustManagerFactory.INSTANCE)
                    .build();
            client = client.secure(spec -> spec.sslContext(tls));
        }
        return WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(client))
                .build()
                .get()
                .uri(target.url())
                .retrieve()
                .bodyToMono(String.class)
                .block(Duration.ofSeconds(30));
    }
}
