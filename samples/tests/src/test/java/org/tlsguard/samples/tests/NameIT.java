package org.tlsguard.samples.tests;

import static org.tlsguard.samples.tests.Certificate.CONTAINS_NAME;
import static org.tlsguard.samples.tests.Certificate.ENDS_WITH_NAME;
import static org.tlsguard.samples.tests.Certificate.SOUND;
import static org.tlsguard.samples.tests.Certificate.WRONG_NAME;
import static org.tlsguard.samples.tests.Fate.TOLERATED;
import static org.tlsguard.samples.tests.Fate.VETOED;
import static org.tlsguard.samples.tests.Fate.VETOED_UNHEARD;
import static org.tlsguard.samples.tests.Promise.active;
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
        return Matrix.of(scenarios);
    }

    @TestFactory
    Stream<DynamicTest> aHomeMadeMatcherThatMatchesTooMuchIsCaught() {
        return Matrix.of(List.of(
                sample(ContainsMatcherClient.class).meeting(CONTAINS_NAME).is(VETOED, active("name", null)),
                sample(EndsWithMatcherClient.class).meeting(ENDS_WITH_NAME).is(VETOED, active("name", null))));
    }

    @TestFactory
    Stream<DynamicTest> aConnectionOnWhichNobodyChecksTheNameIsCaught() {
        List<Scenario> scenarios = new ArrayList<>();
        for (Class<?> sinner :
                List.of(RawSocketClient.class, RawEngineClient.class, ClearedIdentificationClient.class)) {
            scenarios.add(sample(sinner).meeting(WRONG_NAME).is(VETOED, active("name", null)));
            scenarios.add(sample(sinner).meeting(SOUND).is(TOLERATED));
        }
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
                .is(VETOED, active("name", null))));
    }
}
