package org.tlsguard.samples.benchmarks.workload;

import org.tlsguard.samples.sinners.clean.DefaultClient;

/** One HTTPS request of a sound application; the line it prints is when it was answered. */
public final class FirstRequest {

    private FirstRequest() {}

    public static void main(String[] args) throws Exception {
        DefaultClient.main(args);
        Figures.resident();
    }
}
