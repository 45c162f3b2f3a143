package org.tlsguard.policy;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** A named set of versions, suites, key sizes and hashes; everything else in a policy subtracts from one of these. */
enum Baseline {
    /** Mozilla's "modern" guideline: TLS 1.3 alone. */
    MODERN("modern", Protocol.TLS_1_3, 2048, 2048, 256, "MD2", "MD4", "MD5", "SHA1"),
    /** Mozilla's "intermediate" guideline and RFC 9325: TLS 1.2 with forward secrecy and authenticated encryption. */
    INTERMEDIATE("intermediate", Protocol.TLS_1_2, 2048, 2048, 224, "MD2", "MD4", "MD5", "SHA1"),
    /** What old peers need and what is not broken outright. */
    LEGACY("legacy", Protocol.TLS_1_0, 1024, 1024, 160, "MD2", "MD4", "MD5");

    private final String id;
    private final Protocol oldest;
    private final int rsa;
    private final int dh;
    private final int ec;
    private final List<String> refusedHashes;

    Baseline(String id, Protocol oldest, int rsa, int dh, int ec, String... refusedHashes) {
        this.id = id;
        this.oldest = oldest;
        this.rsa = rsa;
        this.dh = dh;
        this.ec = ec;
        this.refusedHashes = Collections.unmodifiableList(Arrays.asList(refusedHashes));
    }

    String id() {
        return id;
    }

    static Baseline of(String id) {
        for (Baseline baseline : values()) {
            if (baseline.id.equals(id)) {
                return baseline;
            }
        }
        return null;
    }

    Protocol oldest() {
        return oldest;
    }

    /** Returns the strictest baseline, from this one on, that has the version. What is older than all has the last one. */
    Baseline having(Protocol version) {
        Baseline baseline = this;
        while (version.compareTo(baseline.oldest) < 0 && baseline != LEGACY) {
            baseline = values()[baseline.ordinal() + 1];
        }
        return baseline;
    }

    boolean allows(CipherSuite suite) {
        switch (this) {
            case MODERN:
                return suite.isTls13();
            case INTERMEDIATE:
                return suite.isTls13() || suite.isForwardSecret() && suite.isAuthenticatedEncryption();
            default:
                return !suite.isBroken();
        }
    }

    /** Smallest modulus of RSA and DSA keys, in bits. */
    int rsa() {
        return rsa;
    }

    /** Smallest prime of finite-field Diffie-Hellman, in bits. */
    int dh() {
        return dh;
    }

    /** Smallest order of an elliptic curve, in bits. */
    int ec() {
        return ec;
    }

    List<String> refusedHashes() {
        return refusedHashes;
    }
}
