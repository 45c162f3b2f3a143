package org.tlsguard.engine.judge;

import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.tlsguard.engine.observe.CodeOrigin;
import org.tlsguard.engine.observe.Connection;
import org.tlsguard.engine.record.Ruling;
import org.tlsguard.engine.record.Sin;
import org.tlsguard.policy.Cause;
import org.tlsguard.policy.Mode;
import org.tlsguard.policy.Rule;
import org.tlsguard.policy.State;

/**
 * Versions and suites. In enforce mode what the policy forbids is taken out of what a handshake starts with; JSSE's own
 * machinery does the rest, on both sides. What was negotiated all the same is judged when the handshake is complete.
 */
final class Parameters {

    /** In the name of every suite that no JDK of today enables by itself. */
    private static final String[] NEVER_DEFAULT = {
        "_NULL_", "_anon_", "_RC4_", "_3DES_", "_DES_", "_DES40_", "EXPORT", "_KRB5_"
    };

    private final Court court;

    Parameters(Court court) {
        this.court = court;
    }

    List<?> activeProtocols(List<?> versions, Object context) throws SSLException {
        return filtered(versions, context, Rule.PROTOCOL);
    }

    List<?> activeCipherSuites(List<?> suites, Object context) throws SSLException {
        return filtered(suites, context, Rule.CIPHER);
    }

    private List<?> filtered(List<?> offered, Object context, Rule rule) throws SSLException {
        Object transport = court.jsse.transport(context);
        Connection connection = court.connection(transport, court.jsse.isClient(context));
        Mode mode = connection.policy.mode(rule, court.recorder.mode());
        if (mode == Mode.OFF || offered.isEmpty()) {
            return offered;
        }
        List<Object> kept = null;
        List<String> weak = null;
        for (int i = 0; i < offered.size(); i++) {
            Object each = offered.get(i);
            String name = rule == Rule.PROTOCOL ? court.jsse.versionName(each) : court.jsse.suiteName(each);
            if (isAllowed(connection, rule, name)) {
                if (kept != null) {
                    kept.add(each);
                }
                continue;
            }
            if (kept == null) {
                kept = new ArrayList<>(offered.subList(0, i));
                weak = new ArrayList<>();
            }
            weak.add(name);
        }
        if (kept == null) {
            return offered;
        }
        List<String> chosen = new ArrayList<>();
        for (String each : weak) {
            // What the JVM itself enables is nobody's sin; it goes all the same.
            if (rule == Rule.PROTOCOL || isNeverDefault(each)) {
                chosen.add(each);
            }
        }
        boolean nothingLeft = kept.isEmpty() || rule == Rule.CIPHER && onlySignals(kept);
        if (mode == Mode.AUDIT) {
            for (String each : chosen) {
                court.recorder.rule(enabled(connection, rule, each));
            }
            return offered;
        }
        for (String each : nothingLeft ? weak : chosen) {
            Sin sin = nothingLeft ? insists(connection, rule, each) : enabled(connection, rule, each);
            Ruling ruling = court.recorder.rule(sin);
            if (nothingLeft && ruling.isVeto()) {
                throw new SSLHandshakeException(ruling.message());
            }
        }
        connection.removed.addAll(weak);
        return kept;
    }

    private boolean isAllowed(Connection connection, Rule rule, String name) {
        boolean allowed = rule == Rule.PROTOCOL
                ? connection.policy.allowsProtocol(name)
                : connection.policy.allowsCipherSuite(name);
        return allowed
                || connection.policy.exemption(rule, Cause.WEAK_ENABLED, name, null, new java.util.Date()) != null
                || connection.policy.exemption(rule, Cause.WEAK_NEGOTIATED, name, null, new java.util.Date()) != null;
    }

    private static boolean isNeverDefault(String suite) {
        for (String each : NEVER_DEFAULT) {
            if (suite.contains(each)) {
                return true;
            }
        }
        return false;
    }

