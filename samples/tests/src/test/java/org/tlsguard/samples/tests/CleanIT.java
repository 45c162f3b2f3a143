package org.tlsguard.samples.tests;

import static org.tlsguard.samples.tests.Certificate.ADDRESS;
import static org.tlsguard.samples.tests.Certificate.CONTAINS_NAME;
import static org.tlsguard.samples.tests.Certificate.EXPIRED;
import static org.tlsguard.samples.tests.Certificate.INTERNAL;
import static org.tlsguard.samples.tests.Certificate.MISSING_ISSUER;
import static org.tlsguard.samples.tests.Certificate.PRIVATE_CLIENT;
import static org.tlsguard.samples.tests.Certificate.SELF_SIGNED;
import static org.tlsguard.samples.tests.Certificate.SELF_SIGNED_CLONE;
import static org.tlsguard.samples.tests.Certificate.SOUND;
import static org.tlsguard.samples.tests.Certificate.WRONG_NAME;
import static org.tlsguard.samples.tests.Fate.CLEAN;
import static org.tlsguard.samples.tests.Fate.HONEST_REFUSAL;
import static org.tlsguard.samples.tests.Fate.TOLERATED;
import static org.tlsguard.samples.tests.Scenario.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tlsguard.samples.servers.LoopbackServer;
import org.tlsguard.samples.servers.TlsServer;
import org.tlsguard.samples.sinners.clean.CachingClient;
import org.tlsguard.samples.sinners.clean.CompositeClient;
import org.tlsguard.samples.sinners.clean.DefaultClient;
import org.tlsguard.samples.sinners.clean.FingerprintVerifierClient;
import org.tlsguard.samples.sinners.clean.HandWrittenPathClient;
import org.tlsguard.samples.sinners.clean.KnownHostClient;
import org.tlsguard.samples.sinners.clean.LockingPinClient;
import org.tlsguard.samples.sinners.clean.LogicalNameClient;
import org.tlsguard.samples.sinners.clean.LoyalClient;
import org.tlsguard.samples.sinners.clean.MutualClient;
import org.tlsguard.samples.sinners.clean.MutualServer;
import org.tlsguard.samples.sinners.clean.OtherThreadClient;
import org.tlsguard.samples.sinners.clean.OwnCallLogicalNameClient;
import org.tlsguard.samples.sinners.clean.OwnExtendedClient;
import org.tlsguard.samples.sinners.clean.PinningClient;
import org.tlsguard.samples.sinners.clean.PoolClient;
import org.tlsguard.samples.sinners.clean.PrivateCaClient;
import org.tlsguard.samples.sinners.clean.ReloadingClient;
import org.tlsguard.samples.sinners.clean.ResumingClient;
import org.tlsguard.samples.sinners.clean.ServerNameClient;
import org.tlsguard.samples.sinners.clean.StartTlsClient;
import org.tlsguard.samples.sinners.clean.SuppliedIssuerClient;
import org.tlsguard.samples.sinners.trust.TrustAllClient;

/** Applications that verify properly are never accused and never refused. */
class CleanIT {

    private static final String STORE = "store=" + Pki.PRIVATE_STORE;

    @TestFactory
    Stream<DynamicTest> theJvmsOwnVerificationIsSound() {
        List<Scenario> scenarios = new ArrayList<>();
        for (Carrier carrier : Carrier.values()) {
            scenarios.add(carrier.under(DefaultClient.class).meeting(SOUND).is(CLEAN));
            for (Certificate unsound : List.of(SELF_SIGNED, EXPIRED, WRONG_NAME)) {
                scenarios.add(
                        carrier.under(DefaultClient.class).meeting(unsound).is(HONEST_REFUSAL));
            }
        }
        return Matrix.of(scenarios);
    }

    /** The certificates of the other matrices are as bad as they are said to be. */
    @TestFactory
    Stream<DynamicTest> theJvmRefusesWhateverIsUnsound() {
        return Matrix.of(TrustIT.UNSOUND.stream()
                .map(unsound -> sample(DefaultClient.class).meeting(unsound).is(HONEST_REFUSAL))
                .toList());
    }

