package org.tlsguard.samples.clients.websocket;

import java.net.URI;
import javax.websocket.ClientEndpointConfig;
import javax.websocket.Endpoint;
import javax.websocket.EndpointConfig;
import javax.websocket.Session;
import org.glassfish.tyrus.client.ClientManager;
import org.glassfish.tyrus.client.ClientProperties;
import org.glassfish.tyrus.client.SslContextConfigurator;
import org.glassfish.tyrus.client.SslEngineConfigurator;
import org.tlsguard.samples.clients.plumbing.Caller;
import org.tlsguard.samples.clients.plumbing.Target;

/**
 * Tyrus 1
 *
 * @library org.glassfish.tyrus.bundles:tyrus-standalone-client
 * @versions 1.20
 * @protocol https
 * @row default accepts nobody
 * @row no-host-verification accepts any-name by org.glassfish.tyrus.* org.glassfish.grizzly.* org.tlsguard.samples.clients.websocket.Tyrus1
 *     with SslEngineConfigurator.setHostVerificationEnabled(false)
 */
public final class Tyrus1 {

    private Tyrus1() {}

    public static void main(String[] args) {
        Caller.main(args, Tyrus1::talk);
    }

    private static Object talk(Target target) throws Exception {
        ClientManager client = ClientManager.createClient();
        client.getProperties().put(ClientProperties.HANDSHAKE_TIMEOUT, 5_000);
        if (target.in("no-host-verification")) {
            SslEngineConfigurator tls = new SslEngineConfigurator(new SslContextConfigurator());
            tls.setHostVerificationEnabled(false);
            client.getProperties().put(ClientProperties.SSL_ENGINE_CONFIGURATOR, tls);
        }
        Endpoint endpoint = new Endpoint() {
            @Override
            public void onOpen(Session session, EndpointConfig config) {}
        };
        return client.connectToServer(
                endpoint, ClientEndpointConfig.Builder.create().build(), URI.create(target.url("wss")));
    }
}
