package org.tlsguard.samples.clients.http;

import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.tlsguard.samples.clients.plumbing.Caller;
import org.tlsguard.samples.clients.plumbing.ConnectProxy;
import org.tlsguard.samples.clients.plumbing.ExtendedTrustAll;
import org.tlsguard.samples.clients.plumbing.Target;

/**
 * java.net.http.HttpClient through a proxy
 *
 * @jdk 11 it came with Java 11
 * @protocol https
 * @row default accepts nobody
 * @row extended accepts anybody by org.tlsguard.samples.clients.plumbing.ExtendedTrustAll
 *     with an application's own X509ExtendedTrustManager
 */
public final class JavaHttpClientByProxy {

    private JavaHttpClientByProxy() {}

    public static void main(String[] args) throws Exception {
        ConnectProxy proxy = ConnectProxy.start();
        Caller.main(args, target -> talk(target, proxy));
    }

    private static Object talk(Target target, ConnectProxy proxy) throws Exception {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .proxy(ProxySelector.of(new InetSocketAddress(ConnectProxy.HOST, proxy.port())))
                .authenticator(ConnectProxy.authenticator());
        if (target.in("extended")) {
            builder.sslContext(ExtendedTrustAll.context());
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create(target.url())).build();
        return builder.build()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }
}
