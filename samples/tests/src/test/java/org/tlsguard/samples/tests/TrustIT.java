package org.tlsguard.samples.tests;

import static org.tlsguard.samples.tests.Certificate.BAD_SIGNATURE;
import static org.tlsguard.samples.tests.Certificate.CLONED_CA;
import static org.tlsguard.samples.tests.Certificate.EXPIRED;
import static org.tlsguard.samples.tests.Certificate.FORGED_ISSUER;
import static org.tlsguard.samples.tests.Certificate.FORGED_ISSUER_AND_AUTHORITY;
import static org.tlsguard.samples.tests.Certificate.INTERNAL;
import static org.tlsguard.samples.tests.Certificate.ISSUER_NOT_CA;
import static org.tlsguard.samples.tests.Certificate.NOT_YET_VALID;
import static org.tlsguard.samples.tests.Certificate.OUTSIDE_CONSTRAINTS;
import static org.tlsguard.samples.tests.Certificate.SELF_SIGNED;
import static org.tlsguard.samples.tests.Certificate.SELF_SIGNED_CLONE;
import static org.tlsguard.samples.tests.Certificate.SOUND;
import static org.tlsguard.samples.tests.Certificate.UNKNOWN_EXTENSION;
import static org.tlsguard.samples.tests.Certificate.WRONG_NAME;
import static org.tlsguard.samples.tests.Certificate.WRONG_USAGE;
import static org.tlsguard.samples.tests.Fate.CLEAN;
import static org.tlsguard.samples.tests.Fate.REWRITTEN;
import static org.tlsguard.samples.tests.Fate.TOLERATED;
import static org.tlsguard.samples.tests.Fate.VETOED;
import static org.tlsguard.samples.tests.Promise.active;
import static org.tlsguard.samples.tests.Promise.latent;
import static org.tlsguard.samples.tests.Promise.nothingOf;
import static org.tlsguard.samples.tests.Scenario.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tlsguard.samples.sinners.boot.BootLauncher;
import org.tlsguard.samples.sinners.clean.DefaultClient;
import org.tlsguard.samples.sinners.devious.CountingClient;
import org.tlsguard.samples.sinners.devious.HostileObjectClient;
import org.tlsguard.samples.sinners.devious.LyingIssuersClient;
import org.tlsguard.samples.sinners.devious.StackWatchingClient;
import org.tlsguard.samples.sinners.devious.TalkativeClient;
import org.tlsguard.samples.sinners.trust.AnonymousClassClient;
import org.tlsguard.samples.sinners.trust.AuthorityPinClient;
import org.tlsguard.samples.sinners.trust.BackgroundClient;
import org.tlsguard.samples.sinners.trust.ClientsOnlyClient;
import org.tlsguard.samples.sinners.trust.DatesOnlyClient;
import org.tlsguard.samples.sinners.trust.DefaultContextClient;
import org.tlsguard.samples.sinners.trust.ExpiryForgivingClient;
import org.tlsguard.samples.sinners.trust.ExtendedTrustAllClient;
import org.tlsguard.samples.sinners.trust.FirstUseClient;
import org.tlsguard.samples.sinners.trust.FlagGuardedClient;
import org.tlsguard.samples.sinners.trust.GeneratedClient;
import org.tlsguard.samples.sinners.trust.GenerousAgent;
import org.tlsguard.samples.sinners.trust.IssuerNameOnlyClient;
import org.tlsguard.samples.sinners.trust.LoggingClient;
import org.tlsguard.samples.sinners.trust.OwnDateClient;
import org.tlsguard.samples.sinners.trust.PluginClient;
import org.tlsguard.samples.sinners.trust.ProviderContextClient;
import org.tlsguard.samples.sinners.trust.ProviderFactoryClient;
import org.tlsguard.samples.sinners.trust.ProviderValidatorClient;
import org.tlsguard.samples.sinners.trust.ProxyClient;
import org.tlsguard.samples.sinners.trust.RenegotiatedClient;
import org.tlsguard.samples.sinners.trust.ResumedTrustAllClient;
import org.tlsguard.samples.sinners.trust.SecondTryClient;
import org.tlsguard.samples.sinners.trust.SwallowingClient;
import org.tlsguard.samples.sinners.trust.TheatreClient;
import org.tlsguard.samples.sinners.trust.TrustAllClient;
import org.tlsguard.samples.sinners.trust.WrappedTrustAllClient;

