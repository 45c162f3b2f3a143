package org.tlsguard.samples.tests;

import static org.tlsguard.samples.tests.Certificate.CONTAINS_NAME;
import static org.tlsguard.samples.tests.Certificate.ENDS_WITH_NAME;
import static org.tlsguard.samples.tests.Certificate.SOUND;
import static org.tlsguard.samples.tests.Certificate.WRONG_NAME;
import static org.tlsguard.samples.tests.Fate.TOLERATED;
import static org.tlsguard.samples.tests.Fate.VETOED;
import static org.tlsguard.samples.tests.Fate.VETOED_UNHEARD;
import static org.tlsguard.samples.tests.Promise.active;
import static org.tlsguard.samples.tests.Promise.latent;
import static org.tlsguard.samples.tests.Scenario.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tlsguard.samples.sinners.clean.DefaultClient;
import org.tlsguard.samples.sinners.devious.LyingSocketClient;
import org.tlsguard.samples.sinners.name.CarelessVerifierClient;
import org.tlsguard.samples.sinners.name.ClearedIdentificationClient;
import org.tlsguard.samples.sinners.name.ContainsMatcherClient;
import org.tlsguard.samples.sinners.name.DefaultVerifierClient;
import org.tlsguard.samples.sinners.name.EndsWithMatcherClient;
import org.tlsguard.samples.sinners.name.LambdaVerifierClient;
import org.tlsguard.samples.sinners.name.MethodReferenceVerifierClient;
import org.tlsguard.samples.sinners.name.RawEngineClient;
import org.tlsguard.samples.sinners.name.RawSocketClient;
import org.tlsguard.samples.sinners.name.ServerNameSocketClient;
import org.tlsguard.samples.sinners.name.YesVerifierClient;
import org.tlsguard.samples.sinners.plumbing.EngineConnection;
import org.tlsguard.samples.sinners.plumbing.Login;
import org.tlsguard.samples.sinners.trust.NamelessExtendedClient;

/** Whoever does not check the name is stopped before the first byte reaches the wrong host. */
class NameIT {

    @TestFactory
    Stream<DynamicTest> aVerifierThatAlwaysSaysYesIsCaught() {
        List<Scenario> scenarios = new ArrayList<>();
        for (Class<?> sinner : List.of(
                YesVerifierClient.class,
                LambdaVerifierClient.class,
                MethodReferenceVerifierClient.class,
                DefaultVerifierClient.class)) {
            // A lambda has no class of its own.
            String culprit = sinner == YesVerifierClient.class ? sinner.getName() + "$Yes" : sinner.getName();
            scenarios.add(sample(sinner)
                    .meeting(WRONG_NAME)
                    .is(VETOED, active("name", "accepts-any").by(culprit)));
            scenarios.add(sample(sinner)
                    .meeting(SOUND)
                    .is(TOLERATED, latent("name", "accepts-any").by(culprit)));
        }
        scenarios.add(sample(DefaultVerifierClient.class)
                .meeting(SOUND)
                .is(TOLERATED, latent("configuration", "weakened").by(DefaultVerifierClient.class)));
        return Matrix.of(scenarios);
    }

    @TestFactory
    Stream<DynamicTest> aHomeMadeMatcherThatMatchesTooMuchIsCaught() {
        return Matrix.of(List.of(
                sample(ContainsMatcherClient.class)
                        .meeting(CONTAINS_NAME)
                        .is(VETOED, active("name", null).by(ContainsMatcherClient.class.getName() + "$HomeMade")),
                sample(EndsWithMatcherClient.class)
                        .meeting(ENDS_WITH_NAME)
                        .is(VETOED, active("name", null).by(EndsWithMatcherClient.class.getName() + "$HomeMade"))));
    }

