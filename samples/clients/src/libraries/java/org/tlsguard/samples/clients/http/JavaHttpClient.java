package org.tlsguard.samples.clients.http;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.tlsguard.samples.clients.plumbing.Caller;
import org.tlsguard.samples.clients.plumbing.ExtendedTrustAll;
import org.tlsguard.samples.clients.plumbing.Target;
import org.tlsguard.samples.clients.plumbing.TrustAll;

/**
 * java.net.http.HttpClient
 *
 * @jdk 11 it came with Java 11
 * @protocol https
 * @row default accepts nobody
 * @row trust-manager accepts any-chain by org.tlsguard.samples.clients.plumbing.TrustAll
 *     with an application's own X509TrustManager
 * @row extended accepts anybody by org.tlsguard.samples.clients.plumbing.ExtendedTrustAll
 *     with an application's own X509ExtendedTrustManager
 * @row property accepts any-name by sun.security.ssl.X509TrustManagerImpl
 *     with jdk.internal.httpclient.disableHostnameVerification=true
 */
public final class JavaHttpClient {

    private JavaHttpClient() {}

    public static void main(String[] args) {
        Caller.main(args, JavaHttpClient::talk);
    }

    private static Object talk(Target target) throws Exception {
        if (target.in("property")) {
            System.setProperty("jdk.internal.httpclient.disableHostnameVerification", "true");
        }
        HttpClient.Builder builder = HttpClient.newBuilder();
        if (target.in("trust-manager")) {
            builder.sslContext(TrustAll.context());
        }
        if (target.in("extended")) {
            builder.sslContext(ExtendedTrustAll.context());
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create(target.url())).build();
        return builder.build()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }
}
