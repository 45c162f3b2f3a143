package org.tlsguard.samples.sinners.probe;

import java.io.IOException;
import org.tlsguard.samples.sinners.trust.TrustAllClient;

/** Logs in once somebody has pressed the key. */
public final class PatientClient {

    private PatientClient() {}

    public static void main(String[] args) throws IOException {
        System.out.println("READY");
        System.in.read();
        TrustAllClient.main(args);
    }
}
