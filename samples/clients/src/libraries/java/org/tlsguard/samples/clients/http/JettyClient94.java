package org.tlsguard.samples.clients.http;

import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.tlsguard.samples.clients.plumbing.Caller;
import org.tlsguard.samples.clients.plumbing.Target;

/**
 * Jetty client 9.4
 *
 * @library org.eclipse.jetty:jetty-client
 * @versions 9.4.57.v20241219
 * @protocol https
 * @row default accepts nobody
 * @row trust-all accepts anybody by org.eclipse.jetty.*
 *     with setTrustAll(true)
 * @row no-identification accepts any-name by org.eclipse.jetty.* org.tlsguard.samples.clients.http.JettyClient94
 *     with setEndpointIdentificationAlgorithm(null)
 */
public final class JettyClient94 {

    private JettyClient94() {}

    public static void main(String[] args) {
        Caller.main(args, JettyClient94::talk);
    }

    private static Object talk(Target target) throws Exception {
        SslContextFactory.Client tls = new SslContextFactory.Client();
        if (target.in("trust-all")) {
            tls.setTrustAll(true);
        }
        if (target.in("no-identification")) {
            tls.setEndpointIdentificationAlgorithm(null);
        }
        HttpClient client = new HttpClient(tls);
        client.start();
        try {
            return client.GET(target.url()).getStatus();
        } finally {
            client.stop();
        }
    }
}
