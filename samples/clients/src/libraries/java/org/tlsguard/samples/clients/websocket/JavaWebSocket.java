package org.tlsguard.samples.clients.websocket;

import java.net.URI;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.handshake.ServerHandshake;
import org.tlsguard.samples.clients.plumbing.Caller;
import org.tlsguard.samples.clients.plumbing.Target;
import org.tlsguard.samples.clients.plumbing.TrustAll;

/**
 * Java-WebSocket
 *
 * @library org.java-websocket:Java-WebSocket
 * @versions 1.6.0
 * @protocol https
 * @row default accepts nobody
 * @row trust-manager accepts any-chain by org.tlsguard.samples.clients.plumbing.TrustAll
 *     with an application's own X509TrustManager
 */
public final class JavaWebSocket {

    private JavaWebSocket() {}

    public static void main(String[] args) {
        Caller.main(args, JavaWebSocket::talk);
    }

    private static Object talk(Target target) throws Exception {
        Client client = new Client(URI.create(target.url("wss")));
        if (target.in("trust-manager")) {
            client.setSocketFactory(TrustAll.context().getSocketFactory());
        }
        boolean connected = client.connectBlocking();
        client.close();
        return connected;
    }

    private static final class Client extends WebSocketClient {

        Client(URI uri) {
            super(uri);
        }

        @Override
        public void onOpen(ServerHandshake handshake) {}

        @Override
        public void onMessage(String message) {}

        @Override
        public void onClose(int code, String reason, boolean remote) {}

        @Override
        public void onError(Exception e) {}
    }
}
