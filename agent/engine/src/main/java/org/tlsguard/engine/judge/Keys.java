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
import org.tlsguard.policy.Rule;
import org.tlsguard.policy.State;

/** The rule {@code key} on a chain: sizes of its keys, algorithms of its signatures. */
final class Keys {

    private Keys() {}

    /**
     * Looks at every certificate below the anchor. The anchor itself is trusted for what it is, not for its signature.
     *
     * @param validated the path as validated; empty when nobody built one, then the served chain counts
     * @return what to throw if the policy refuses a weakness; null to go on
     */
    static Throwable weakness(Court court, Connection connection, List<X509Certificate> validated, CodeOrigin origin) {
        List<X509Certificate> chain = validated.isEmpty() ? Arrays.asList(connection.chain) : validated;
        KeyRules rules = connection.policy.keys();
        for (int i = 0; i < chain.size(); i++) {
            X509Certificate each = chain.get(i);
            boolean isTop = i > 0 && i == chain.size() - 1;
            String weakKey = rules.weakKey(each.getPublicKey());
            if (weakKey != null) {
                Throwable veto = rule(court, connection, Cause.WEAK_KEY, each, weakKey, origin);
                if (veto != null) {
                    return veto;
                }
            }
            if (isTop || each.getSubjectX500Principal().equals(each.getIssuerX500Principal())) {
                continue;
            }
            String weakSignature = rules.weakSignature(each);
            if (weakSignature != null) {
                Throwable veto = rule(court, connection, Cause.WEAK_SIGNATURE, each, weakSignature, origin);
                if (veto != null) {
                    return veto;
                }
            }
        }
        return null;
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

    private static Throwable rule(
            Court court,
            Connection connection,
            Cause cause,
            X509Certificate certificate,
            String weakness,
            CodeOrigin origin) {
        Ruling ruling = court.recorder.rule(
                new Sin(Rule.KEY, cause, State.ACTIVE, Diagnosis.name(certificate) + ": " + weakness)
                        .on(connection)
                        .by(origin));
        return ruling.isVeto() ? new CertificateException(ruling.message()) : null;
    }
}