/** Trust managers that let the wrong peer in are told apart by what they did, and stopped. */
class TrustIT {

    static final List<Certificate> UNSOUND = List.of(
            SELF_SIGNED,
            SELF_SIGNED_CLONE,
            CLONED_CA,
            INTERNAL,
            FORGED_ISSUER,
            EXPIRED,
            NOT_YET_VALID,
            BAD_SIGNATURE,
            ISSUER_NOT_CA,
            OUTSIDE_CONSTRAINTS,
            WRONG_USAGE,
            UNKNOWN_EXTENSION);

    /** Whatever is wrong with the certificate. */
    @TestFactory
    Stream<DynamicTest> aManagerThatTrustsEverybodyIsCaughtWithTheRightCause() {
        List<Scenario> scenarios = new ArrayList<>();
        for (Certificate certificate : UNSOUND) {
            scenarios.add(caught(Carrier.HTTPS, TrustAllClient.class, certificate));
            scenarios.add(caught(Carrier.ENGINE, ExtendedTrustAllClient.class, certificate));
        }
        return Matrix.of(scenarios);
    }

    /** On whatever the JDK offers to carry data. */
    @TestFactory
    Stream<DynamicTest> aManagerThatTrustsEverybodyIsCaughtOnEveryCarrier() {
        List<Scenario> scenarios = new ArrayList<>();
        for (Carrier carrier : Carrier.values()) {
            for (Class<?> sinner : List.of(TrustAllClient.class, ExtendedTrustAllClient.class)) {
                scenarios.add(caught(carrier, sinner, SELF_SIGNED_CLONE));
                scenarios.add(carrier.under(sinner)
                        .meeting(SOUND)
                        .is(REWRITTEN, latent("trust", null).by(sinner.getName() + "$TrustAll")));
            }
        }
        return Matrix.of(scenarios);
    }

    /** Who hands JSSE an extended manager takes over the name check as well. */
    @TestFactory
    Stream<DynamicTest> anExtendedManagerThatIgnoresNamesIsCaught() {
        List<Scenario> scenarios = new ArrayList<>();
        for (Carrier carrier : Carrier.values()) {
            scenarios.add(carrier.under(ExtendedTrustAllClient.class)
                    .meeting(WRONG_NAME)
                    .is(VETOED, active("name", null)));
        }
        return Matrix.of(scenarios);
    }

    /** However the sin is written, wrapped, generated or loaded. */
    @TestFactory
    Stream<DynamicTest> everyShapeOfTheSinIsCaughtAndNamed() {
        List<Scenario> scenarios = new ArrayList<>();
        scenarios.addAll(shape(AnonymousClassClient.class, "1"));
        scenarios.addAll(shape(LoggingClient.class, "Logging"));
        scenarios.addAll(shape(FlagGuardedClient.class, "Guarded"));
        scenarios.addAll(shape(DatesOnlyClient.class, "DatesOnly"));
        scenarios.addAll(shape(ClientsOnlyClient.class, "ClientsOnly"));
        scenarios.addAll(shape(WrappedTrustAllClient.class, "TrustAll"));
        scenarios.addAll(shape(TheatreClient.class, "Theatre"));
        scenarios.addAll(shape(FirstUseClient.class, "FirstUse"));
        scenarios.addAll(shape(ProxyClient.class, null));
        scenarios.addAll(shape(ProviderFactoryClient.class, "TrustAll"));
        scenarios.addAll(shape(ProviderContextClient.class, "TrustAll"));
        scenarios.addAll(shape(PluginClient.class, "TrustAll"));
        scenarios.addAll(shape(DefaultContextClient.class, "TrustAll"));
        scenarios.addAll(shape(LyingIssuersClient.class, "Lying"));
        scenarios.addAll(shape(HostileObjectClient.class, "Hostile"));
        scenarios.addAll(shape(CountingClient.class, "Counting"));
        scenarios.addAll(shape(StackWatchingClient.class, "StackWatching"));
        scenarios.addAll(shape(TalkativeClient.class, "Talkative"));
        scenarios.addAll(shape(BackgroundClient.class, "Background"));
        scenarios.add(sample(DefaultContextClient.class)
                .meeting(SOUND)
                .is(REWRITTEN, latent("configuration", "weakened").by(DefaultContextClient.class)));
        // The context is another provider's, and the engine below it the JDK's, which is guarded.
        scenarios.add(sample(ProviderContextClient.class).meeting(SOUND).is(REWRITTEN, nothingOf("coverage")));
        return Matrix.of(scenarios);
    }

