package org.tlsguard.samples.clients.http;

import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.transport.HttpClientTransportDynamic;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.tlsguard.samples.clients.plumbing.Caller;
import org.tlsguard.samples.clients.plumbing.Target;

/**
 * Jetty client 12
 *
 * @library org.eclipse.jetty:jetty-client
 * @versions 12.1.14
 * @jdk 17 its classes are of Java 17
 * @protocol https
 * @row default accepts nobody
 * @row trust-all accepts anybody by org.eclipse.jetty.*
 *     with setTrustAll(true)
 * @row no-identification accepts any-name by org.eclipse.jetty.* org.tlsguard.samples.clients.http.JettyClient12
 *     with setEndpointIdentificationAlgorithm(null)
 */
public final class JettyClient12 {

    private JettyClient12() {}

    public static void main(String[] args) {
        Caller.main(args, JettyClient12::talk);
    }

    private static Object talk(Target target) throws Exception {
        SslContextFactory.Client tls = new SslContextFactory.Client();
        if (target.in("trust-all")) {
            tls.setTrustAll(true);
        }
        if (target.in("no-identification")) {
            tls.setEndpointIdentificationAlgorithm(null);
        }
        ClientConnector connector = new ClientConnector();
        connector.setSslContextFactory(tls);
        HttpClient client = new HttpClient(new HttpClientTransportDynamic(connector));
        client.start();
        try {
            return client.GET(target.url()).getStatus();
        } finally {
            client.stop();
        }
    }
}
