package org.tlsguard.samples.clients.http;

import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.apache.hc.client5.http.ssl.SSLConnectionSocketFactoryBuilder;
import org.apache.hc.core5.http.HttpHost;
import org.tlsguard.samples.clients.plumbing.Caller;
import org.tlsguard.samples.clients.plumbing.ConnectProxy;
import org.tlsguard.samples.clients.plumbing.Target;

/**
 * Apache HttpClient 5 through a proxy
 *
 * @library org.apache.httpcomponents.client5:httpclient5
 * @versions 5.6.5
 * @protocol https
 * @row default accepts nobody
 * @row noop-verifier accepts any-name by org.apache.hc.client5.http.ssl.NoopHostnameVerifier
 *     with setHostnameVerifier(NoopHostnameVerifier.INSTANCE)
 */
public final class ApacheHttpClient5ByProxy {

    private ApacheHttpClient5ByProxy() {}

    public static void main(String[] args) throws Exception {
        ConnectProxy proxy = ConnectProxy.start();
        Caller.main(args, target -> talk(target, proxy));
    }

    private static Object talk(Target target, ConnectProxy proxy) throws Exception {
        SSLConnectionSocketFactoryBuilder tls = SSLConnectionSocketFactoryBuilder.create();
        if (target.in("noop-verifier")) {
            tls.setHostnameVerifier(NoopHostnameVerifier.INSTANCE);
        }
        HttpHost address = new HttpHost(ConnectProxy.HOST, proxy.port());
        BasicCredentialsProvider credentials = new BasicCredentialsProvider();
        credentials.setCredentials(
                new AuthScope(address),
                new UsernamePasswordCredentials(ConnectProxy.USER, ConnectProxy.PASSWORD.toCharArray()));
        try (CloseableHttpClient client = HttpClients.custom()
                .setProxy(address)
                .setDefaultCredentialsProvider(credentials)
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setSSLSocketFactory(tls.build())
                        .build())
                .build()) {
            return client.execute(new HttpGet(target.url())).getCode();
        }
    }
}
