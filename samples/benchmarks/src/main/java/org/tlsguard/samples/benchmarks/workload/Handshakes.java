package org.tlsguard.samples.benchmarks.workload;

import javax.net.ssl.SSLContext;

/** Full TLS 1.3 handshakes, one after the other: {@code KEYSTORE sound|trust-all WARM-UP MEASURED}. */
public final class Handshakes {

    private Handshakes() {}

    public static void main(String[] args) throws Exception {
        SSLContext server = Contexts.server(args[0]);
        SSLContext client = Contexts.client(args[1]);
        shakeHands(client, server, Integer.parseInt(args[2]));
        int measured = Integer.parseInt(args[3]);
        Figures figures = Figures.start();
        shakeHands(client, server, measured);
        figures.stop(measured);
        Figures.resident();
    }

    private static void shakeHands(SSLContext client, SSLContext server, int times) throws Exception {
        for (int i = 0; i < times; i++) {
            new Duet(client, server).shakeHands();
        }
    }
}
