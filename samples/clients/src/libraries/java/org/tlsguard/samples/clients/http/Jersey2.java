package org.tlsguard.samples.clients.http;

import javax.ws.rs.client.ClientBuilder;
import org.tlsguard.samples.clients.plumbing.Caller;
import org.tlsguard.samples.clients.plumbing.Target;
import org.tlsguard.samples.clients.plumbing.TrustAll;
import org.tlsguard.samples.clients.plumbing.YesVerifier;

/**
 * Jersey 2
 *
 * @library org.glassfish.jersey.core:jersey-client
 * @versions 2.46
 * @with org.glassfish.jersey.inject:jersey-hk2:VERSION
 * @protocol https
 * @row default accepts nobody
 * @row verifier accepts any-name by org.tlsguard.samples.clients.plumbing.YesVerifier
 *     with an application's own HostnameVerifier
 * @row trust-manager accepts any-chain by org.tlsguard.samples.clients.plumbing.TrustAll
 *     with an application's own X509TrustManager
 */
public final class Jersey2 {

    private Jersey2() {}

    public static void main(String[] args) {
        Caller.main(args, Jersey2::talk);
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
