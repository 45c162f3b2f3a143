package org.tlsguard.samples.tests;

import static org.tlsguard.samples.tests.Certificate.INTERNAL;
import static org.tlsguard.samples.tests.Certificate.PRIVATE_CLIENT;
import static org.tlsguard.samples.tests.Certificate.SOUND;
import static org.tlsguard.samples.tests.Fate.TOLERATED;
import static org.tlsguard.samples.tests.Promise.latent;
import static org.tlsguard.samples.tests.Scenario.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tlsguard.samples.sinners.clean.DefaultClient;
import org.tlsguard.samples.sinners.clean.MutualServer;
import org.tlsguard.samples.sinners.configuration.SecurityPropertyClient;
import org.tlsguard.samples.sinners.configuration.SystemPropertyClient;

/** Switches of the whole JVM are found, and where code moved them, the code. */
class SwitchIT {

    private static final List<String> CLIENT_SWITCHES = List.of(
            "https.protocols=TLSv1.1,TLSv1.2",
            "https.cipherSuites=SSL_RSA_WITH_3DES_EDE_CBC_SHA,TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
            "jdk.tls.client.protocols=TLSv1,TLSv1.2",
            "jdk.tls.client.cipherSuites=SSL_RSA_WITH_3DES_EDE_CBC_SHA,TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
            "jdk.internal.httpclient.disableHostnameVerification=true",
            "com.sun.jndi.ldap.object.disableEndpointIdentification=true",
            "jdk.rmi.ssl.client.enableEndpointIdentification=false",
            "jdk.tls.allowUnsafeServerCertChange=true",
            "jdk.tls.trustNameService=true",
            "jdk.tls.useExtendedMasterSecret=false",
            "jdk.tls.ephemeralDHKeySize=1024",
            "jdk.security.allowNonCaAnchor=true",
            "sun.security.ssl.allowUnsafeRenegotiation=true");

    /** What no other check of the guard's makes up for. */
    private static final List<String> BEYOND_REPAIR = List.of(
            "jdk.tls.trustNameService",
            "jdk.tls.useExtendedMasterSecret",
            "jdk.security.allowNonCaAnchor",
            "sun.security.ssl.allowUnsafeRenegotiation");

    @TestFactory
    Stream<DynamicTest> aSwitchOnTheCommandLineIsFound() {
        List<Scenario> scenarios = new ArrayList<>();
        for (String each : CLIENT_SWITCHES.subList(0, 7)) {
            scenarios.add(sample(DefaultClient.class)
                    .jvmOptions("-D" + each)
                    .over("TLSv1.2")
                    .meeting(SOUND)
                    .is(TOLERATED, weakened(each)));
        }
        String server = "jdk.tls.server.protocols=TLSv1,TLSv1.2";
        scenarios.add(sample(MutualServer.class)
                .jvmOptions("-D" + server)
                .with("store=" + Pki.PRIVATE_STORE, "identity=" + INTERNAL.keyStore())
                .over("TLSv1.2")
                .visitedBy(PRIVATE_CLIENT)
                .is(TOLERATED, weakened(server)));
        scenarios.add(sample(DefaultClient.class)
                .jvmOptions("-Djava.security.properties=" + Pki.LAX_PROPERTIES)
                .meeting(SOUND)
                .is(
                        TOLERATED,
                        latent("configuration", "weakened")
                                .saying("jdk.tls.disabledAlgorithms")
                                .saying("java.security.properties")));
        return Matrix.of(scenarios);
    }

    @TestFactory
    Stream<DynamicTest> aSwitchThatCodeMovedIsFoundWithTheCode() {
        List<Scenario> scenarios = new ArrayList<>();
        for (String each : CLIENT_SWITCHES) {
            scenarios.add(sample(SystemPropertyClient.class)
                    .with("set=" + each.substring(0, each.indexOf('=')))
                    .over("TLSv1.2")
                    .meeting(SOUND)
                    .is(TOLERATED, weakened(each).by(SystemPropertyClient.class)));
        }
        for (String key : List.of("jdk.tls.disabledAlgorithms", "jdk.certpath.disabledAlgorithms")) {
            for (String when : List.of("before", "after")) {
                scenarios.add(sample(SecurityPropertyClient.class)
                        .with("key=" + key, "when=" + when)
                        .meeting(SOUND)
                        .is(
                                TOLERATED,
                                latent("configuration", "weakened").saying(key).by(SecurityPropertyClient.class)));
            }
        }
        return Matrix.of(scenarios);
    }

    private static Promise weakened(String pair) {
        String key = pair.substring(0, pair.indexOf('='));
        Promise promise = latent("configuration", "weakened").saying(key);
        return BEYOND_REPAIR.contains(key) ? promise.merelyReported() : promise;
    }
}
