package org.tlsguard.samples.tests;

import static org.tlsguard.samples.tests.Certificate.SOUND;
import static org.tlsguard.samples.tests.Certificate.WEAK_KEY;
import static org.tlsguard.samples.tests.Certificate.WEAK_SIGNATURE;
import static org.tlsguard.samples.tests.Fate.VETOED;
import static org.tlsguard.samples.tests.Promise.active;
import static org.tlsguard.samples.tests.Promise.latent;
import static org.tlsguard.samples.tests.Scenario.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tlsguard.samples.pki.Identity;
import org.tlsguard.samples.servers.TlsClient;
import org.tlsguard.samples.servers.TlsServer;
import org.tlsguard.samples.sinners.clean.DefaultClient;
import org.tlsguard.samples.sinners.server.WeakSuiteServer;
import org.tlsguard.samples.sinners.trust.TrustAllClient;

/** Keys and signatures that JSSE still takes and the policy does not. */
class KeyIT {

    private static final String DHE = "TLS_DHE_RSA_WITH_AES_128_GCM_SHA256";

    @TestFactory
    Stream<DynamicTest> aWeakCertificateIsRefused() {
        List<Scenario> scenarios = new ArrayList<>();
        for (Carrier carrier : Carrier.values()) {
            scenarios.add(carrier.under(DefaultClient.class)
                    .meeting(WEAK_KEY)
                    .is(VETOED, active("key", "weak-key").saying("1024")));
        }
        scenarios.add(sample(DefaultClient.class).meeting(WEAK_SIGNATURE).is(VETOED, active("key", "weak-signature")));
        Identity twiceWeak = Pki.PUBLIC
                .weakIntermediate("Weak CA")
                .leaf()
                .dns("localhost")
                .rsa(1024)
                .build();
        scenarios.add(sample(DefaultClient.class)
                .meeting(
                        "two weak keys",
                        speaking -> TlsServer.presenting(twiceWeak)
                                .protocols(speaking)
                                .start())
                .is(VETOED, active("key", "weak-key").saying("; CN=Weak CA: ").once()));
        scenarios.add(sample(TrustAllClient.class).meeting(WEAK_KEY).is(VETOED, active("key", "weak-key")));
        return Matrix.of(scenarios);
    }

    /** The servers of the test's JVM use 1024 bits, see its pom. */
    @TestFactory
    Stream<DynamicTest> aWeakKeyExchangeIsRefused() {
        List<Scenario> scenarios = new ArrayList<>();
        for (Carrier carrier : List.of(Carrier.HTTPS, Carrier.ENGINE)) {
            scenarios.add(carrier.under(DefaultClient.class)
                    .over("TLSv1.2")
                    .meeting(SOUND, server -> server.suites(DHE))
                    .is(VETOED, active("key", "weak-exchange").saying("1024")));
        }
        scenarios.add(sample(WeakSuiteServer.class)
                .with("identity=" + SOUND.keyStore(), "suites=" + DHE)
                .jvmOptions("-Djdk.tls.ephemeralDHKeySize=1024")
                .over("TLSv1.2")
                .visitedBy(
                        "a client without groups", () -> TlsClient.anonymous().suites(DHE))
                .is(
                        VETOED,
                        active("key", "weak-exchange").saying("1024"),
                        latent("configuration", "weakened").saying("jdk.tls.ephemeralDHKeySize")));
        return Matrix.of(scenarios);
    }
}
