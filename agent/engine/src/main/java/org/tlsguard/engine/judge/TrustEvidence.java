package org.tlsguard.engine.judge;

import java.security.cert.CertPath;
import java.security.cert.CertPathBuilderResult;
import java.security.cert.PKIXCertPathValidatorResult;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.List;

/** What is seen on a manager's thread while it is asked about the peer. */
final class TrustEvidence {

    /** A clock set by this much into a validation is one of the application's own choosing. */
    private static final long CLOCK_MILLIS = 60_000;

    private final Court court;
    private final TrustCase about;
    private Witness witness;
    private boolean nameWitnessed;
    private boolean onlyThisPeerIsTrusted;
    private boolean revocationChecked;
    private boolean pathSeen;
    private boolean dated;

    TrustEvidence(Court court, TrustCase about) {
        this.court = court;
        this.about = about;
    }

    /** The best proof that the chain was validated; null when there is none. */
    Witness witness() {
        return witness;
    }

    /** Whether the JDK has found a name in the peer's certificate. */
    boolean nameWitnessed() {
        return nameWitnessed;
    }

    /** Whether the store by which the peer was trusted holds its certificate and nothing else. */
    boolean onlyThisPeerIsTrusted() {
        return onlyThisPeerIsTrusted;
    }

    /** Whether a validation has asked for revocation, and would not have taken silence for an answer. */
    boolean revocationChecked() {
        return revocationChecked;
    }

    /** JSSE's validator accepted a chain. */
    void validated(X509Certificate[] validated, Object validator, X509Certificate[] of) {
        if (validated == null || validated.length == 0 || !isAboutPeer(of)) {
            return;
        }
        boolean trustedAsItIs = validated.length == 1;
        if (!trustedAsItIs && !pathSeen && isPkix(validator)) {
            // The path was not built by the JDK's own implementation: a provider of the application's did it.
            return;
        }
        String variant = court.jsse.variant(validator);
        Collection<?> trusted = court.jsse.trustedCertificates(validator);
        court.recorder.trustStores().consulted(trusted);
        // A store that holds the peer's certificate and nothing else is a pin, and says who the peer is.
        onlyThisPeerIsTrusted = trustedAsItIs && trusted.size() == 1;
        boolean forRole = (about.server ? "tls server" : "tls client").equals(variant);
        List<X509Certificate> path = Arrays.asList(validated);
        offer(new Witness(path, isSelfAnchored(path), forRole, !dated && !court.jsse.hasOwnDate(validator)));
    }

    private static boolean isPkix(Object validator) {
        return validator.getClass().getName().endsWith("PKIXValidator");
    }

    /** The JDK's PKIX implementation accepted a path. */
    void pathValidated(Object result, Object path, Object parameters) {
        if (!(result instanceof PKIXCertPathValidatorResult)) {
            return;
        }
        CertPath validated = path instanceof CertPath
                ? (CertPath) path
                : result instanceof CertPathBuilderResult ? ((CertPathBuilderResult) result).getCertPath() : null;
        if (validated == null || validated.getCertificates().isEmpty()) {
            return;
        }
        List<X509Certificate> all = new ArrayList<>();
        for (Object each : validated.getCertificates()) {
            all.add((X509Certificate) each);
        }
        if (!isAboutPeer(new X509Certificate[] {all.get(0)})) {
            return;
        }
        pathSeen = true;
        revocationChecked |= Revocation.isCheckedBy(parameters);
        TrustAnchor anchor = ((PKIXCertPathValidatorResult) result).getTrustAnchor();
        if (anchor.getTrustedCert() != null) {
            all.add(anchor.getTrustedCert());
        }
        Date date = parameters instanceof PKIXParameters ? ((PKIXParameters) parameters).getDate() : null;
        dated = date != null && Math.abs(date.getTime() - System.currentTimeMillis()) > CLOCK_MILLIS;
        offer(new Witness(all, isSelfAnchored(all), false, !dated));
    }

    /**
     * The JDK's name checker accepted a name. Whatever name it was: JSSE compares with the one dialled or the one in SNI, which
     * the application chose.
     */
    void nameMatched(X509Certificate certificate) {
        nameWitnessed |= certificate.equals(about.served[0]);
    }

    private void offer(Witness candidate) {
        if (candidate.isBetterThan(witness)) {
            witness = candidate;
        }
    }

    private boolean isAboutPeer(X509Certificate[] chain) {
        return chain.length > 0 && (chain[0] == about.served[0] || about.served[0].equals(chain[0]));
    }

    /**
     * Whether the anchor is one of the about.served certificates. A store of the application's may hold the peer's own
     * certificate honestly; only the JDK's manager, whose anchors were fixed when it was made, needs no canary to tell.
     */
    private boolean isSelfAnchored(List<X509Certificate> path) {
        if (about.isLeftToJdk()) {
            return false;
        }
        X509Certificate anchor = path.get(path.size() - 1);
        for (X509Certificate each : about.served) {
            if (each == anchor || each.equals(anchor)) {
                return true;
            }
        }
        return false;
    }
}
