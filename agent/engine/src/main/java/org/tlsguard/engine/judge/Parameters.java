package org.tlsguard.engine.judge;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.tlsguard.engine.observe.CodeOrigin;
import org.tlsguard.engine.observe.Connection;
import org.tlsguard.engine.observe.Terms;
import org.tlsguard.engine.record.Ruling;
import org.tlsguard.engine.record.Sin;
import org.tlsguard.policy.Cause;
import org.tlsguard.policy.Mode;
import org.tlsguard.policy.Role;
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

    /** The old form of the first message, which servers on Java 8 still take by default: no version that is spoken. */
    private static final String HELLO_FORMAT = "SSLv2Hello";

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
        connection.chosenBy(court.origins.choices(transport));
        Connection tried = connection.tried();
        if (tried != null) {
            try {
                filtered(offered, tried, rule);
            } catch (SSLException refusal) {
                tried.isOver();
            } catch (RuntimeException fault) {
                court.candidateFailed(fault);
            }
        }
        return filtered(offered, connection, rule);
    }

    private List<?> filtered(List<?> offered, Connection connection, Rule rule) throws SSLException {
        Mode mode = connection.mode(rule);
        List<Object> kept = new ArrayList<>(offered.size());
        List<String> weak = new ArrayList<>();
        List<String> permitted = new ArrayList<>();
        for (Object each : offered) {
            String name = rule == Rule.PROTOCOL ? court.jsse.versionName(each) : court.jsse.suiteName(each);
            boolean allowed = rule == Rule.PROTOCOL
                    ? isAllowedVersion(connection, name)
                    : isAllowedSuite(connection, name, connection.permittedVersions);
            if (rule == Rule.PROTOCOL && (allowed || mode != Mode.ENFORCE)) {
                permitted.add(name);
            }
            if (allowed) {
                kept.add(each);
            } else {
                weak.add(name);
            }
        }
        if (rule == Rule.PROTOCOL) {
            connection.permittedVersions = permitted;
        }
        if (mode == Mode.OFF || weak.isEmpty()) {
            return offered;
        }
        boolean nothingLeft = kept.isEmpty() || rule == Rule.CIPHER && onlySignals(kept);
        List<String> chosen = nothingLeft ? weak : chosen(rule, weak);
        if (mode == Mode.AUDIT) {
            if (!chosen.isEmpty()) {
                court.recorder.rule(enabled(connection, rule, chosen));
            }
            return offered;
        }
        if (nothingLeft) {
            Ruling ruling = court.recorder.rule(insists(connection, rule, chosen));
            if (ruling.isVeto()) {
                throw new SSLHandshakeException(ruling.message());
            }
        } else if (!chosen.isEmpty()) {
            court.recorder.rule(enabled(connection, rule, chosen));
        }
        connection.removed.addAll(weak);
        return kept;
    }

    /** What the JVM itself enables is nobody's sin; it goes all the same. */
    private static List<String> chosen(Rule rule, List<String> weak) {
        List<String> chosen = new ArrayList<>();
        for (String each : weak) {
            if (rule == Rule.PROTOCOL ? !each.equals(HELLO_FORMAT) : isNeverDefault(each)) {
                chosen.add(each);
            }
        }
        return chosen;
    }

    private boolean isAllowedVersion(Connection connection, String version) {
        return connection.policy.allowsProtocol(version) || isExempted(connection, Rule.PROTOCOL, version);
    }

    /** A suite is judged by the versions that may use it: one that is permitted, though old, brings its suites. */
    private boolean isAllowedSuite(Connection connection, String suite, List<String> versions) {
        if (connection.policy.allowsCipherSuite(suite) || isExempted(connection, Rule.CIPHER, suite)) {
            return true;
        }
        for (String each : versions) {
            if (connection.policy.allowsCipherSuite(suite, each)) {
                return true;
            }
        }
        return false;
    }

    private boolean isExempted(Connection connection, Rule rule, String name) {
        if (connection.policy.exemptions().isEmpty()) {
            return false;
        }
        CodeOrigin setter = setter(connection, rule);
        String origin = setter == null ? null : setter.className();
        Date now = new Date();
        return connection.policy.exemption(rule, Cause.WEAK_ENABLED, name, origin, now) != null
                || connection.policy.exemption(rule, Cause.WEAK_NEGOTIATED, name, origin, now) != null;
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

    private Sin enabled(Connection connection, Rule rule, List<String> names) {
        return new Sin(
                        rule,
                        Cause.WEAK_ENABLED,
                        State.LATENT,
                        list(names) + (names.size() == 1 ? " is" : " are") + " enabled, which the policy forbids")
                .on(connection)
                .by(setter(connection, rule))
                .about(names);
    }

    private Sin insists(Connection connection, Rule rule, List<String> names) {
        return new Sin(
                        rule,
                        Cause.WEAK_ENABLED,
                        State.ACTIVE,
                        "nothing but " + list(names) + " is enabled, which the policy forbids")
                .on(connection)
                .by(setter(connection, rule))
                .about(names);
    }

    private static String list(List<String> names) {
        StringBuilder text = new StringBuilder();
        for (String each : names) {
            text.append(text.length() == 0 ? "" : ", ").append(each);
        }
        return text.toString();
    }

    /** Whether enabling this is somebody's choice, and a weak one. */
    boolean isWeakChoice(Rule rule, String name) {
        if (name == null || rule == Rule.PROTOCOL != name.indexOf('_') < 0) {
            return false;
        }
        if (rule == Rule.CIPHER) {
            return isNeverDefault(name);
        }
        for (Terms each : court.general()) {
            if (!each.policy.allowsProtocol(name)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Who enabled it: by a setter of this connection, or of a server socket that may have accepted it, by a property of that
     * purpose, or by taking away what disables it.
     */
    private CodeOrigin setter(Connection connection, Rule rule) {
        CodeOrigin setter = connection.chooser(rule);
        if (setter == null && connection.peer.role() == Role.CLIENT) {
            setter = court.origins.setter(rule.id());
        }
        for (String each : rule == Rule.PROTOCOL ? Switches.VERSIONS : Switches.SUITES) {
            setter = setter != null ? setter : court.origins.setter(each);
        }
        return setter != null ? setter : court.origins.setter(Switches.ALGORITHMS[0]);
    }

    /**
     * Judges what was negotiated.
     *
     * @param exchangeKeys of the key exchange, as far as they can be seen
     * @throws SSLException that refuses it
     */
    void negotiated(Connection connection, List<PublicKey> exchangeKeys) throws SSLException {
        Connection tried = connection.tried();
        if (tried != null) {
            try {
                if (refusal(tried, exchangeKeys) != null) {
                    tried.isOver();
                }
            } catch (RuntimeException fault) {
                court.candidateFailed(fault);
            }
        }
        SSLException veto = refusal(connection, exchangeKeys);
        if (veto != null) {
            throw veto;
        }
    }

    private SSLException refusal(Connection connection, List<PublicKey> exchangeKeys) {
        String version = connection.protocol;
        SSLException veto = null;
        if (!connection.policy.allowsProtocol(version)) {
            veto = weak(connection, Rule.PROTOCOL, version);
        }
        if (veto == null && !connection.policy.allowsCipherSuite(connection.cipherSuite, goesOn(connection, version))) {
            veto = weak(connection, Rule.CIPHER, connection.cipherSuite);
        }
        return veto != null ? veto : Keys.weakExchange(court, connection, exchangeKeys);
    }

    /** The version, if nothing keeps the connection from going on with it. */
    private String goesOn(Connection connection, String version) {
        return isAllowedVersion(connection, version) || connection.mode(Rule.PROTOCOL) != Mode.ENFORCE ? version : null;
    }

    private SSLException weak(Connection connection, Rule rule, String name) {
        Ruling ruling = court.recorder.rule(
                new Sin(rule, Cause.WEAK_NEGOTIATED, State.ACTIVE, name + " was negotiated, which the policy forbids")
                        .on(connection)
                        .by(setter(connection, rule))
                        .about(name));
        return ruling.isVeto() ? new SSLHandshakeException(ruling.message()) : null;
    }

    /**
     * Explains the end of a handshake whose offer the guard has cut: the peer may have wanted what is missing.
     *
     * @param alert with which it ends
     * @param answered whether the server had chosen a version and a suite before
     * @return null when there is nothing to explain
     */
    String explain(Connection connection, Object alert, boolean answered, String diagnostic) {
        if (connection == null || connection.protocol != null) {
            return null;
        }
        Rule rule = rule(((Enum<?>) alert).name(), connection, answered);
        List<String> removed = rule == null ? Collections.<String>emptyList() : connection.removed(rule);
        if (removed.isEmpty()) {
            return null;
        }
        String some = removed.size() > 4
                ? list(removed.subList(0, 4)) + " and " + (removed.size() - 4) + " more"
                : list(removed);
        Ruling ruling = court.recorder.rule(new Sin(
                        rule,
                        Cause.WEAK_ENABLED,
                        State.ACTIVE,
                        "the handshake failed (" + diagnostic + ") without " + some
                                + ", which the policy forbids and tlsguard left out")
                .on(connection)
                .by(setter(connection, rule))
                .about(removed));
        return ruling.isVeto() ? ruling.message() : null;
    }

    /** What about an offer an alert may mean (RFC 8446, 6.2); null when it is about something else. */
    private static Rule rule(String alert, Connection connection, boolean answered) {
        switch (alert) {
            case "PROTOCOL_VERSION":
                return Rule.PROTOCOL;
            case "HANDSHAKE_FAILURE":
            case "INSUFFICIENT_SECURITY":
                if (answered) {
                    // Then it is about certificates, and no longer about the offer.
                    return null;
                }
                return connection.removed(Rule.CIPHER).isEmpty() ? Rule.PROTOCOL : Rule.CIPHER;
            default:
                return null;
        }
    }
}