    /** Whether only signalling values are left (RFC 5746, RFC 7507), with which nothing can be negotiated. */
    private boolean onlySignals(List<Object> suites) {
        for (Object each : suites) {
            if (!court.jsse.suiteName(each).endsWith("_SCSV")) {
                return false;
            }
        }
        return true;
    }

    private Sin enabled(Connection connection, Rule rule, String name) {
        return new Sin(rule, Cause.WEAK_ENABLED, State.LATENT, name + " is enabled, which the policy forbids")
                .on(connection)
                .by(setter(rule))
                .about(name);
    }

    private Sin insists(Connection connection, Rule rule, String name) {
        return new Sin(
                        rule,
                        Cause.WEAK_ENABLED,
                        State.ACTIVE,
                        "nothing but " + name + " and its like is enabled, which the policy forbids")
                .on(connection)
                .by(setter(rule))
                .about(name);
    }

    /** Whether enabling this is somebody's choice, and a weak one. */
    boolean isWeakChoice(Rule rule, String name) {
        if (name == null || rule == Rule.PROTOCOL != name.indexOf('_') < 0) {
            return false;
        }
        return rule == Rule.PROTOCOL ? !court.general().allowsProtocol(name) : isNeverDefault(name);
    }

    /** Who enabled it: by a setter, by a property of that purpose, or by taking away what disables it. */
    private CodeOrigin setter(Rule rule) {
        CodeOrigin setter = court.origins.setter(rule.id());
        for (String each : rule == Rule.PROTOCOL ? Switches.VERSIONS : Switches.SUITES) {
            setter = setter != null ? setter : court.origins.setter(each);
        }
        return setter != null ? setter : court.origins.setter(Switches.ALGORITHMS[0]);
    }

    /** What was negotiated; the exception that refuses it, or null. */
    SSLException negotiated(Connection connection) {
        SSLException veto = null;
        if (!connection.policy.allowsProtocol(connection.protocol)) {
            veto = weak(connection, Rule.PROTOCOL, connection.protocol);
        }
        if (veto == null && !connection.policy.allowsCipherSuite(connection.cipherSuite)) {
            veto = weak(connection, Rule.CIPHER, connection.cipherSuite);
        }
        return veto;
    }

    private SSLException weak(Connection connection, Rule rule, String name) {
        Ruling ruling = court.recorder.rule(
                new Sin(rule, Cause.WEAK_NEGOTIATED, State.ACTIVE, name + " was negotiated, which the policy forbids")
                        .on(connection)
                        .by(setter(rule))
                        .about(name));
        return ruling.isVeto() ? new SSLHandshakeException(ruling.message()) : null;
    }

    /** Whether an alert can mean that the offer did not suit the other end (RFC 8446, 6.2). */
    static boolean mayBeAboutOffer(Object alert) {
        String name = ((Enum<?>) alert).name();
        return name.equals("PROTOCOL_VERSION")
                || name.equals("HANDSHAKE_FAILURE")
                || name.equals("INSUFFICIENT_SECURITY");
    }

    /**
     * Explains the end of a handshake whose offer the guard has cut: the peer may have wanted what is missing.
     *
     * @return null when there is nothing to explain
     */
    String explain(Connection connection, String diagnostic) {
        if (connection == null || connection.removed.isEmpty() || connection.protocol != null) {
            return null;
        }
        String removed = connection.removed.size() > 4
                ? connection.removed.subList(0, 4) + " and " + (connection.removed.size() - 4) + " more"
                : connection.removed.toString();
        Rule rule = connection.removed.get(0).contains("_") ? Rule.CIPHER : Rule.PROTOCOL;
        Ruling ruling = court.recorder.rule(new Sin(
                        rule,
                        Cause.WEAK_ENABLED,
                        State.ACTIVE,
                        "the handshake failed (" + diagnostic + ") without " + removed
                                + ", which the policy forbids and tlsguard left out")
                .on(connection)
                .by(setter(rule))
                .about(connection.removed.get(0)));
        return ruling.isVeto() ? ruling.message() : null;
    }
}
