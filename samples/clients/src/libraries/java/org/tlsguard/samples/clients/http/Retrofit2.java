package org.tlsguard.samples.clients.http;

import okhttp3.OkHttpClient;
import okhttp3.ResponseBody;
import org.tlsguard.samples.clients.plumbing.Caller;
import org.tlsguard.samples.clients.plumbing.Target;
import org.tlsguard.samples.clients.plumbing.YesVerifier;
import retrofit2.Call;
import retrofit2.Retrofit;
import retrofit2.http.GET;

/**
 * Retrofit 2
 *
 * @library com.squareup.retrofit2:retrofit
 * @versions 2.9.0
 * @protocol https
 * @row default accepts nobody
 * @row verifier accepts any-name by org.tlsguard.samples.clients.plumbing.YesVerifier
 *     with an application's own HostnameVerifier
 */
public final class Retrofit2 {

    private Retrofit2() {}

    public static void main(String[] args) {
        Caller.main(args, Retrofit2::talk);
    }

    private static Object talk(Target target) throws Exception {
        OkHttpClient.Builder client = new OkHttpClient.Builder();
        if (target.in("verifier")) {
            client.hostnameVerifier(new YesVerifier());
        }
        return new Retrofit.Builder()
                .baseUrl("https://" + target.host + ':' + target.port)
                .client(client.build())
                .build()
                .create(Accounts.class)
                .list()
                .execute()
                .code();
    }

    /** What the server offers. */
    public interface Accounts {
        @GET("accounts")
        Call<ResponseBody> list();
    }
}
