package org.tlsguard.samples.clients.http;

import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.tlsguard.samples.clients.plumbing.Caller;
import org.tlsguard.samples.clients.plumbing.Target;
import org.tlsguard.samples.clients.plumbing.TrustAll;
import org.tlsguard.samples.clients.plumbing.YesVerifier;

/**
 * OkHttp 3 and 4
 *
 * @library com.squareup.okhttp3:okhttp
 * @versions 3.14.9 4.12.0
 * @protocol https
 * @row default accepts nobody
 * @row verifier accepts any-name by org.tlsguard.samples.clients.plumbing.YesVerifier
 *     with an application's own HostnameVerifier
 * @row trust-manager accepts any-chain by org.tlsguard.samples.clients.plumbing.TrustAll
 *     with an application's own X509TrustManager
 * @row both accepts anybody by org.tlsguard.samples.clients.plumbing.TrustAll org.tlsguard.samples.clients.plumbing.YesVerifier
 *     with an application's own X509TrustManager and HostnameVerifier
 */
public final class OkHttp3 {

    private OkHttp3() {}

    public static void main(String[] args) {
        Caller.main(args, OkHttp3::talk);
    }

    private static Object talk(Target target) throws Exception {
        OkHttpClient.Builder builder = new OkHttpClient.Builder();
        if (target.in("verifier", "both")) {
            builder.hostnameVerifier(new YesVerifier());
        }
        if (target.in("trust-manager", "both")) {
            builder.sslSocketFactory(TrustAll.context().getSocketFactory(), new TrustAll());
        }
        return builder.build()
                .newCall(new Request.Builder().url(target.url()).build())
                .execute()
                .code();
    }
}