    @TestFactory
    Stream<DynamicTest> aPeerThatBreaksOffOrStallsFailsAsItWouldWithoutTheGuard() {
        List<Scenario> scenarios = new ArrayList<>();
        for (Carrier carrier : List.of(Carrier.HTTPS, Carrier.SOCKET, Carrier.ENGINE)) {
            for (Class<?> client : List.of(DefaultClient.class, TrustAllClient.class)) {
                scenarios.add(carrier.under(client)
                        .meeting("a server that resets", protocols -> LoopbackServer.resetting())
                        .is(HONEST_REFUSAL));
                scenarios.add(carrier.under(client)
                        .with("timeout=3000")
                        .meeting("a server that stalls", protocols -> LoopbackServer.stalling())
                        .is(HONEST_REFUSAL));
            }
        }
        for (Carrier carrier : List.of(Carrier.SOCKET, Carrier.ENGINE)) {
            for (int bytes : List.of(3, 700)) {
                scenarios.add(carrier.under(TrustAllClient.class)
                        .with("timeout=3000")
                        .meeting(
                                "a server that stalls after " + bytes + " bytes",
                                protocols -> LoopbackServer.stallingAfter(bytes, selfSigned(protocols)))
                        .is(HONEST_REFUSAL));
                scenarios.add(carrier.under(TrustAllClient.class)
                        .meeting(
                                "a server that resets after " + bytes + " bytes",
                                protocols -> LoopbackServer.resettingAfter(bytes, selfSigned(protocols)))
                        .is(HONEST_REFUSAL));
            }
        }
        return Matrix.of(scenarios);
    }

    private static LoopbackServer selfSigned(String... protocols) {
        return TlsServer.presenting(SELF_SIGNED.identity()).protocols(protocols).start();
    }

    @TestFactory
    Stream<DynamicTest> verificationAgainstAnAuthorityOfItsOwnIsSound() {
        List<Scenario> scenarios = new ArrayList<>();
        for (Carrier carrier : Carrier.values()) {
            scenarios.add(carrier.under(PrivateCaClient.class)
                    .with(STORE)
                    .meeting(INTERNAL)
                    .is(CLEAN));
        }
        for (Class<?> verifier : List.of(
                CompositeClient.class,
                CachingClient.class,
                ReloadingClient.class,
                OtherThreadClient.class,
                HandWrittenPathClient.class,
                PoolClient.class)) {
            scenarios.add(sample(verifier).with(STORE).meeting(INTERNAL).is(CLEAN));
            scenarios.add(sample(verifier).with(STORE).meeting(SELF_SIGNED).is(HONEST_REFUSAL));
        }
        scenarios.add(sample(CompositeClient.class).with(STORE).meeting(SOUND).is(CLEAN));
        for (Carrier carrier : Carrier.values()) {
            scenarios.add(carrier.under(OwnExtendedClient.class)
                    .with(STORE)
                    .meeting(INTERNAL)
                    .is(CLEAN));
        }
        scenarios.add(
                sample(OwnExtendedClient.class).with(STORE).meeting(WRONG_NAME).is(HONEST_REFUSAL));
        scenarios.add(
                sample(KnownHostClient.class).with(STORE).meeting(INTERNAL).is(CLEAN));
        scenarios.add(
                sample(KnownHostClient.class).with(STORE).meeting(WRONG_NAME).is(HONEST_REFUSAL));
        scenarios.add(sample(SuppliedIssuerClient.class)
                .with("issuer=" + Pki.ISSUING_STORE)
                .meeting(MISSING_ISSUER)
                .is(CLEAN));
        return Matrix.of(scenarios);
    }

    @TestFactory
    Stream<DynamicTest> aPinIsAsGoodAsAnAuthority() {
        String pin = "pin=" + SELF_SIGNED.identity().keyPin();
        return Matrix.of(List.of(
                sample(PinningClient.class).with(pin).meeting(SELF_SIGNED).is(CLEAN),
                sample(PinningClient.class).with(pin).meeting(INTERNAL).is(HONEST_REFUSAL),
                sample(FingerprintVerifierClient.class)
                        .with("pin=" + WRONG_NAME.identity().keyPin())
                        .meeting(WRONG_NAME)
                        .is(TOLERATED),
                sample(FingerprintVerifierClient.class)
                        .with("pin=" + WRONG_NAME.identity().keyPin())
                        .meeting(CONTAINS_NAME)
                        .is(HONEST_REFUSAL),
                sample(LockingPinClient.class).with(pin).meeting(SELF_SIGNED).is(CLEAN),
                sample(LockingPinClient.class).with(pin).meeting(INTERNAL).is(HONEST_REFUSAL)));
    }

