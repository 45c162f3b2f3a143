package org.tlsguard.engine.judge;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TlsGuardDecision;
import javax.net.ssl.TlsGuardNameDecision;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;
import org.tlsguard.engine.observe.Connection;
import org.tlsguard.engine.record.Regime;
import org.tlsguard.policy.Rule;
import org.tlsguard.report.Switch;

/** What each moment of a handshake comes to. */
public final class Judge {

    private final Court court;
    private final Names names;
    private final Parameters parameters;
    private final Switches switches;
    private final SwitchInventory inventory;
    private final Elsewhere elsewhere;
    private Regime lookedAtSwitches;

    /** Makes a judge of this court. */
    public Judge(Court court) {
        this.court = court;
        names = new Names(court);
        parameters = new Parameters(court);
        switches = new Switches(court);
        inventory = new SwitchInventory(switches, court.origins);
        elsewhere = new Elsewhere(court, parameters, names);
    }

    /** Begins a trust decision; null when no rule asks for one. */
    public TlsGuardDecision trust(
            X509ExtendedTrustManager manager,
            X509Certificate[] chain,
            String authType,
            boolean server,
            Object transport)
            throws GeneralSecurityException {
        if (chain == null || chain.length == 0) {
            return null;
        }
        return new TrustDecision(court, manager, chain, authType, server, true, transport);
    }

    /** Begins the trust decision of an engine that is not the JDK's; null when it is none. */
    public TlsGuardDecision trustElsewhere(
            X509TrustManager manager,
            X509Certificate[] chain,
            String authType,
            boolean server,
            boolean extended,
            Object transport,
            String caller)
            throws GeneralSecurityException {
        return chain == null || chain.length == 0
                ? null
                : elsewhere.trust(manager, chain, authType, server, extended, transport, caller);
    }

    /** Begins a name decision; null for a session that is not JSSE's or whose peer is known already. */
    public TlsGuardNameDecision name(HostnameVerifier verifier, String name, SSLSession session, boolean mayThrow) {
        Connection connection = court.of(session);
        return connection == null || connection.isNameSettled()
                ? null
                : new NameDecision(court, verifier, name, session, connection, mayThrow);
    }

    /** A factory of others made a certificate of these bytes. */
    public void parsed(Certificate certificate, byte[] encoded) {
        court.parsed(certificate, encoded);
    }

    /**
     * The JDK's name checker found a name, outside a trust decision.
     *
     * @param inCharge the verifier that would have been asked otherwise; null when there is none
     */
    public void nameMatched(String name, X509Certificate certificate, HostnameVerifier inCharge) {
        Connection connection = names.nameMatched(certificate);
        if (connection != null && inCharge != null) {
            NameDecision.standingReady(court, inCharge, name, connection);
        }
    }

    /**
     * A verifier is being asked, by whatever call.
     *
     * @param asked the session it is asked about, or the socket
     */
    public void verifying(HostnameVerifier verifier, String name, Object asked) {
        Connection connection = asked instanceof SSLSession ? court.of((SSLSession) asked) : court.known(asked);
        if (connection != null && !connection.isNameSettled()) {
            NameDecision.standingReady(court, verifier, name, connection);
        }
    }

    /** Somebody reads the peer's identity from a session. */
    public void peerRead(Object session) {
        Connection connection = session instanceof SSLSession ? court.of((SSLSession) session) : null;
        if (connection != null) {
            names.peerRead(connection);
        }
    }

    /** The versions a handshake starts with. */
    public List<?> activeProtocols(List<?> versions, Object context) throws SSLException {
        synchronized (switches) {
            Regime regime = court.recorder.regime();
            if (lookedAtSwitches != regime) {
                lookedAtSwitches = regime;
                switches.look();
            }
        }
        return parameters.activeProtocols(versions, context);
    }

    /** The suites a handshake starts with. */
    public List<?> activeCipherSuites(List<?> suites, Object context) throws SSLException {
        return parameters.activeCipherSuites(suites, context);
    }

    /** A handshake is complete. */
    public void handshakeFinished(Object context) throws SSLException {
        Object transport = court.jsse.transport(context);
        boolean client = court.jsse.isClient(context);
        SSLSession session = court.jsse.session(context);
        Connection connection = court.connection(transport, client);
        if (connection.chain == null) {
            resumed(connection, court.jsse.peerCertificates(session));
        }
        connection.established(session);
        court.remember(session, connection);
        court.recorder.handshake(connection.peer, connection.protocol, connection.cipherSuite, connection.anchor);
        parameters.negotiated(connection, court.jsse.exchangeKeys(context));
        if (client) {
            names.handshakeFinished(transport, connection);
        }
    }