    /** The guard's own validation does not ask the application's provider. */
    @TestFactory
    Stream<DynamicTest> aPathValidatorOfItsOwnThatFindsEveryPathValidIsCaught() {
        String culprit = ProviderValidatorClient.class.getName() + "$Validating";
        String store = "store=" + Pki.PUBLIC_STORE;
        List<Scenario> scenarios = new ArrayList<>();
        for (Certificate unsound : List.of(INTERNAL, EXPIRED, ISSUER_NOT_CA, OUTSIDE_CONSTRAINTS, WRONG_USAGE)) {
            scenarios.add(sample(ProviderValidatorClient.class)
                    .with(store)
                    .meeting(unsound)
                    .is(VETOED, active("trust", unsound.cause()).by(culprit)));
        }
        scenarios.add(sample(ProviderValidatorClient.class)
                .with(store)
                .meeting(SOUND)
                .is(REWRITTEN, latent("trust", null).by(culprit)));
        return Matrix.of(scenarios);
    }

    /** A class that came from nowhere has no jar to be named. */
    @TestFactory
    Stream<DynamicTest> aManagerMadeWhileTheApplicationRunsIsCaught() {
        String culprit = "at fault: " + GeneratedClient.class.getName() + "$TrustAll";
        List<Scenario> scenarios = new ArrayList<>();
        for (String how : List.of("loader", "hidden")) {
            int firstJdk = how.equals("hidden") ? 15 : 8;
            scenarios.add(sample(GeneratedClient.class)
                    .with("how=" + how)
                    .fromJdk(firstJdk)
                    .meeting(SELF_SIGNED)
                    .is(VETOED, active("trust", "self-signed").saying(culprit)));
            scenarios.add(sample(GeneratedClient.class)
                    .with("how=" + how)
                    .fromJdk(firstJdk)
                    .meeting(SOUND)
                    .is(REWRITTEN, latent("trust", null).saying(culprit)));
        }
        return Matrix.of(scenarios);
    }

    /** Only the first handshake asks the manager; the others are counted with it. */
    @TestFactory
    Stream<DynamicTest> aResumedSessionIsTheSameSin() {
        List<Scenario> scenarios = new ArrayList<>();
        String culprit = ResumedTrustAllClient.class.getName() + "$TrustAll";
        for (Carrier carrier : Carrier.values()) {
            scenarios.add(carrier.under(ResumedTrustAllClient.class)
                    .meeting(SELF_SIGNED)
                    .resuming(3)
                    .is(VETOED, active("trust", "self-signed").by(culprit).once()));
            scenarios.add(carrier.under(ResumedTrustAllClient.class)
                    .meeting(SOUND)
                    .resuming(3)
                    .is(REWRITTEN, latent("trust", null).by(culprit).once()));
        }
        return Matrix.of(scenarios);
    }

    /** A verdict holds for one handshake. */
    @TestFactory
    Stream<DynamicTest> aServerThatChangesItsCertificateIsJudgedAnew() {
        String culprit = RenegotiatedClient.class.getName() + "$TrustAll";
        return Matrix.of(List.of(
                sample(RenegotiatedClient.class)
                        .over("TLSv1.2")
                        .meeting(SOUND, server -> server.renegotiatingAs(SELF_SIGNED_CLONE.identity()))
                        .is(VETOED, active("trust", "self-signed").by(culprit)),
                sample(RenegotiatedClient.class)
                        .over("TLSv1.2")
                        .meeting(SOUND, server -> server.renegotiatingAs(SOUND.identity()))
                        .is(REWRITTEN, latent("trust", null).by(culprit))));
    }

    @TestFactory
    Stream<DynamicTest> theCulpritIsNamedInAJarWithinAJar() {
        String culprit = TrustAllClient.class.getName() + "$TrustAll";
        String library = NestedJar.LIBRARY;
        String[] arguments = {"app=" + NestedJar.file(), "main=" + TrustAllClient.class.getName()};
        return Matrix.of(List.of(
                sample(BootLauncher.class)
                        .with(arguments)
                        .meeting(SELF_SIGNED)
                        .is(VETOED, active("trust", "self-signed").by(culprit).in("shop.jar!/" + library)),
                sample(BootLauncher.class)
                        .with(arguments)
                        .meeting(SOUND)
                        .is(REWRITTEN, latent("trust", null).by(culprit).in("shop.jar!/" + library))));
    }

