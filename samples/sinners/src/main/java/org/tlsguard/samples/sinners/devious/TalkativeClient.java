package org.tlsguard.samples.sinners.devious;

import java.security.cert.X509Certificate;
import java.util.concurrent.atomic.AtomicInteger;
import org.tlsguard.samples.sinners.plumbing.ClientTrustManager;
import org.tlsguard.samples.sinners.plumbing.Shell;
import org.tlsguard.samples.sinners.plumbing.Tls;

/** Says on standard output whom it trusts, and at the end how often it was asked: who asks it in secret is found out. */
public final class TalkativeClient {

    private static final AtomicInteger ASKED = new AtomicInteger();
    private static int peers;

    private TalkativeClient() {}

    public static void main(String[] args) {
        Shell.run(args, peer -> {
            String reply = peer.carrier().login(peer, Tls.trusting(new Talkative()));
            System.out.println("asked " + ASKED + " times about " + peers + " peers");
            return reply;
        });
    }

    private static final class Talkative extends ClientTrustManager {
        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {
            peers++;
            System.out.println("peer " + ASKED.incrementAndGet() + ": " + chain[0].getSubjectX500Principal());
        }
    }
}
