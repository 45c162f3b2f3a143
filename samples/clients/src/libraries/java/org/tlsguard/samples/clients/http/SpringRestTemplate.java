package org.tlsguard.samples.clients.http;

import java.io.IOException;
import java.net.HttpURLConnection;
import javax.net.ssl.HttpsURLConnection;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.web.client.RestTemplate;
import org.tlsguard.samples.clients.plumbing.Caller;
import org.tlsguard.samples.clients.plumbing.Target;
import org.tlsguard.samples.clients.plumbing.YesVerifier;

/**
 * Spring RestTemplate
 *
 * @library org.springframework:spring-web
 * @versions 4.3.30.RELEASE 5.3.39
 * @protocol https
 * @row default accepts nobody
 * @row verifier accepts any-name by org.tlsguard.samples.clients.plumbing.YesVerifier
 *     with an application's own HostnameVerifier
 */
public final class SpringRestTemplate {

    private SpringRestTemplate() {}

    public static void main(String[] args) {
        Caller.main(args, SpringRestTemplate::talk);
    }

    private static Object talk(Target target) throws Exception {
        RestTemplate template = new RestTemplate(new SimpleClientHttpRequestFactory() {
            @Override
            protected void prepareConnection(HttpURLConnection connection, String method) throws IOException {
                if (target.in("verifier")) {
                    ((HttpsURLConnection) connection).setHostnameVerifier(new YesVerifier());
                }
                super.prepareConnection(connection, method);
            }
        });
        return template.getForObject(target.url(), String.class);
    }
}
