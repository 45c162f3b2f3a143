package org.tlsguard.samples.sinners.probe;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.tlsguard.samples.sinners.plumbing.Peer;
import org.tlsguard.samples.sinners.plumbing.Shell;
import org.tlsguard.samples.sinners.plumbing.Tls;

/**
 * Runs for as long as its input lasts, in one context that trusts everybody. Each line is a step: {@code login}, or
 * {@code storm} for many of them on several threads. After each it says how it went.
 */
public final class SteadyClient {

    private static final int THREADS = 4;
    private static final int LOGINS = 50;

    private SteadyClient() {}

    public static void main(String[] args) {
        Shell.run(args, SteadyClient::serve);
    }

    private static String serve(Peer peer) throws Exception {
        SSLContext context = Tls.trusting(new TrustAnyone());
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        System.out.println("READY");
        int steps = 0;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String result = line.equals("storm") ? storm(peer, context) : login(peer, context);
            System.out.println("STEP " + ++steps + " " + result);
        }
        return steps + " steps";
    }

    private static String login(Peer peer, SSLContext context) {
        try {
            return peer.carrier().login(peer, context);
        } catch (Exception refused) {
            return "refused: " + refused.getMessage();
        }
    }

    private static String storm(Peer peer, SSLContext context) throws InterruptedException {
        AtomicInteger welcome = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        AtomicInteger odd = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(THREADS);
        for (int i = 0; i < THREADS; i++) {
            new Thread(() -> {
                        for (int n = 0; n < LOGINS; n++) {
                            String result = login(peer, context);
                            (result.startsWith("welcome")
                                            ? welcome
                                            : result.contains("tlsguard: trust/self-signed") ? refused : odd)
                                    .incrementAndGet();
                        }
                        done.countDown();
                    })
                    .start();
        }
        done.await();
        return "welcome " + welcome + ", refused " + refused + ", odd " + odd;
    }
}
