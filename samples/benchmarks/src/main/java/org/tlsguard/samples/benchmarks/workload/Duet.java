package org.tlsguard.samples.benchmarks.workload;

import java.nio.ByteBuffer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;

/** A client and a server of TLS 1.3 that talk in memory, on one thread: nothing of a network is measured with them. */
final class Duet {

    private static final int PORT = 443;

    private final SSLEngine client;
    private final SSLEngine server;
    private final ByteBuffer clear;
    private final ByteBuffer toServer;
    private final ByteBuffer toClient;

    Duet(SSLContext clients, SSLContext servers) {
        client = clients.createSSLEngine("localhost", PORT);
        client.setUseClientMode(true);
        SSLParameters parameters = client.getSSLParameters();
        parameters.setProtocols(new String[] {"TLSv1.3"});
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        client.setSSLParameters(parameters);
        server = servers.createSSLEngine();
        server.setUseClientMode(false);
        clear = ByteBuffer.allocate(client.getSession().getApplicationBufferSize());
        toServer = ByteBuffer.allocate(client.getSession().getPacketBufferSize());
        toClient = ByteBuffer.allocate(client.getSession().getPacketBufferSize());
    }

    /** Shakes hands in full; nobody can resume the session afterwards. */
    void shakeHands() throws SSLException {
        client.beginHandshake();
        server.beginHandshake();
        while (isShakingHands(client) || isShakingHands(server)) {
            step(client, toServer, toClient);
            step(server, toClient, toServer);
        }
        client.getSession().invalidate();
        server.getSession().invalidate();
    }

    /** Carries application data from the client to the server. */
    void send(ByteBuffer data) throws SSLException {
        while (data.hasRemaining()) {
            client.wrap(data, toServer);
            toServer.flip();
            while (toServer.hasRemaining()) {
                clear.clear();
                server.unwrap(toServer, clear);
            }
            toServer.clear();
        }
    }

    private void step(SSLEngine engine, ByteBuffer out, ByteBuffer in) throws SSLException {
        switch (engine.getHandshakeStatus()) {
            case NEED_WRAP:
                engine.wrap(ByteBuffer.allocate(0), out);
                break;
            case NEED_UNWRAP:
                in.flip();
                clear.clear();
                engine.unwrap(in, clear);
                in.compact();
                break;
            case NEED_TASK:
                for (Runnable task = engine.getDelegatedTask(); task != null; task = engine.getDelegatedTask()) {
                    task.run();
                }
                break;
            default:
        }
    }

    private static boolean isShakingHands(SSLEngine engine) {
        return engine.getHandshakeStatus() != HandshakeStatus.NOT_HANDSHAKING;
    }
}
