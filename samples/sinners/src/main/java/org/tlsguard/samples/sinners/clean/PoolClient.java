package org.tlsguard.samples.sinners.clean;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.SSLContext;
import org.tlsguard.samples.sinners.plumbing.Peer;
import org.tlsguard.samples.sinners.plumbing.Shell;
import org.tlsguard.samples.sinners.plumbing.Tls;

/** Logs in from a pool: no frame of the application is on the stack of the handshake. */
public final class PoolClient {

    private PoolClient() {}

    public static void main(String[] args) {
        Shell.run(args, peer -> login(peer));
    }

    private static String login(Peer peer) throws Exception {
        SSLContext context = Tls.trusting(Tls.managerFor(Tls.store(peer.option("store"))));
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            Future<String> first = pool.submit(() -> peer.carrier().login(peer, context));
            Future<String> second = pool.submit(() -> peer.carrier().login(peer, context));
            first.get();
            return second.get();
        } finally {
            pool.shutdown();
        }
    }
}
