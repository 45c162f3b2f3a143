package org.tlsguard.samples.clients.http;

import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.tlsguard.samples.clients.plumbing.Caller;
import org.tlsguard.samples.clients.plumbing.ConnectProxy;
import org.tlsguard.samples.clients.plumbing.Target;
import org.tlsguard.samples.clients.plumbing.YesVerifier;

/**
 * OkHttp 3 and 4 through a proxy
 *
 * @library com.squareup.okhttp3:okhttp
 * @versions 3.14.9 4.12.0
 * @protocol https
 * @row default accepts nobody
 * @row verifier accepts any-name by org.tlsguard.samples.clients.plumbing.YesVerifier
 *     with an application's own HostnameVerifier
 */
public final class OkHttp3ByProxy {

    private OkHttp3ByProxy() {}

    public static void main(String[] args) throws Exception {
        ConnectProxy proxy = ConnectProxy.start();
        Caller.main(args, target -> talk(target, proxy));
    }

    private static Object talk(Target target, ConnectProxy proxy) throws Exception {
        OkHttpClient.Builder builder = new OkHttpClient.Builder()
                .proxy(proxy.address())
                .proxyAuthenticator((route, response) -> response.request()
                        .newBuilder()
                        .header("Proxy-Authorization", ConnectProxy.authorization())
                        .build());
        if (target.in("verifier")) {
            builder.hostnameVerifier(new YesVerifier());
        }
        return builder.build()
                .newCall(new Request.Builder().url(target.url()).build())
                .execute()
                .code();
    }
}
