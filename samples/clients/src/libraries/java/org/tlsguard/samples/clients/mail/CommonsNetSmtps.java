package org.tlsguard.samples.clients.mail;

import org.apache.commons.net.smtp.AuthenticatingSMTPClient;
import org.tlsguard.samples.clients.plumbing.Caller;
import org.tlsguard.samples.clients.plumbing.Target;
import org.tlsguard.samples.clients.plumbing.TrustAll;

/**
 * Commons Net, SMTPS
 *
 * @library commons-net:commons-net
 * @versions 3.6 3.13.0
 * @protocol smtps
 * @row default accepts any-name by org.apache.commons.net.*
 * @row trust-manager accepts anybody by org.tlsguard.samples.clients.plumbing.TrustAll org.apache.commons.net.*
 *     with an application's own X509TrustManager
 * @row identification accepts nobody
 *     with setEndpointCheckingEnabled(true)
 */
public final class CommonsNetSmtps {

    private CommonsNetSmtps() {}

    public static void main(String[] args) {
        Caller.main(args, CommonsNetSmtps::talk);
    }

    private static Object talk(Target target) throws Exception {
        AuthenticatingSMTPClient client = new AuthenticatingSMTPClient("TLS", true, "UTF-8");
        client.setDefaultTimeout(30_000);
        if (target.in("trust-manager")) {
            client.setTrustManager(new TrustAll());
        }
        client.setEndpointCheckingEnabled(target.in("identification"));
        client.connect(target.host, target.port);
        client.ehlo("localhost");
        return client.auth(AuthenticatingSMTPClient.AUTH_METHOD.PLAIN, Target.USER, Target.PASSWORD);
    }
}
