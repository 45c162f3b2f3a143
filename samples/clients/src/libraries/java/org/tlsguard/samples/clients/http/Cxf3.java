package org.tlsguard.samples.clients.http;

import javax.net.ssl.TrustManager;
import org.apache.cxf.configuration.jsse.TLSClientParameters;
import org.apache.cxf.jaxrs.client.WebClient;
import org.tlsguard.samples.clients.plumbing.Caller;
import org.tlsguard.samples.clients.plumbing.Target;
import org.tlsguard.samples.clients.plumbing.TrustAll;

/**
 * Apache CXF 3
 *
 * @library org.apache.cxf:cxf-rt-rs-client
 * @versions 3.5.10
 * @protocol https
 * @row default accepts nobody
 * @row disable-cn-check accepts any-name by org.apache.cxf.*
 *     with setDisableCNCheck(true)
 * @row trust-manager accepts any-chain by org.tlsguard.samples.clients.plumbing.TrustAll
 *     with an application's own X509TrustManager
 */
public final class Cxf3 {

    private Cxf3() {}

    public static void main(String[] args) {
        Caller.main(args, Cxf3::talk);
    }

    private static Object talk(Target target) throws Exception {
        WebClient client = WebClient.create(target.url());
        TLSClientParameters tls = new TLSClientParameters();
        tls.setDisableCNCheck(target.in("disable-cn-check"));
        if (target.in("trust-manager")) {
            tls.setTrustManagers(new TrustManager[] {new TrustAll()});
        }
        WebClient.getConfig(client).getHttpConduit().setTlsClientParameters(tls);
        return client.get().getStatus();
    }
}