    /** The guard comes second on the command line: the default is already spoilt when it starts. */
    @TestFactory
    Stream<DynamicTest> anAgentThatTrustsEverybodyIsCaught() {
        // Who installed it is known to nobody.
        String culprit = "at fault: " + GenerousAgent.class.getName() + "$TrustAll";
        String agent = "-javaagent:" + SampleJvm.location(GenerousAgent.class);
        return Matrix.of(List.of(
                sample(DefaultClient.class)
                        .jvmOptions(agent)
                        .meeting(SELF_SIGNED)
                        .is(VETOED, active("trust", "self-signed").saying(culprit)),
                sample(DefaultClient.class)
                        .jvmOptions(agent)
                        .meeting(SOUND)
                        .is(REWRITTEN, latent("trust", null).saying(culprit))));
    }

    /** A manager that verifies something is caught when that was not enough, and only then. */
    @TestFactory
    Stream<DynamicTest> halfAVerificationIsCaughtWhereItFails() {
        String store = "store=" + Pki.PUBLIC_STORE;
        return Matrix.of(List.of(
                sample(SwallowingClient.class)
                        .meeting(INTERNAL)
                        .is(VETOED, active("trust", null).by(SwallowingClient.class.getName() + "$Swallowing")),
                sample(SwallowingClient.class).meeting(SOUND).is(TOLERATED),
                sample(ExpiryForgivingClient.class)
                        .meeting(EXPIRED)
                        .is(VETOED, active("trust", "expired").by(ExpiryForgivingClient.class.getName() + "$Lenient")),
                sample(ExpiryForgivingClient.class).meeting(SOUND).is(TOLERATED),
                sample(OwnDateClient.class)
                        .with(store)
                        .meeting(EXPIRED)
                        .is(VETOED, active("trust", "expired").by(OwnDateClient.class.getName() + "$OwnDate")),
                sample(OwnDateClient.class).with(store).meeting(SOUND).is(TOLERATED),
                sample(IssuerNameOnlyClient.class)
                        .meeting(FORGED_ISSUER)
                        .is(
                                VETOED,
                                active("trust", null).by(IssuerNameOnlyClient.class.getName() + "$IssuerNameOnly"))));
    }

    @TestFactory
    Stream<DynamicTest> aPinThatAnybodyCanShowIsCaught() {
        String culprit = AuthorityPinClient.class.getName() + "$AuthorityPin";
        return Matrix.of(List.of(sample(AuthorityPinClient.class)
                .with("store=" + Pki.PUBLIC_STORE)
                .meeting(FORGED_ISSUER_AND_AUTHORITY)
                .is(VETOED, active("trust", null).by(culprit))));
    }

    /** The first try is nobody's sin, and does not speak for the second. */
    @TestFactory
    Stream<DynamicTest> aClientThatVerifiesUntilItFailsIsCaught() {
        List<Scenario> scenarios = new ArrayList<>();
        for (Carrier carrier : Carrier.values()) {
            scenarios.add(carrier.under(SecondTryClient.class)
                    .meeting(SELF_SIGNED)
                    .is(VETOED, active("trust", "self-signed").by(SecondTryClient.class.getName() + "$TrustAll")));
            scenarios.add(carrier.under(SecondTryClient.class).meeting(SOUND).is(CLEAN));
        }
        return Matrix.of(scenarios);
    }

    private static List<Scenario> shape(Class<?> sinner, String culprit) {
        String name = culprit == null ? null : sinner.getName() + "$" + culprit;
        return List.of(
                sample(sinner)
                        .meeting(SELF_SIGNED)
                        .is(VETOED, active("trust", "self-signed").by(name)),
                sample(sinner)
                        .meeting(SOUND)
                        .is(REWRITTEN, latent("trust", null).by(name)));
    }

    private static Scenario caught(Carrier carrier, Class<?> sinner, Certificate certificate) {
        return carrier.under(sinner)
                .meeting(certificate)
                .is(VETOED, active("trust", certificate.cause()).by(sinner.getName() + "$TrustAll"));
    }
}
