package org.tlsguard.samples.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tlsguard.samples.servers.LoopbackServer;
import org.tlsguard.samples.servers.TlsServer;
import org.tlsguard.samples.sinners.clean.DefaultClient;
import org.tlsguard.samples.sinners.configuration.SystemPropertyClient;
import org.tlsguard.samples.sinners.probe.Hello;
import org.tlsguard.samples.sinners.trust.TrustAllClient;

/** What an auditor wants to know of a JVM beside its sins: which trust anchors it needs, and how it was started. */
class InventoryIT {

    private static final String TRUST_STORE = "-Djavax.net.ssl.trustStore=" + Pki.PUBLIC_STORE;

    @TestFactory
    Stream<DynamicTest> theAnchorsThatTheApplicationTrustsAndUses() {
        return Launch.on(8, jdk -> {
            Run run = run(
                    Certificate.SOUND,
                    port -> Launch.java(jdk, TRUST_STORE, Launch.agent(Mode.AUDIT))
                            .main(DefaultClient.class, "localhost", port));
            assertThat(run.report().trustStores())
                    .as("%s", run)
                    .extracting(HallOfShame.TrustStore::name, HallOfShame.TrustStore::trusted)
                    .containsExactly(tuple("application", 1));
            assertThat(run.report().trustStores().get(0).used())
                    .as("%s", run)
                    .containsExactly(
                            Pki.PUBLIC.certificate().getSubjectX500Principal().getName());
        });
    }

    /** The application trusts anybody, so that only the policy's anchors tell who the peer is. */
    @TestFactory
    Stream<DynamicTest> theAnchorsOfThePolicyOnceTheyAreNeeded() {
        return Launch.on(8, jdk -> {
            Run run = run(
                    Certificate.SELF_SIGNED,
                    port -> Launch.java(jdk, TRUST_STORE, Launch.agent(Mode.AUDIT))
                            .main(TrustAllClient.class, "localhost", port));
            assertThat(run.report().trustStores())
                    .as("%s", run)
                    .extracting(HallOfShame.TrustStore::name, HallOfShame.TrustStore::used)
                    .containsExactly(tuple("jvm", null));
        });
    }

    @TestFactory
    Stream<DynamicTest> theSwitchesAndWhoSetThem() {
        return Launch.on(8, jdk -> {
            Run run = run(
                    Certificate.SOUND,
                    port -> Launch.java(jdk, TRUST_STORE, Launch.agent(Mode.AUDIT))
                            .with("-Djavax.net.ssl.keyStorePassword=secret")
                            .toolOptions("-Djdk.tls.namedGroups=secp256r1")
                            .main(SystemPropertyClient.class, "localhost", port, "set=jdk.tls.client.protocols"));
            assertThat(run.report().switches())
                    .as("%s", run)
                    .extracting(
                            HallOfShame.Switch::name,
                            HallOfShame.Switch::value,
                            HallOfShame.Switch::setBy,
                            HallOfShame.Switch::weakens)
                    .contains(
                            tuple("javax.net.ssl.trustStore", Pki.PUBLIC_STORE.toString(), "command line", false),
                            tuple("javax.net.ssl.keyStorePassword", null, "command line", false),
                            tuple("jdk.tls.namedGroups", "secp256r1", "JAVA_TOOL_OPTIONS", false));
            assertThat(run.report().switches()).as("%s", run).anySatisfy(each -> {
                assertThat(each.name()).isEqualTo("jdk.tls.client.protocols");
                assertThat(each.value()).isEqualTo("TLSv1,TLSv1.2");
                assertThat(each.setBy()).startsWith(SystemPropertyClient.class.getName());
                assertThat(each.weakens()).isTrue();
            });
        });
    }

    @TestFactory
    Stream<DynamicTest> nothingIsLookedAtWhereTlsIsNotUsed() {
        return Launch.on(8, jdk -> {
            Run run = Launch.java(jdk, TRUST_STORE, Launch.agent(Mode.AUDIT))
                    .main(Hello.class)
                    .run();
            assertThat(run.report().switches()).as("%s", run).isNull();
            assertThat(run.report().trustStores()).as("%s", run).isNull();
        });
    }

    private interface Client {
        Launch of(int port);
    }

    private static Run run(Certificate presented, Client client) {
        try (LoopbackServer server = TlsServer.presenting(presented.identity()).start()) {
            return client.of(server.port()).run();
        }
    }
}
