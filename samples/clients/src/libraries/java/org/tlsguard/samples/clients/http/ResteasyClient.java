package org.tlsguard.samples.clients.http;

import javax.ws.rs.client.ClientBuilder;
import org.tlsguard.samples.clients.plumbing.Caller;
import org.tlsguard.samples.clients.plumbing.Target;
import org.tlsguard.samples.clients.plumbing.TrustAll;
import org.tlsguard.samples.clients.plumbing.YesVerifier;

/**
 * RESTEasy client
 *
 * @library org.jboss.resteasy:resteasy-client
 * @versions 3.15.6.Final
 * @protocol https
 * @row default accepts nobody
 * @row verifier accepts any-name by org.jboss.resteasy.* org.tlsguard.samples.clients.plumbing.YesVerifier
 *     with an application's own HostnameVerifier
 * @row trust-manager accepts any-chain by org.tlsguard.samples.clients.plumbing.TrustAll
 *     with an application's own X509TrustManager
 */
public final class ResteasyClient {

    private ResteasyClient() {}

    public static void main(String[] args) {
        Caller.main(args, ResteasyClient::talk);
    }

    private static Object talk(Target target) throws Exception {
        ClientBuilder builder = ClientBuilder.newBuilder();
        if (target.in("verifier")) {
            builder.hostnameVerifier(new YesVerifier());
        }
        if (target.in("trust-manager")) {
            builder.sslContext(TrustAll.context());
        }
        return builder.build().target(target.url()).request().get().getStatus();
    }
}
