package org.tlsguard.samples.benchmarks.workload;

import java.nio.ByteBuffer;

/** Application data over one connection, record by record: {@code KEYSTORE sound|trust-all WARM-UP MEASURED}. */
public final class ApplicationData {

    private static final int RECORD = 16 * 1024;

    private ApplicationData() {}

    public static void main(String[] args) throws Exception {
        Duet duet = new Duet(Contexts.client(args[1]), Contexts.server(args[0]));
        duet.shakeHands();
        send(duet, Integer.parseInt(args[2]));
        int measured = Integer.parseInt(args[3]);
        Figures figures = Figures.start();
        send(duet, measured);
        figures.stop(measured);
    }

    private static void send(Duet duet, int records) throws Exception {
        ByteBuffer data = ByteBuffer.allocate(RECORD);
        for (int i = 0; i < records; i++) {
            data.clear();
            duet.send(data);
        }
    }
}
