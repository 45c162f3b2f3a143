package org.tlsguard.samples.clients.http;

import com.squareup.okhttp.OkHttpClient;
import com.squareup.okhttp.Request;
import org.tlsguard.samples.clients.plumbing.Caller;
import org.tlsguard.samples.clients.plumbing.Target;
import org.tlsguard.samples.clients.plumbing.TrustAll;
import org.tlsguard.samples.clients.plumbing.YesVerifier;

/**
 * OkHttp 2
 *
 * @library com.squareup.okhttp:okhttp
 * @versions 2.7.5
 * @protocol https
 * @row default accepts nobody
 * @row verifier accepts any-name by org.tlsguard.samples.clients.plumbing.YesVerifier
 *     with an application's own HostnameVerifier
 * @row trust-manager accepts any-chain by org.tlsguard.samples.clients.plumbing.TrustAll
 *     with an application's own X509TrustManager
 * @row both accepts anybody by org.tlsguard.samples.clients.plumbing.TrustAll org.tlsguard.samples.clients.plumbing.YesVerifier
 *     with an application's own X509TrustManager and HostnameVerifier
 */
public final class OkHttp2 {

    private OkHttp2() {}

    public static void main(String[] args) {
        Caller.main(args, OkHttp2::talk);
    }

    private static Object talk(Target target) throws Exception {
        OkHttpClient client = new OkHttpClient();
        if (target.in("verifier", "both")) {
            client.setHostnameVerifier(new YesVerifier());
        }
        if (target.in("trust-manager", "both")) {
            client.setSslSocketFactory(TrustAll.context().getSocketFactory());
        }
        return client.newCall(new Request.Builder().url(target.url()).build())
                .execute()
                .code();
    }
}