    /** A handshake of a socket or engine that may not be the JDK's is complete. */
    public void connected(Object transport) throws SSLException, GeneralSecurityException {
        elsewhere.connected(transport);
    }

    /** Begins the trust decision of Bouncy Castle's own API; null when it is none. */
    public TlsGuardDecision authenticate(Object authentication, Object certificate, Object[] around)
            throws GeneralSecurityException, ReflectiveOperationException {
        return elsewhere.authenticate(authentication, certificate, around);
    }

    /** A handshake by that API is complete. */
    public void agreed(Object contextOrProtocol) throws SSLException, ReflectiveOperationException {
        elsewhere.agreed(contextOrProtocol);
    }

    /** The properties of this JVM that touch TLS, as they are now. */
    public List<Switch> switches() {
        return inventory.list();
    }

    /** The policy has changed: what was found under the former one counts no more. */
    public void policyChanged() {
        court.policyChanged();
    }

    private void resumed(Connection connection, X509Certificate[] chain) {
        if (chain == null || chain.length == 0) {
            return;
        }
        connection.serves(chain);
        Court.Resumable before = court.resumable(chain[0]);
        if (before != null) {
            before.tell(connection);
        }
    }

    /** A connection fails: the diagnostic, completed. */
    public String diagnostic(Object context, Object alert, Throwable cause, String diagnostic) {
        if (cause != null) {
            // JSSE puts words of its own before a cause; a veto is to be read first.
            String told = cause.getMessage();
            return told != null && told.startsWith("tlsguard: ") ? told : diagnostic;
        }
        Connection connection = court.known(court.jsse.transport(context));
        String explained = parameters.explain(connection, alert, court.jsse.isAnswered(context), diagnostic);
        return explained == null ? diagnostic : explained;
    }

    /** Application data is about to flow. */
    public void applicationData(Object streamOrEngine) throws IOException {
        Object transport = court.transportOf(streamOrEngine);
        Connection connection = court.watched(transport);
        if (connection != null) {
            names.applicationData(transport, connection);
        }
    }

    /** A socket was put on top of another one, which may lead to a proxy, to talk to a server at that port. */
    public void layered(Object socket, int port) {
        if (port > 0) {
            court.dialledPort(socket, port);
        }
    }

    /** Something is being set up. */
    public void settingUp(String what, Object target, Object value) {
        switch (what) {
            case "Security.setProperty":
            case "System.setProperty":
                if (target instanceof String && Switches.isSwitch((String) target)) {
                    court.origins.setting((String) target);
                    synchronized (switches) {
                        lookedAtSwitches = null;
                    }
                }
                break;
            case "SSLContext.init":
                if (value instanceof TrustManager[]) {
                    for (TrustManager each : (TrustManager[]) value) {
                        court.origins.installing(each);
                    }
                }
                break;
            case "SSLContext.setDefault":
            case "HttpsURLConnection.setDefaultSSLSocketFactory":
                court.origins.installingDefault(court.jsse.implementationOf(value));
                break;
            case "HttpsURLConnection.setDefaultHostnameVerifier":
                court.origins.installing(value);
                court.origins.installingDefault(value);
                break;
            case "HttpsURLConnection.setHostnameVerifier":
                court.origins.installing(value);
                break;
            default:
                enabling(target, value);
        }
    }

    /**
     * Notes who enables a weak version or suite. Nobody chooses what is enabled already: the JDK's own HTTPS clients hand all
     * parameters of a socket back to it when they change one.
     */
    private void enabling(Object target, Object value) {
        if (value instanceof SSLParameters) {
            enabling(target, ((SSLParameters) value).getProtocols());
            enabling(target, ((SSLParameters) value).getCipherSuites());
        } else if (value instanceof String[]) {
            for (String each : (String[]) value) {
                boolean version = parameters.isWeakChoice(Rule.PROTOCOL, each);
                if (version || parameters.isWeakChoice(Rule.CIPHER, each)) {
                    if (!isEnabledAlready(target, (String[]) value)) {
                        String what = (version ? Rule.PROTOCOL : Rule.CIPHER).id();
                        if (target instanceof SSLServerSocket) {
                            court.origins.setting(what);
                        } else {
                            court.origins.choosing(target, what);
                        }
                    }
                    return;
                }
            }
        }
    }

    private static boolean isEnabledAlready(Object target, String[] values) {
        SSLParameters now = target instanceof SSLSocket
                ? ((SSLSocket) target).getSSLParameters()
                : target instanceof SSLEngine
                        ? ((SSLEngine) target).getSSLParameters()
                        : ((SSLServerSocket) target).getSSLParameters();
        return Arrays.equals(values, now.getProtocols()) || Arrays.equals(values, now.getCipherSuites());
    }
}
