package org.tlsguard.samples.tests;

import static org.tlsguard.samples.tests.Certificate.EXPIRED;
import static org.tlsguard.samples.tests.Certificate.INTERNAL;
import static org.tlsguard.samples.tests.Certificate.SELF_SIGNED;
import static org.tlsguard.samples.tests.Certificate.SELF_SIGNED_CLONE;
import static org.tlsguard.samples.tests.Certificate.SOUND;
import static org.tlsguard.samples.tests.Certificate.WRONG_NAME;
import static org.tlsguard.samples.tests.Fate.CLEAN;
import static org.tlsguard.samples.tests.Fate.HONEST_REFUSAL;
import static org.tlsguard.samples.tests.Fate.REWRITTEN;
import static org.tlsguard.samples.tests.Fate.TOLERATED;
import static org.tlsguard.samples.tests.Fate.VETOED;
import static org.tlsguard.samples.tests.Fate.VETOED_UNHEARD;
import static org.tlsguard.samples.tests.Promise.active;
import static org.tlsguard.samples.tests.Promise.latent;
import static org.tlsguard.samples.tests.Promise.nothingOf;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tlsguard.samples.sinners.clean.DefaultClient;
import org.tlsguard.samples.sinners.clean.PinningClient;
import org.tlsguard.samples.sinners.clean.PrivateCaClient;
import org.tlsguard.samples.sinners.name.RawEngineClient;
import org.tlsguard.samples.sinners.name.RawSocketClient;
import org.tlsguard.samples.sinners.trust.ExtendedTrustAllClient;
import org.tlsguard.samples.sinners.trust.TrustAllClient;

/** Whoever implements JSSE: the same sins are caught, and the same care is left alone, as with the JDK's own. */
class OtherEngineIT {

    private static final List<String> CARRIERS = List.of("via=https", "via=socket", "via=engine");

    /** To the engines of others the HTTPS client of Java 8 tells no host. */
    private static int oldest(String carrier) {
        return carrier.equals("via=https") ? 11 : 8;
    }

    @TestFactory
    Stream<DynamicTest> aManagerThatTrustsEverybodyIsCaught() {
        List<Scenario> scenarios = new ArrayList<>();
        for (JsseProvider provider : JsseProvider.values()) {
            for (String carrier : CARRIERS) {
                for (Class<?> sinner : List.of(TrustAllClient.class, ExtendedTrustAllClient.class)) {
                    Certificate unsound = sinner == TrustAllClient.class ? SELF_SIGNED_CLONE : EXPIRED;
                    scenarios.add(provider.under(sinner)
                            .fromJdk(oldest(carrier))
                            .with(carrier)
                            .meeting(unsound)
                            .is(VETOED, active("trust", unsound.cause()).by(sinner.getName() + "$TrustAll")));
                    scenarios.add(provider.under(sinner)
                            .fromJdk(oldest(carrier))
                            .with(carrier)
                            .meeting(SOUND)
                            .is(REWRITTEN, latent("trust", "accepts-any").by(sinner.getName() + "$TrustAll")));
                }
            }
        }
        return Matrix.of(scenarios);
    }

    @TestFactory
    Stream<DynamicTest> aNameThatNobodyChecksIsCaught() {
        List<Scenario> scenarios = new ArrayList<>();
        for (JsseProvider provider : JsseProvider.values()) {
            for (Class<?> sinner : List.of(RawSocketClient.class, RawEngineClient.class)) {
                scenarios.add(provider.under(sinner).meeting(WRONG_NAME).is(VETOED, active("name", "mismatch")));
            }
            for (String carrier : List.of("via=socket", "via=engine")) {
                scenarios.add(provider.under(ExtendedTrustAllClient.class)
                        .with(carrier)
                        .meeting(WRONG_NAME)
                        .is(VETOED, active("name", "mismatch")));
            }
        }
        return Matrix.of(scenarios);
    }

    @TestFactory
    Stream<DynamicTest> verificationByTheEngineOrTheApplicationIsSound() {
        String store = "store=" + Pki.PRIVATE_STORE;
        String pin = "pin=" + INTERNAL.identity().keyPin();
        List<Scenario> scenarios = new ArrayList<>();
        for (JsseProvider provider : JsseProvider.values()) {
            for (String carrier : CARRIERS) {
                scenarios.add(provider.under(DefaultClient.class)
                        .fromJdk(oldest(carrier))
                        .with(carrier)
                        .meeting(SOUND)
                        .is(CLEAN));
                for (Certificate unsound : List.of(SELF_SIGNED, WRONG_NAME)) {
                    boolean nobodyAsksForTheName =
                            provider == JsseProvider.CONSCRYPT && unsound == WRONG_NAME && carrier.equals("via=https");
                    Scenario.Draft meeting = provider.under(DefaultClient.class)
                            .fromJdk(oldest(carrier))
                            .with(carrier)
                            .meeting(unsound);
                    scenarios.add(
                            nobodyAsksForTheName
                                    ? meeting.is(VETOED_UNHEARD, active("name", "mismatch"))
                                    : meeting.is(HONEST_REFUSAL));
                }
                scenarios.add(provider.under(PrivateCaClient.class)
                        .fromJdk(oldest(carrier))
                        .with(carrier, store)
                        .meeting(INTERNAL)
                        .is(CLEAN));
            }
            scenarios.add(provider.under(PinningClient.class)
                    .fromJdk(oldest("via=https"))
                    .with("via=https", pin)
                    .meeting(INTERNAL)
                    .is(TOLERATED, nothingOf("trust")));
        }
        return Matrix.of(scenarios);
    }
}
