package org.tlsguard.samples.clients;

import java.util.Locale;
import java.util.function.Supplier;
import org.tlsguard.samples.pki.Identity;
import org.tlsguard.samples.pki.LeafBuilder;
import org.tlsguard.samples.servers.LoopbackServer;
import org.tlsguard.samples.servers.Protocol;
import org.tlsguard.samples.servers.ProtocolServer;
import org.tlsguard.samples.tests.Pki;

/** What is wrong with a server, in the words of the report. */
enum Fault {
    SOUND(
            Kind.NONE,
            null,
            null,
            () -> local(Pki.PUBLIC.intermediate("Clients' CA").leaf()).build()),
    /** As certificates were before subject alternative names; who takes it does no wrong. */
    COMMON_NAME_ONLY(
            Kind.NONE,
            null,
            null,
            () -> Pki.PUBLIC.leaf().commonName("localhost").build()),
    SELF_SIGNED(Kind.CHAIN, "trust", "self-signed", () -> leaf().selfSigned().build()),
    UNKNOWN_CA(
            Kind.CHAIN,
            "trust",
            "unknown-issuer",
            () -> local(Pki.PRIVATE.leaf()).build()),
    EXPIRED(Kind.CHAIN, "trust", "expired", () -> leaf().expired().build()),
    NOT_YET_VALID(
            Kind.CHAIN, "trust", "not-yet-valid", () -> leaf().notYetValid().build()),
    BAD_SIGNATURE(
            Kind.CHAIN, "trust", "bad-signature", () -> leaf().badSignature().build()),
    ISSUER_NOT_CA(Kind.CHAIN, "trust", "not-a-ca", () -> leaf().issuerNotCa().build()),
    WRONG_USAGE(Kind.CHAIN, "trust", "wrong-usage", () -> leaf().wrongUsage().build()),
    WRONG_NAME(
            Kind.NAME,
            "name",
            null,
            () -> Pki.PUBLIC.leaf().dns("elsewhere.example").build()),
    WEAK_KEY(Kind.STRENGTH, "key", "weak-key", () -> leaf().rsa(1024).build()),
    SHA1_SIGNATURE(Kind.STRENGTH, "key", "weak-signature", () -> leaf().sha1().build()),
    OLD_VERSION(Kind.PARAMETERS, "protocol", "weak-negotiated", () -> leaf().build()) {
        @Override
        ProtocolServer server(Protocol protocol) {
            return super.server(protocol).versions("TLSv1");
        }
    },
    WEAK_SUITE(Kind.PARAMETERS, "cipher", "weak-negotiated", () -> leaf().build()) {
        @Override
        ProtocolServer server(Protocol protocol) {
            return super.server(protocol).versions("TLSv1.2").suites("SSL_RSA_WITH_3DES_EDE_CBC_SHA");
        }
    };

    enum Kind {
        /** Nothing is wrong. */
        NONE,
        /** The chain cannot be trusted: only a client that does not verify it goes on. */
        CHAIN,
        /** The name is another: only a client that does not look at it goes on. */
        NAME,
        /** A verifying JVM takes it, too. */
        STRENGTH,
        /** A JVM takes it whose security properties allow it, unless the library has an opinion of its own. */
        PARAMETERS
    }

    final Kind kind;
    final String rule;

    /** Null if any of the rule will do. */
    final String cause;

    private final Supplier<Identity> maker;
    private Identity identity;

    Fault(Kind kind, String rule, String cause, Supplier<Identity> maker) {
        this.kind = kind;
        this.rule = rule;
        this.cause = cause;
        this.maker = maker;
    }

    LoopbackServer start(Protocol protocol) {
        return server(protocol).start();
    }

    ProtocolServer server(Protocol protocol) {
        return ProtocolServer.of(protocol, identity());
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Fault named(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    synchronized Identity identity() {
        if (identity == null) {
            identity = maker.get();
        }
        return identity;
    }

    private static LeafBuilder leaf() {
        return local(Pki.PUBLIC.leaf());
    }

    private static LeafBuilder local(LeafBuilder leaf) {
        return leaf.dns("localhost");
    }
}