    @TestFactory
    Stream<DynamicTest> aNameCheckOfItsOwnIsSound() {
        return Matrix.of(List.of(
                sample(LogicalNameClient.class)
                        .with("name=elsewhere.example")
                        .meeting(WRONG_NAME)
                        .is(TOLERATED),
                sample(OwnCallLogicalNameClient.class)
                        .with("name=elsewhere.example")
                        .meeting(WRONG_NAME)
                        .is(CLEAN),
                sample(ServerNameClient.class)
                        .with("name=elsewhere.example")
                        .meeting(WRONG_NAME)
                        .is(CLEAN),
                sample(ServerNameClient.class)
                        .with("name=another.example")
                        .meeting(WRONG_NAME)
                        .is(HONEST_REFUSAL),
                sample(OwnCallLogicalNameClient.class)
                        .with("name=another.example")
                        .meeting(WRONG_NAME)
                        .is(HONEST_REFUSAL),
                sample(StartTlsClient.class)
                        .meeting(SOUND, TlsServer::afterStartTls)
                        .is(CLEAN),
                sample(StartTlsClient.class)
                        .meeting(WRONG_NAME, TlsServer::afterStartTls)
                        .is(HONEST_REFUSAL)));
    }

    @TestFactory
    Stream<DynamicTest> aPeerDialledByItsAddressProvesThat() {
        List<Scenario> scenarios = new ArrayList<>();
        for (Carrier carrier : Carrier.values()) {
            scenarios.add(carrier.under(DefaultClient.class)
                    .with("host=127.0.0.1")
                    .meeting(ADDRESS)
                    .is(CLEAN));
            scenarios.add(carrier.under(DefaultClient.class)
                    .with("host=127.0.0.1")
                    .meeting(SOUND)
                    .is(HONEST_REFUSAL));
        }
        return Matrix.of(scenarios);
    }

    @TestFactory
    Stream<DynamicTest> resumedSessionsKeepTheirVerdict() {
        List<Scenario> scenarios = new ArrayList<>();
        for (Carrier carrier : Carrier.values()) {
            scenarios.add(carrier.under(ResumingClient.class)
                    .meeting(SOUND)
                    .resuming(3)
                    .is(CLEAN));
        }
        scenarios.add(sample(LoyalClient.class)
                .over("TLSv1.2")
                .meeting(SOUND, server -> server.renegotiatingAs(SOUND.identity()))
                .is(CLEAN));
        scenarios.add(sample(LoyalClient.class)
                .over("TLSv1.2")
                .meeting(SOUND, server -> server.renegotiatingAs(SELF_SIGNED_CLONE.identity()))
                .is(HONEST_REFUSAL));
        return Matrix.of(scenarios);
    }

    @TestFactory
    Stream<DynamicTest> clientCertificatesAreLeftAlone() {
        String identity = "identity=" + PRIVATE_CLIENT.keyStore();
        List<Scenario> scenarios = new ArrayList<>();
        for (Carrier carrier : Carrier.values()) {
            scenarios.add(carrier.under(MutualClient.class)
                    .with(STORE, identity)
                    .meeting(INTERNAL, server -> server.demandingClients(Pki.PRIVATE.trustStore()))
                    .is(CLEAN));
        }
        String server = "identity=" + INTERNAL.keyStore();
        scenarios.add(sample(MutualServer.class)
                .with(STORE, server)
                .visitedBy(PRIVATE_CLIENT)
                .is(CLEAN));
        scenarios.add(sample(MutualServer.class)
                .with(STORE, server)
                .visitedBy(SELF_SIGNED)
                .is(HONEST_REFUSAL));
        return Matrix.of(scenarios);
    }
}
