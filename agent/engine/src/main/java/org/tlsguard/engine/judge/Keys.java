package org.tlsguard.engine.judge;

import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.tlsguard.engine.observe.CodeOrigin;
import org.tlsguard.engine.observe.Connection;
import org.tlsguard.engine.record.Ruling;
import org.tlsguard.engine.record.Sin;
import org.tlsguard.policy.Cause;
import org.tlsguard.policy.KeyRules;
import org.tlsguard.policy.Outcome;
import org.tlsguard.policy.Rule;
import org.tlsguard.policy.State;

/** The rule {@code key} on a chain: sizes of its keys, algorithms of its signatures; and what came of it. */
final class Keys {

    private final Court court;
    private final Connection connection;
    private final CodeOrigin origin;
    private Throwable veto;
    private int told;
    private int exempted;

    private Keys(Court court, Connection connection, CodeOrigin origin) {
        this.court = court;
        this.connection = connection;
        this.origin = origin;
    }

    /**
     * Looks at every certificate below the anchor. The anchor itself is trusted for what it is, not for its signature.
     *
     * @param validated the path as validated; empty when nobody built one, then the served chain counts
     */
    static Keys of(Court court, Connection connection, List<X509Certificate> validated, CodeOrigin origin) {
        Keys keys = new Keys(court, connection, origin);
        keys.look(validated.isEmpty() ? Arrays.asList(connection.chain) : validated, !validated.isEmpty());
        return keys;
    }

    /** What to throw if the policy refuses a weakness; null to go on. */
    Throwable veto() {
        return veto;
    }

    /** Whether the rule has told of anything, whatever came of it. */
    boolean areWeak() {
        return told > 0;
    }

    /** Whether the policy has allowed everything that is weak here. */
    boolean areExempted() {
        return told > 0 && exempted == told;
    }

    private void look(List<X509Certificate> chain, boolean endsAtAnchor) {
        KeyRules rules = connection.policy.keys();
        StringBuilder keys = new StringBuilder();
        StringBuilder signatures = new StringBuilder();
        for (int i = 0; i < chain.size(); i++) {
            X509Certificate each = chain.get(i);
            add(keys, each, rules.weakKey(each.getPublicKey()));
            boolean isAnchor = endsAtAnchor && i > 0 && i == chain.size() - 1;
            if (!isAnchor && !each.getSubjectX500Principal().equals(each.getIssuerX500Principal())) {
                add(signatures, each, rules.weakSignature(each));
            }
        }
        // Once for all certificates of a chain: what is counted are connections.
        rule(Cause.WEAK_KEY, keys.toString());
        rule(Cause.WEAK_SIGNATURE, signatures.toString());
    }

    private static void add(StringBuilder all, X509Certificate certificate, String weakness) {
        if (weakness != null) {
            all.append(all.length() == 0 ? "" : "; ")
                    .append(Diagnosis.name(certificate))
                    .append(": ")
                    .append(weakness);
        }
    }

    private void rule(Cause cause, String weaknesses) {
        if (weaknesses.isEmpty() || veto != null) {
            return;
        }
        Ruling ruling = court.recorder.rule(new Sin(Rule.KEY, cause, State.ACTIVE, weaknesses)
                .on(connection)
                .by(origin));
        if (ruling.isVeto()) {
            veto = new CertificateException(ruling.message());
        }
        told += ruling.outcome() == null ? 0 : 1;
        exempted += ruling.outcome() == Outcome.EXEMPTED ? 1 : 0;
    }

    /** The ephemeral keys of a handshake; what refuses it, or null. */
    static SSLException weakExchange(Court court, Connection connection, List<PublicKey> keys) {
        for (PublicKey each : keys) {
            String weakness = connection.policy.keys().weakKey(each);
            if (weakness != null) {
                Ruling ruling = court.recorder.rule(
                        new Sin(Rule.KEY, Cause.WEAK_EXCHANGE, State.ACTIVE, "the key exchange is weak: " + weakness)
                                .on(connection));
                if (ruling.isVeto()) {
                    return new SSLHandshakeException(ruling.message());
                }
            }
        }
        return null;
    }
}
