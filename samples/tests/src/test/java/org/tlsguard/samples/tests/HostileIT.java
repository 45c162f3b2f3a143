package org.tlsguard.samples.tests;

import static org.tlsguard.samples.tests.Certificate.BIDI;
import static org.tlsguard.samples.tests.Certificate.CONTROLS;
import static org.tlsguard.samples.tests.Certificate.MANY_NAMES;
import static org.tlsguard.samples.tests.Certificate.MARKUP;
import static org.tlsguard.samples.tests.Certificate.MEGABYTE;
import static org.tlsguard.samples.tests.Fate.VETOED;
import static org.tlsguard.samples.tests.Promise.active;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tlsguard.samples.servers.TlsServer;
import org.tlsguard.samples.sinners.trust.TrustAllClient;

/** What an attacker writes into a certificate stays data, and makes nothing slow. */
class HostileIT {

    @TestFactory
    Stream<DynamicTest> aHostileCertificateIsReportedAndNothingOfItIsExecuted() {
        List<Scenario> scenarios = new ArrayList<>();
        for (Certificate hostile : List.of(MARKUP, CONTROLS, BIDI, MEGABYTE, MANY_NAMES)) {
            for (Carrier carrier : List.of(Carrier.HTTPS, Carrier.ENGINE)) {
                scenarios.add(carrier.under(TrustAllClient.class)
                        // Or JSSE would not even look at the long ones.
                        .jvmOptions("-Djdk.tls.maxHandshakeMessageSize=16000000")
                        .meeting(hostile, TlsServer::withoutTickets)
                        .is(VETOED, active("trust", hostile.cause()).by(TrustAllClient.class.getName() + "$TrustAll")));
            }
        }
        return Matrix.of(scenarios);
    }
}
