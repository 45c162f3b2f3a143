package org.tlsguard.samples.clients.http;

import org.apache.http.HttpHost;
import org.apache.http.auth.AuthScope;
import org.apache.http.auth.UsernamePasswordCredentials;
import org.apache.http.client.CredentialsProvider;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.conn.ssl.NoopHostnameVerifier;
import org.apache.http.impl.client.BasicCredentialsProvider;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClientBuilder;
import org.apache.http.impl.client.HttpClients;
import org.tlsguard.samples.clients.plumbing.Caller;
import org.tlsguard.samples.clients.plumbing.ConnectProxy;
import org.tlsguard.samples.clients.plumbing.Target;

/**
 * Apache HttpClient 4 through a proxy
 *
 * @library org.apache.httpcomponents:httpclient
 * @versions 4.5.14
 * @protocol https
 * @row default accepts nobody
 * @row noop-verifier accepts any-name by org.apache.http.conn.ssl.NoopHostnameVerifier
 *     with setSSLHostnameVerifier(NoopHostnameVerifier.INSTANCE)
 */
public final class ApacheHttpClient4ByProxy {

    private ApacheHttpClient4ByProxy() {}

    public static void main(String[] args) throws Exception {
        ConnectProxy proxy = ConnectProxy.start();
        Caller.main(args, target -> talk(target, proxy));
    }

    private static Object talk(Target target, ConnectProxy proxy) throws Exception {
        CredentialsProvider credentials = new BasicCredentialsProvider();
        credentials.setCredentials(
                AuthScope.ANY, new UsernamePasswordCredentials(ConnectProxy.USER, ConnectProxy.PASSWORD));
        HttpClientBuilder builder = HttpClients.custom()
                .setProxy(new HttpHost(ConnectProxy.HOST, proxy.port()))
                .setDefaultCredentialsProvider(credentials);
        if (target.in("noop-verifier")) {
            builder.setSSLHostnameVerifier(NoopHostnameVerifier.INSTANCE);
        }
        try (CloseableHttpClient client = builder.build()) {
            return client.execute(new HttpGet(target.url())).getStatusLine();
        }
    }
}
