package org.tlsguard.samples.clients.http;

import feign.Client;
import feign.Feign;
import feign.RequestLine;
import feign.Retryer;
import org.tlsguard.samples.clients.plumbing.Caller;
import org.tlsguard.samples.clients.plumbing.Target;
import org.tlsguard.samples.clients.plumbing.TrustAll;
import org.tlsguard.samples.clients.plumbing.YesVerifier;

/**
 * OpenFeign 10
 *
 * @library io.github.openfeign:feign-core
 * @versions 10.12
 * @protocol https
 * @row default accepts nobody
 * @row both accepts anybody by org.tlsguard.samples.clients.plumbing.TrustAll org.tlsguard.samples.clients.plumbing.YesVerifier
 *     with an application's own X509TrustManager and HostnameVerifier
 */
public final class Feign10 {

    private Feign10() {}

    public static void main(String[] args) {
        Caller.main(args, Feign10::talk);
    }

    private static Object talk(Target target) throws Exception {
        Client client = target.in("both")
                ? new Client.Default(TrustAll.context().getSocketFactory(), new YesVerifier())
                : new Client.Default(null, null);
        return Feign.builder()
                .client(client)
                .retryer(Retryer.NEVER_RETRY)
                .target(Accounts.class, "https://" + target.host + ':' + target.port)
                .list();
    }

    /** What the server offers. */
    public interface Accounts {
        @RequestLine("GET /accounts")
        String list();
    }
}
