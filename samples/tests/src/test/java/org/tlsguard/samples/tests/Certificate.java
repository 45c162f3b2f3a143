package org.tlsguard.samples.tests;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.function.Supplier;
import org.tlsguard.samples.pki.Identity;
import org.tlsguard.samples.pki.Impostor;
import org.tlsguard.samples.pki.LeafBuilder;
import org.tlsguard.samples.pki.TestCa;

/** The certificates that peers present, each with what is wrong with it, in the words of the report. */
enum Certificate {
    SOUND(null, () -> local(Pki.ISSUING).build()),
    /** Served without the intermediate that leads to the authority. */
    MISSING_ISSUER(null, () -> served(SOUND, SOUND.identity().certificate())),
    WRONG_NAME(null, () -> Pki.PUBLIC.leaf().dns("elsewhere.example").build()),
    /** For this machine's address, and no name. */
    ADDRESS(null, () -> Pki.PUBLIC.leaf().ip("127.0.0.1").build()),
    CONTAINS_NAME(null, () -> Pki.PUBLIC.leaf().dns("localhost.evil.example").build()),
    ENDS_WITH_NAME(null, () -> Pki.PUBLIC.leaf().dns("evil-localhost").build()),
    INTERNAL("unknown-issuer", () -> local(Pki.PRIVATE).build()),
    SELF_SIGNED("self-signed", () -> local(Pki.PUBLIC).selfSigned().build()),
    SELF_SIGNED_CLONE(
            "self-signed", () -> Impostor.SELF_SIGNED.of(SOUND.identity().certificate())),
    CLONED_CA(null, () -> Impostor.CLONED_CA.of(SOUND.identity().certificate())),
    /** Bears the name of the public authority; says so itself, and nothing proves it. */
    FORGED_ISSUER(null, () -> local(TestCa.root("Public CA")).build()),
    /** As above, served with the authority that never issued it. */
    FORGED_ISSUER_AND_AUTHORITY(
            null, () -> served(FORGED_ISSUER, FORGED_ISSUER.identity().certificate(), Pki.PUBLIC.certificate())),
    EXPIRED("expired", () -> local(Pki.PUBLIC).expired().build()),
    NOT_YET_VALID("not-yet-valid", () -> local(Pki.PUBLIC).notYetValid().build()),
    BAD_SIGNATURE("bad-signature", () -> local(Pki.PUBLIC).badSignature().build()),
    ISSUER_NOT_CA("not-a-ca", () -> local(Pki.PUBLIC).issuerNotCa().build()),
    OUTSIDE_CONSTRAINTS(
            "name-constraints",
            () -> local(Pki.PUBLIC.constrainedIntermediate("Corporate CA", "corp.example"))
                    .build()),
    WRONG_USAGE("wrong-usage", () -> local(Pki.PUBLIC).wrongUsage().build()),
    UNKNOWN_EXTENSION(
            "unknown-critical-extension",
            () -> local(Pki.PUBLIC).unknownCriticalExtension().build()),
    /** As certificates were before subject alternative names. */
    COMMON_NAME_ONLY(null, () -> Pki.PUBLIC.leaf().commonName("localhost").build()),
    WEAK_KEY(null, () -> local(Pki.PUBLIC).rsa(1024).build()),
    WEAK_SIGNATURE(null, () -> local(Pki.PUBLIC).sha1().build()),
    MARKUP(
            "self-signed",
            () -> hostile("\"><img src=x onerror=alert(1)>' </td></script><script>alert(2)</script>")
                    .dns("<script>alert(3)</script>\" onmouseover=\"alert(4)")
                    .build()),
    CONTROLS(
            "self-signed",
            () -> hostile("a\r\nb\u0000c\u001b[2Jd\u0007e\u009bf\u007f\ttlsguard: all is well")
                    .dns("localhost\u0000.evil.example")
                    .dns("\u001b]0;owned\u0007")
                    .build()),
    BIDI(
            "self-signed",
            () -> hostile("\u202elasrever\u2066\u200f\u2028\u2029\u061c\ud83d\ude00\ufeff")
                    .build()),
    MEGABYTE("self-signed", () -> hostile("m".repeat(1_000_000)).build()),
    MANY_NAMES("self-signed", () -> {
        LeafBuilder leaf = hostile("many");
        for (int i = 0; i < 10_000; i++) {
            leaf.dns("host-" + i + ".example");
        }
        return leaf.build();
    }),
    PUBLIC_CLIENT(
            null, () -> Pki.PUBLIC.leaf().commonName("mallory").forClients().build()),
    PRIVATE_CLIENT(
            "unknown-issuer",
            () -> Pki.PRIVATE.leaf().commonName("alice").forClients().build());

    private final String cause;
    private final Supplier<Identity> maker;
    private Identity identity;
    private Path keyStore;

    Certificate(String cause, Supplier<Identity> maker) {
        this.cause = cause;
        this.maker = maker;
    }

    /** The cause under which the rule {@code trust} lists it; null if there is none, or none that is certain. */
    String cause() {
        return cause;
    }

    synchronized Identity identity() {
        if (identity == null) {
            identity = maker.get();
        }
        return identity;
    }

    /** A file with the identity, for samples that present it. */
    synchronized Path keyStore() {
        if (keyStore == null) {
            keyStore = identity().writeJks(Pki.file(name() + ".jks"));
        }
        return keyStore;
    }

    private static Identity served(Certificate whose, X509Certificate... chain) {
        return new Identity(List.of(chain), whose.identity().privateKey());
    }

    private static LeafBuilder hostile(String commonName) {
        return local(Pki.PUBLIC).commonName(commonName).selfSigned();
    }

    private static LeafBuilder local(TestCa issuer) {
        return issuer.leaf().dns("localhost");
    }
}
