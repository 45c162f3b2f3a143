package org.tlsguard.samples.sinners.plumbing;

import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;

/** The ways on which the JDK carries a login. Each has JSSE check the name, as it should be. */
public enum Carrier {
    HTTPS {
        @Override
        public String login(Peer peer, SSLContext context) throws IOException {
            return Https.to(peer).with(context.getSocketFactory()).login();
        }
    },
    SOCKET {
        @Override
        public String login(Peer peer, SSLContext context) throws IOException {
            try (SSLSocket socket = Tls.socket(peer, context)) {
                socket.setSSLParameters(Tls.identifying(socket.getSSLParameters()));
                return Tls.login(socket);
            }
        }
    },
    ENGINE {
        @Override
        public String login(Peer peer, SSLContext context) throws IOException {
            return overEngine(peer, context, Runnable::run);
        }
    },
    /** As above, but the thread that decides is one of a pool. */
    ENGINE_TASKS {
        @Override
        public String login(Peer peer, SSLContext context) throws IOException {
            ExecutorService pool = Executors.newSingleThreadExecutor();
            try {
                return overEngine(peer, context, pool);
            } finally {
                pool.shutdown();
            }
        }
    },
    /** {@code java.net.http}, from Java 11 on. */
    HTTP_CLIENT {
        @Override
        public String login(Peer peer, SSLContext context) throws Exception {
            return HttpClientLogin.login(peer, context);
        }
    };

    public abstract String login(Peer peer, SSLContext context) throws Exception;

    private static String overEngine(Peer peer, SSLContext context, Executor worker) throws IOException {
        SSLEngine engine = context.createSSLEngine(peer.host, peer.port);
        engine.setUseClientMode(true);
        engine.setSSLParameters(Tls.identifying(engine.getSSLParameters()));
        try (EngineConnection connection = new EngineConnection(peer, engine, worker)) {
            connection.handshake();
            return Login.over(connection.in(), connection.out());
        }
    }
}
