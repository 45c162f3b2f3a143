package org.tlsguard.samples.clients.http;

import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.tlsguard.samples.clients.plumbing.Caller;
import org.tlsguard.samples.clients.plumbing.Target;

/**
 * Jetty client 9
 *
 * @library org.eclipse.jetty:jetty-client
 * @versions 9.2.30.v20200428
 * @protocol https
 * @row default accepts any-name by org.eclipse.jetty.*
 * @row trust-all accepts anybody by org.eclipse.jetty.*
 *     with setTrustAll(true)
 * @remedy From 9.4 on it checks the name.
 */
public final class JettyClient9 {

    private JettyClient9() {}

    public static void main(String[] args) {
        Caller.main(args, JettyClient9::talk);
    }

    private static Object talk(Target target) throws Exception {
        SslContextFactory tls = new SslContextFactory();
        if (target.in("trust-all")) {
            tls.setTrustAll(true);
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
