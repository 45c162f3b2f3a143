package org.tlsguard.samples.clients.websocket;

import com.neovisionaries.ws.client.WebSocketFactory;
import org.tlsguard.samples.clients.plumbing.Caller;
import org.tlsguard.samples.clients.plumbing.Target;
import org.tlsguard.samples.clients.plumbing.TrustAll;

/**
 * nv-websocket-client
 *
 * @library com.neovisionaries:nv-websocket-client
 * @versions 1.30 2.14
 * @protocol https
 * @row default in 1.30 accepts any-name by com.neovisionaries.*
 * @row default in 2.14 accepts nobody
 * @row trust-manager in 1.30 accepts anybody by org.tlsguard.samples.clients.plumbing.TrustAll com.neovisionaries.*
 *     with an application's own X509TrustManager
 * @row trust-manager in 2.14 accepts any-chain by org.tlsguard.samples.clients.plumbing.TrustAll
 *     with an application's own X509TrustManager
 * @remedy Take 2.14, which checks the name.
 */
public final class NvWebSocket {

    private NvWebSocket() {}

    public static void main(String[] args) {
        Caller.main(args, NvWebSocket::talk);
    }

    private static Object talk(Target target) throws Exception {
        WebSocketFactory factory = new WebSocketFactory().setConnectionTimeout(30_000);
        if (target.in("trust-manager")) {
            factory.setSSLContext(TrustAll.context());
        }
        return factory.createSocket(target.url("wss")).connect();
    }
}
