package org.tlsguard.samples.tests;

import static org.tlsguard.samples.tests.Certificate.INTERNAL;
import static org.tlsguard.samples.tests.Certificate.PRIVATE_CLIENT;
import static org.tlsguard.samples.tests.Certificate.PUBLIC_CLIENT;
import static org.tlsguard.samples.tests.Certificate.SELF_SIGNED;
import static org.tlsguard.samples.tests.Certificate.SOUND;
import static org.tlsguard.samples.tests.Fate.CLEAN;
import static org.tlsguard.samples.tests.Fate.DISARMED;
import static org.tlsguard.samples.tests.Fate.HONEST_REFUSAL;
import static org.tlsguard.samples.tests.Fate.REWRITTEN;
import static org.tlsguard.samples.tests.Fate.VETOED;
import static org.tlsguard.samples.tests.Promise.active;
import static org.tlsguard.samples.tests.Promise.latent;
import static org.tlsguard.samples.tests.Scenario.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tlsguard.samples.servers.TlsClient;
import org.tlsguard.samples.sinners.clean.MutualServer;
import org.tlsguard.samples.sinners.server.ExtendedTrustAnyClientServer;
import org.tlsguard.samples.sinners.server.OldProtocolServer;
import org.tlsguard.samples.sinners.server.TrustAnyClientServer;
import org.tlsguard.samples.sinners.server.WeakSuiteServer;

/** Servers sin too. */
class ServerIT {

    private static final String IDENTITY = "identity=" + SOUND.keyStore();

    @TestFactory
    Stream<DynamicTest> aServerThatTakesAnybodysClientCertificateIsCaught() {
        List<Scenario> scenarios = new ArrayList<>();
        for (Class<?> sinner : List.of(TrustAnyClientServer.class, ExtendedTrustAnyClientServer.class)) {
            String culprit = sinner.getName() + "$TrustAll";
            for (String protocol : List.of("TLSv1.2", "TLSv1.3")) {
                for (Certificate impostor : List.of(SELF_SIGNED, PRIVATE_CLIENT)) {
                    scenarios.add(sample(sinner)
                            .with(IDENTITY)
                            .over(protocol)
                            .visitedBy(impostor)
                            .is(VETOED, active("trust", impostor.cause()).by(culprit)));
                }
                scenarios.add(sample(sinner)
                        .with(IDENTITY)
                        .over(protocol)
                        .visitedBy(PUBLIC_CLIENT)
                        .is(REWRITTEN, latent("trust", null).by(culprit)));
            }
        }
        return Matrix.of(scenarios);
    }

    /** A connection that stood for nobody in particular comes to stand for a client, and is judged anew. */
    @TestFactory
    Stream<DynamicTest> aServerThatAsksForTheCertificateLaterIsJudgedThen() {
        String culprit = TrustAnyClientServer.class.getName() + "$TrustAll";
        List<Scenario> scenarios = new ArrayList<>();
        scenarios.add(later(sample(TrustAnyClientServer.class).with(IDENTITY), SELF_SIGNED)
                .is(VETOED, active("trust", "self-signed").by(culprit).once()));
        scenarios.add(later(sample(TrustAnyClientServer.class).with(IDENTITY), PUBLIC_CLIENT)
                .is(REWRITTEN, latent("trust", null).by(culprit).once()));
        String[] mutual = {"store=" + Pki.PRIVATE_STORE, "identity=" + INTERNAL.keyStore()};
        scenarios.add(
                later(sample(MutualServer.class).with(mutual), PRIVATE_CLIENT).is(CLEAN));
        scenarios.add(
                later(sample(MutualServer.class).with(mutual), SELF_SIGNED).is(HONEST_REFUSAL));
        return Matrix.of(scenarios);
    }

    private static Scenario.Draft later(Scenario.Draft server, Certificate visitor) {
        return server.with("demanding=later")
                .over("TLSv1.2")
                .visitedBy(
                        "visited by " + visitor,
                        () -> TlsClient.presenting(visitor.identity()).afterWelcome());
    }

    /** The sin is on the command line; the application knows nothing of it. */
    @TestFactory
    Stream<DynamicTest> aServerIsDisarmedWhenAPropertiesFileBroughtAnOldVersionBack() {
        List<Scenario> scenarios = new ArrayList<>();
        for (String protocol : List.of("TLSv1", "TLSv1.1")) {
            scenarios.add(sample(MutualServer.class)
                    .with("store=" + Pki.PRIVATE_STORE, "identity=" + INTERNAL.keyStore())
                    .jvmOptions("-Djava.security.properties=" + Pki.LAX_PROPERTIES)
                    .jvmOptions("-Djdk.tls.server.protocols=" + protocol)
                    .over(protocol)
                    .visitedBy(PRIVATE_CLIENT)
                    .is(DISARMED, active("protocol", "weak-negotiated")));
        }
        return Matrix.of(scenarios);
    }

    @TestFactory
    Stream<DynamicTest> aServerThatSpeaksWhatIsWeakIsDisarmed() {
        List<Scenario> scenarios = new ArrayList<>();
        for (String protocol : List.of("TLSv1", "TLSv1.1")) {
            scenarios.add(sample(OldProtocolServer.class)
                    .with(IDENTITY, "protocols=" + protocol)
                    .over(protocol)
                    .visitedBy("an old client", TlsClient::anonymous)
                    .is(DISARMED, active("protocol", "weak-negotiated").by(OldProtocolServer.class)));
        }
        for (String suite : WeakIT.SUITES) {
            scenarios.add(sample(WeakSuiteServer.class)
                    .with(IDENTITY, "suites=" + suite)
                    .over("TLSv1.2")
                    .visitedBy("an old client", () -> TlsClient.anonymous().suites(suite))
                    .is(DISARMED, active("cipher", "weak-negotiated").by(WeakSuiteServer.class)));
        }
        // What is left would do, and the client insists on the rest.
        String rc4 = "SSL_RSA_WITH_RC4_128_SHA";
        scenarios.add(sample(WeakSuiteServer.class)
                .with(IDENTITY, "suites=" + rc4 + ",TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256")
                .over("TLSv1.2")
                .visitedBy("an old client", () -> TlsClient.anonymous().suites(rc4))
                .is(DISARMED, active("cipher", "weak-negotiated").by(WeakSuiteServer.class)));
        return Matrix.of(scenarios);
    }
}
