package org.tlsguard.samples.tests;

import static org.tlsguard.samples.tests.Certificate.SOUND;
import static org.tlsguard.samples.tests.Fate.DISARMED;
import static org.tlsguard.samples.tests.Promise.active;
import static org.tlsguard.samples.tests.Promise.latent;
import static org.tlsguard.samples.tests.Scenario.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tlsguard.samples.sinners.clean.DefaultClient;
import org.tlsguard.samples.sinners.configuration.SecurityPropertyClient;
import org.tlsguard.samples.sinners.protocol.NamedContextClient;
import org.tlsguard.samples.sinners.protocol.ParametersClient;
import org.tlsguard.samples.sinners.protocol.SetterClient;
import org.tlsguard.samples.sinners.protocol.SuiteClient;
import org.tlsguard.samples.sinners.protocol.TwoSettersClient;

/** Old versions and weak suites are reported where they were negotiated, and taken away where the guard may. */
class WeakIT {

    /** One of each kind that every JDK up to 25 still has in store. */
    static final List<String> SUITES = List.of(
            "SSL_RSA_WITH_RC4_128_SHA",
            "SSL_RSA_WITH_3DES_EDE_CBC_SHA",
            "TLS_RSA_WITH_NULL_SHA256",
            "TLS_DH_anon_WITH_AES_128_CBC_SHA");

    /** Not allowed in later versions than TLS 1.0. */
    private static final String EXPORT = "SSL_RSA_EXPORT_WITH_RC4_40_MD5";

    private static final List<String> OLD = List.of("TLSv1", "TLSv1.1");

    @TestFactory
    Stream<DynamicTest> anOldVersionIsReportedHoweverItWasEnabled() {
        List<Scenario> scenarios = new ArrayList<>();
        for (String protocol : OLD) {
            for (Class<?> sinner : List.of(SetterClient.class, ParametersClient.class, TwoSettersClient.class)) {
                scenarios.add(sample(sinner)
                        .with("protocols=" + protocol)
                        .over(protocol)
                        .meeting(SOUND)
                        .is(DISARMED, active("protocol", "weak-negotiated").by(sinner)));
            }
            scenarios.add(sample(NamedContextClient.class)
                    .with("protocols=" + protocol)
                    .over(protocol)
                    .meeting(SOUND)
                    .is(DISARMED, active("protocol", "weak-negotiated")));
        }
        scenarios.add(sample(SetterClient.class)
                .with("protocols=SSLv3")
                .over("SSLv3")
                .meeting(SOUND)
                .is(DISARMED, active("protocol", "weak-negotiated")));
        return Matrix.of(scenarios);
    }

    /** The sin is on the command line; the application knows nothing of it. */
    @TestFactory
    Stream<DynamicTest> anOldVersionIsReportedWhenAPropertiesFileBroughtItBack() {
        List<Scenario> scenarios = new ArrayList<>();
        for (String protocol : OLD) {
            scenarios.add(sample(DefaultClient.class)
                    .jvmOptions("-Djava.security.properties=" + Pki.LAX_PROPERTIES)
                    .jvmOptions("-Djdk.tls.client.protocols=" + protocol)
                    .over(protocol)
                    .meeting(SOUND)
                    .is(DISARMED, active("protocol", "weak-negotiated")));
        }
        return Matrix.of(scenarios);
    }

    /** Nobody asks for it: with the list emptied, it is among the JVM's own defaults again. */
    @TestFactory
    Stream<DynamicTest> anOldVersionIsReportedWhenCodeBroughtItBack() {
        List<Scenario> scenarios = new ArrayList<>();
        for (String protocol : OLD) {
            scenarios.add(sample(SecurityPropertyClient.class)
                    .with("key=jdk.tls.disabledAlgorithms", "when=before")
                    .over(protocol)
                    .meeting(SOUND)
                    .is(
                            DISARMED,
                            active("protocol", "weak-negotiated").by(SecurityPropertyClient.class),
                            latent("configuration", "weakened").by(SecurityPropertyClient.class)));
        }
        return Matrix.of(scenarios);
    }

    /** As {@code https.protocols} does, for {@code HttpsURLConnection} alone. */
    @TestFactory
    Stream<DynamicTest> anOldVersionIsReportedWhenASystemPropertyAsksForIt() {
        return Matrix.of(OLD.stream()
                .map(protocol -> sample(DefaultClient.class)
                        .jvmOptions("-Djava.security.properties=" + Pki.LAX_PROPERTIES)
                        .jvmOptions("-Dhttps.protocols=" + protocol)
                        .over(protocol)
                        .meeting(SOUND)
                        .is(DISARMED, active("protocol", "weak-negotiated")))
                .toList());
    }

    @TestFactory
    Stream<DynamicTest> aWeakSuiteIsReported() {
        List<Scenario> scenarios = new ArrayList<>();
        for (String suite : SUITES) {
            scenarios.add(sample(SuiteClient.class)
                    .with("suites=" + suite)
                    .over("TLSv1.2")
                    .meeting(SOUND, server -> server.suites(suite))
                    .is(DISARMED, active("cipher", "weak-negotiated").by(SuiteClient.class)));
        }
        scenarios.add(sample(SuiteClient.class)
                .with("suites=" + EXPORT)
                .jvmOptions("-Djava.security.properties=" + Pki.LAX_PROPERTIES)
                .over("TLSv1")
                .meeting(SOUND, server -> server.suites(EXPORT))
                .is(
                        // Suites of TLS 1.0 leave nothing but TLS 1.0, and that is refused first.
                        DISARMED, active("protocol", "weak-negotiated"), active("cipher", "weak-negotiated")));
        return Matrix.of(scenarios);
    }
}