    /** It looks at something, and strangers have that as well. */
    @TestFactory
    Stream<DynamicTest> aVerifierThatLooksAtAnythingButTheNameIsCaught() {
        String culprit = CarelessVerifierClient.class.getName() + "$Careless";
        List<Scenario> scenarios = new ArrayList<>();
        for (String what : List.of("host", "session", "presence", "dates")) {
            scenarios.add(sample(CarelessVerifierClient.class)
                    .with("looking-at=" + what)
                    .meeting(WRONG_NAME)
                    .is(VETOED, active("name", "accepts-any").by(culprit)));
            scenarios.add(sample(CarelessVerifierClient.class)
                    .with("looking-at=" + what)
                    .meeting(SOUND)
                    .is(TOLERATED));
        }
        return Matrix.of(scenarios);
    }

    /** As JSSE would have compared, had somebody asked: with the server name as well, and without the dot of the root. */
    @TestFactory
    Stream<DynamicTest> theNameExpectedIsTheOneThatJsseWouldCompareWith() {
        return Matrix.of(List.of(
                sample(ServerNameSocketClient.class)
                        .with("name=elsewhere.example")
                        .meeting(WRONG_NAME)
                        .is(TOLERATED),
                sample(ServerNameSocketClient.class)
                        .with("name=another.example")
                        .meeting(WRONG_NAME)
                        .is(VETOED, active("name", "mismatch")),
                sample(ServerNameSocketClient.class)
                        .with("dialled=localhost.")
                        .meeting(SOUND)
                        .is(TOLERATED),
                sample(ServerNameSocketClient.class)
                        .with("dialled=localhost.")
                        .meeting(WRONG_NAME)
                        .is(VETOED, active("name", "mismatch"))));
    }

    /** The chain is verified, by a manager that is told the name and does not pass it on. */
    @TestFactory
    Stream<DynamicTest> aManagerThatLosesTheNameIsCaught() {
        List<Scenario> scenarios = new ArrayList<>();
        for (Carrier carrier : Carrier.values()) {
            scenarios.add(carrier.under(NamelessExtendedClient.class)
                    .meeting(WRONG_NAME)
                    .is(VETOED, active("name", "mismatch").by(NamelessExtendedClient.class.getName() + "$Nameless")));
            scenarios.add(
                    carrier.under(NamelessExtendedClient.class).meeting(SOUND).is(TOLERATED));
        }
        return Matrix.of(scenarios);
    }

    @TestFactory
    Stream<DynamicTest> aConnectionOnWhichNobodyChecksTheNameIsCaught() {
        List<Scenario> scenarios = new ArrayList<>();
        // Nobody switched anything off: at fault is the code that sends without having asked.
        Map<Class<?>, Class<?>> senders = new LinkedHashMap<>();
        senders.put(RawSocketClient.class, Login.class);
        senders.put(RawEngineClient.class, EngineConnection.class);
        senders.put(ClearedIdentificationClient.class, Login.class);
        senders.forEach((sinner, sender) -> {
            scenarios.add(sample(sinner)
                    .meeting(WRONG_NAME)
                    .is(VETOED, active("name", "mismatch").by(sender)));
            scenarios.add(sample(sinner)
                    .meeting(SOUND)
                    .is(TOLERATED, latent("name", "unchecked").by(sender)));
        });
        scenarios.add(sample(LyingSocketClient.class).meeting(WRONG_NAME).is(VETOED_UNHEARD, active("name", null)));
        scenarios.add(sample(LyingSocketClient.class).meeting(SOUND).is(TOLERATED));
        return Matrix.of(scenarios);
    }

    /** The sin is on the command line; the application knows nothing of it. */
    @TestFactory
    Stream<DynamicTest> aPropertyThatSwitchesTheNameCheckOffIsCaught() {
        return Matrix.of(List.of(Carrier.HTTP_CLIENT
                .under(DefaultClient.class)
                .jvmOptions("-Djdk.internal.httpclient.disableHostnameVerification=true")
                .meeting(WRONG_NAME)
                .is(
                        VETOED,
                        active("name", null),
                        latent("configuration", "weakened").saying("disableHostnameVerification"))));
    }
}
