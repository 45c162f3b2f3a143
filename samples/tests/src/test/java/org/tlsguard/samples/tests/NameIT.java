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
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tlsguard.samples.sinners.clean.DefaultClient;
import org.tlsguard.samples.sinners.devious.LyingSocketClient;
import org.tlsguard.samples.sinners.name.ClearedIdentificationClient;
import org.tlsguard.samples.sinners.name.ContainsMatcherClient;
import org.tlsguard.samples.sinners.name.DefaultVerifierClient;
import org.tlsguard.samples.sinners.name.EndsWithMatcherClient;
import org.tlsguard.samples.sinners.name.LambdaVerifierClient;
import org.tlsguard.samples.sinners.name.MethodReferenceVerifierClient;
import org.tlsguard.samples.sinners.name.RawEngineClient;
import org.tlsguard.samples.sinners.name.RawSocketClient;
import org.tlsguard.samples.sinners.name.YesVerifierClient;

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
            scenarios.add(sample(sinner).meeting(WRONG_NAME).is(VETOED, active("name", null)));
            scenarios.add(sample(sinner).meeting(SOUND).is(TOLERATED));
        }
        scenarios.add(sample(YesVerifierClient.class)
                .meeting(WRONG_NAME)
                .is(VETOED, active("name", null).by(YesVerifierClient.class.getName() + "$Yes")));
        scenarios.add(sample(MethodReferenceVerifierClient.class)
                .meeting(WRONG_NAME)
                .is(VETOED, active("name", null).saying(MethodReferenceVerifierClient.class.getName())));
        scenarios.add(sample(LambdaVerifierClient.class)
                .meeting(WRONG_NAME)
                .is(VETOED, active("name", null).saying(LambdaVerifierClient.class.getName())));
        scenarios.add(sample(DefaultVerifierClient.class)
                .meeting(SOUND)
                .is(TOLERATED, latent("configuration", "weakened").by(DefaultVerifierClient.class)));
        return Matrix.ofSins(scenarios);
    }

    @TestFactory
    Stream<DynamicTest> aHomeMadeMatcherThatMatchesTooMuchIsCaught() {
        return Matrix.ofSins(List.of(
                sample(ContainsMatcherClient.class)
                        .meeting(CONTAINS_NAME)
                        .is(VETOED, active("name", null).by(ContainsMatcherClient.class.getName() + "$HomeMade")),
                sample(EndsWithMatcherClient.class)
                        .meeting(ENDS_WITH_NAME)
                        .is(VETOED, active("name", null).by(EndsWithMatcherClient.class.getName() + "$HomeMade"))));
    }

    @TestFactory
    Stream<DynamicTest> aConnectionOnWhichNobodyChecksTheNameIsCaught() {
        List<Scenario> scenarios = new ArrayList<>();
        for (Class<?> sinner :
                List.of(RawSocketClient.class, RawEngineClient.class, ClearedIdentificationClient.class)) {
            scenarios.add(sample(sinner)
                    .meeting(WRONG_NAME)
                    .is(VETOED, active("name", null).by(sinner)));
            scenarios.add(sample(sinner).meeting(SOUND).is(TOLERATED));
        }
        scenarios.add(sample(LyingSocketClient.class).meeting(WRONG_NAME).is(VETOED_UNHEARD, active("name", null)));
        scenarios.add(sample(LyingSocketClient.class).meeting(SOUND).is(TOLERATED));
        return Matrix.ofSins(scenarios);
    }

    /** The sin is on the command line; the application knows nothing of it. */
    @TestFactory
    Stream<DynamicTest> aPropertyThatSwitchesTheNameCheckOffIsCaught() {
        return Matrix.ofSins(List.of(Carrier.HTTP_CLIENT
                .under(DefaultClient.class)
                .jvmOptions("-Djdk.internal.httpclient.disableHostnameVerification=true")
                .meeting(WRONG_NAME)
                .is(
                        VETOED,
                        active("name", null),
                        latent("configuration", "weakened").saying("disableHostnameVerification"))));
    }
}
