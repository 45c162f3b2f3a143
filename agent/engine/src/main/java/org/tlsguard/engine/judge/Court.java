package org.tlsguard.engine.judge;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.TlsGuardBridge;
import org.tlsguard.engine.observe.Authentication;
import org.tlsguard.engine.observe.BouncyCastleTls;
import org.tlsguard.engine.observe.BoundedMap;
import org.tlsguard.engine.observe.Connection;
import org.tlsguard.engine.observe.Jsse;
import org.tlsguard.engine.observe.NameChecker;
import org.tlsguard.engine.observe.Origins;
import org.tlsguard.engine.observe.OtherEngine;
import org.tlsguard.engine.observe.Terms;
import org.tlsguard.engine.observe.ThreadState;
import org.tlsguard.engine.observe.TlsEngine;
import org.tlsguard.engine.observe.WeakIdentityMap;
import org.tlsguard.engine.record.Recorder;
import org.tlsguard.engine.record.Regime;
import org.tlsguard.policy.NameMatcher;
import org.tlsguard.policy.NameMatching;
import org.tlsguard.policy.Peer;
import org.tlsguard.policy.PeerPolicy;
import org.tlsguard.policy.Role;
import org.tlsguard.policy.Rule;
import org.tlsguard.policy.Scheme;

/** What all decisions share: the connections known, and what was learnt of managers and verifiers. */
public final class Court {

    private static final int REMEMBERED = 1_024;

    final Jsse jsse;
    final OtherEngine others = new OtherEngine();
    final BouncyCastleTls bouncyCastle = new BouncyCastleTls();
    final Origins origins;
    final Recorder recorder;
    final CanaryMaker canaries = new CanaryMaker();

    private final NameChecker jdkNames;
    private final Runnable beforeCopies;
    private final WeakIdentityMap<Object, Connection> connections = new WeakIdentityMap<>();
    private final WeakIdentityMap<Object, Integer> dialledPorts = new WeakIdentityMap<>();
    private final WeakIdentityMap<SSLSession, Connection> sessions = new WeakIdentityMap<>();
    private final WeakIdentityMap<X509Certificate, Resumable> resumables = new WeakIdentityMap<>();
    private final WeakIdentityMap<Object, Connection> watched = new WeakIdentityMap<>();
    private final WeakIdentityMap<Object, Connection> handshaking = new WeakIdentityMap<>();

    private final WeakIdentityMap<Certificate, byte[]> encodings = new WeakIdentityMap<>();
    private final WeakIdentityMap<Object, Boolean> witnesses = new WeakIdentityMap<>();
    private final WeakIdentityMap<Object, Integer> identities = new WeakIdentityMap<>();

    /** With the anchors that are open, and the chains validated against them: a changed policy may name others. */
    private volatile Validator validator;

    /** Guarded by {@code identities}. */
    private int lastIdentity;

    /** Whether a manager or verifier, on a peer's certificate, accepts anyone. */
    private final Map<String, Boolean> learnt = new BoundedMap<>(REMEMBERED);

    /** By peer and chain: other engines make new certificates of those in a session each time. */
    private final Map<String, Resumable> elsewhere = new BoundedMap<>(REMEMBERED);

    /** What a later handshake that resumes the session needs to know; no reference to the certificate it is kept by. */
    static final class Resumable {

        final String anchor;
        final boolean managerMayCheckName;
        volatile String nameVerified;

        Resumable(Connection connection) {
            anchor = connection.anchor;
            managerMayCheckName = connection.managerMayCheckName;
        }

        /** Tells a connection that resumes the session what was found out when it was made. */
        void tell(Connection connection) {
            connection.anchor = anchor;
            connection.managerMayCheckName = managerMayCheckName;
            connection.nameVerified = nameVerified != null && nameVerified.equals(connection.peer.host());
            if (connection.tried() != null) {
                tell(connection.tried());
            }
        }
    }

    /**
     * Makes a court that holds nothing yet.
     *
     * @param beforeCopies to be run before any copy of the application's code is asked
     */
    public Court(Jsse jsse, NameChecker jdkNames, Origins origins, Recorder recorder, Runnable beforeCopies) {
        this.jsse = jsse;
        this.jdkNames = jdkNames;
        this.origins = origins;
        this.recorder = recorder;
        this.beforeCopies = beforeCopies;
        validator = new Validator(recorder.trustStores());
    }

    /** Prepares questions to a copy of a manager or verifier, as it is now. */
    <T> Trial<T> trial(T original) {
        return new Trial<>(original, ThreadState.current(), beforeCopies);
    }

    /** A fault in what is only tried is told, and concerns nobody. */
    void candidateFailed(Throwable fault) {
        recorder.fault("candidate policy", fault);
    }

    Validator validator() {
        return validator;
    }

    /** What holds for what belongs to no peer: by the candidate policy, if there is one, and by the one in force. */
    List<Terms> general() {
        return recorder.regime().general();
    }

    /** The policy has changed: nothing counts any more that was found under the former one. */
    void policyChanged() {
        validator = new Validator(recorder.trustStores());
        synchronized (elsewhere) {
            for (Resumable each : elsewhere.values()) {
                each.nameVerified = null;
            }
        }
        if (!recorder.regime().failsClosed(Rule.TRUST)) {
            // To end sessions would change the handshakes on the wire.
            return;
        }
        for (Connection each : sessions.values()) {
            SSLSession session = each.session();
            try {
                SSLSessionContext context = session == null ? null : session.getSessionContext();
                if (context != null) {
                    forget(context);
                }
            } catch (RuntimeException foreign) {
                recorder.fault("end of a session", foreign);
            }
        }
    }

    /** A peer whose session is resumed is trusted because it was: nobody would look at it again. */
    private static void forget(SSLSessionContext context) {
        for (byte[] each : Collections.list(context.getIds())) {
            SSLSession session = context.getSession(each);
            if (session != null) {
                session.invalidate();
            }
        }
    }

    /** Keeps the bytes of which a factory of others made a certificate. */
    void parsed(Certificate certificate, byte[] encoded) {
        encodings.put(certificate, encoded);
    }

    /** The chain as the peer's bytes have it, whatever a factory of the application's made of them. */
    X509Certificate[] asSent(X509Certificate[] served) throws GeneralSecurityException {
        X509Certificate[] sent = served.clone();
        for (int i = 0; i < sent.length; i++) {
            byte[] encoded = encodings.get(sent[i]);
            if (encoded != null) {
                sent[i] = CanaryMaker.parse(encoded);
            }
        }
        return sent;
    }

    /** The facts of the connection on this socket or engine, begun anew when there are none. */
    Connection connection(Object transport, boolean serverPeer) {
        Connection known = connections.get(transport);
        if (known == null) {
            known = newConnection(transport, serverPeer, null);
            connections.put(transport, known);
        }
        return known;
    }

    /** Begins the facts of a connection anew: a renegotiation is a handshake of its own. */
    Connection anew(Object transport, boolean serverPeer) {
        return anew(transport, serverPeer, null);
    }

    /**
     * Likewise.
     *
     * @param dialled the host as the application dialled it; null to ask the engine
     */
    Connection anew(Object transport, boolean serverPeer, String dialled) {
        Connection before = connections.get(transport);
        Connection fresh = before != null && before.protocol == null
                // One policy from the beginning of a handshake to its end, should it change meanwhile.
                ? new Connection(before.peer, before.terms, before.candidateTerms(), before.dialled, before.engine)
                : newConnection(transport, serverPeer, dialled);
        if (before != null) {
            fresh.continues(before);
        }
        connections.put(transport, fresh);
        return fresh;
    }

    Connection known(Object transport) {
        return connections.get(transport);
    }

    private Connection newConnection(Object transport, boolean serverPeer, String known) {
        TlsEngine engine = engineOf(transport);
        String dialled = !serverPeer ? null : known != null ? known : engine.dialledHost(transport);
        String host = dialled == null ? engine.peerAddress(transport) : dialled;
        // A client comes from another port each time, which says nothing and would make every connection a finding.
        Peer peer = serverPeer ? Peer.of(Role.SERVER, host, port(engine, transport)) : Peer.of(Role.CLIENT, host, -1);
        Regime regime = recorder.regime();
        return new Connection(
                peer, regime.terms(peer), regime.candidateTerms(peer), dialled, engine.packageOf(transport));
    }

    /** Notes at which port the server is, where a socket was told so which is connected to another one, as a proxy's. */
    void dialledPort(Object socket, int port) {
        dialledPorts.put(socket, port);
    }

    private int port(TlsEngine engine, Object transport) {
        Integer dialled = dialledPorts.get(transport);
        return dialled != null ? dialled : engine.peerPort(transport);
    }

    /** The socket whose application stream this is; an engine is its own; null when it cannot be told. */
    Object transportOf(Object streamOrEngine) {
        return streamOrEngine.getClass().getClassLoader() == null
                ? jsse.transportOf(streamOrEngine)
                : others.transportOf(streamOrEngine);
    }

    /** What can tell of this socket or engine. */
    TlsEngine engineOf(Object transport) {
        return jsse.owns(transport) ? jsse : others.owns(transport) ? others : bouncyCastle;
    }

    /**
     * The name a server has to prove: the policy's, or the one dialled.
     *
     * @return null when it is not known
     */
    String reference(Object transport, Connection connection) {
        String wanted = connection.policy.referenceIdentifier(new Date());
        return wanted != null
                ? wanted
                : connection.dialled != null
                        ? connection.dialled
                        : engineOf(transport).dialledHost(transport);
    }

    /**
     * Whether the certificate is for what JSSE was told instead of the name dialled, and would compare with: the address, or
     * the server name that the application asks for.
     */
    boolean fitsAsTold(Object transport, Connection connection) {
        return jsse.owns(transport)
                && connection.policy.referenceIdentifier(new Date()) == null
                && (isFor(jsse.toldAddress(transport), connection) || isFor(jsse.requestedName(transport), connection));
    }

    private boolean isFor(String told, Connection connection) {
        return told != null && fits(told, connection.endEntity(), connection.policy);
    }

    /** Whether the certificate is for this name, by the policy's rules. */
    boolean fits(String reference, X509Certificate endEntity, PeerPolicy rules) {
        if (!isLeftToJdk(rules)) {
            return NameMatcher.matches(reference, endEntity, rules.nameMatching(), rules.scheme());
        }
        // "Standard" is what this JVM's own check takes, and that differs between JDKs in odd wildcards. It compares
        // with the name in the hello, which has no dot of the root.
        String host = reference.endsWith(".") ? reference.substring(0, reference.length() - 1) : reference;
        return jdkNames.matches(host, endEntity) && !coversPublicSuffix(endEntity, host);
    }

    /** Whether names are compared as this JVM does it, but for public suffixes. */
    static boolean isLeftToJdk(PeerPolicy rules) {
        return rules.nameMatching() == NameMatching.STANDARD && rules.scheme() == Scheme.HTTPS;
    }

    private static boolean coversPublicSuffix(X509Certificate endEntity, String reference) {
        int dot = reference.indexOf('.');
        return dot > 0
                && org.tlsguard.policy.PublicSuffixes.isPublicSuffix(reference.substring(dot + 1))
                && !hasExactName(endEntity, reference);
    }

    private static boolean hasExactName(X509Certificate endEntity, String reference) {
        for (String each : NameMatcher.presented(endEntity)) {
            if (each.equalsIgnoreCase(reference)) {
                return true;
            }
        }
        return false;
    }

    // ---- sessions

    void remember(SSLSession session, Connection connection) {
        sessions.put(session, connection);
    }

    Connection of(SSLSession session) {
        return sessions.get(session);
    }

    void rememberForResumption(X509Certificate endEntity, Resumable facts) {
        resumables.put(endEntity, facts);
    }

    /** Likewise where another engine keeps the session. */
    void rememberElsewhere(Connection connection, Resumable facts) throws GeneralSecurityException {
        synchronized (elsewhere) {
            elsewhere.put(connection.peer + " " + Validator.digest(connection.chain), facts);
        }
    }

    Resumable resumable(X509Certificate endEntity) {
        return resumables.get(endEntity);
    }

    Resumable resumableElsewhere(Connection connection) throws GeneralSecurityException {
        synchronized (elsewhere) {
            return elsewhere.get(connection.peer + " " + Validator.digest(connection.chain));
        }
    }

    // ---- connections of other engines between the trust decision and the end of the handshake

    void handshaking(Object transport, Connection connection) {
        handshaking.put(transport, connection);
    }

    /** What was decided in the handshake that is now complete; null when nothing was. */
    Connection decided(Object transport) {
        return handshaking.remove(transport);
    }

    /** Notes that somebody has verified the connection's name. */
    void nameVerified(Connection connection) {
        connection.nameVerified = true;
        connection.open = Connection.Open.NOTHING;
        if (connection.terms.candidate) {
            return;
        }
        X509Certificate endEntity = connection.endEntity();
        Resumable facts = endEntity == null ? null : resumables.get(endEntity);
        if (facts != null) {
            facts.nameVerified = connection.peer.host();
        }
    }

    // ---- connections that wait for their first application data

    void watch(Object transport, Connection connection) {
        // Count and bridge change together: a stale zero would let application data pass unseen.
        synchronized (watched) {
            watched.put(transport, connection);
            TlsGuardBridge.watch(watched.size());
        }
    }

    void unwatch(Object transport) {
        synchronized (watched) {
            if (watched.remove(transport) != null) {
                TlsGuardBridge.watch(watched.size());
            }
        }
    }

    Connection watched(Object transport) {
        return watched.get(transport);
    }

    /** A waiting connection with this certificate of the peer; null when there is none. */
    Connection waitingFor(X509Certificate endEntity) {
        Connection waiting = withEndEntity(endEntity, watched.values());
        return waiting != null ? waiting : withEndEntity(endEntity, handshaking.values());
    }

    private static Connection withEndEntity(X509Certificate endEntity, Iterable<Connection> candidates) {
        for (Connection each : candidates) {
            X509Certificate own = each.endEntity();
            if (own != null && (own == endEntity || own.equals(endEntity))) {
                return each;
            }
        }
        return null;
    }

    // ---- what canaries have taught

    /**
     * Tells managers and verifiers apart: by class, or, where objects of the class may differ in what they hold, by object.
     * A class is told apart from one of the same name by its own object likewise.
     */
    String identity(Object part) {
        Object code = part instanceof Authentication ? ((Authentication) part).code() : part;
        Object distinct = isStateless(code.getClass()) ? code.getClass() : code;
        synchronized (identities) {
            Integer known = identities.get(distinct);
            if (known == null) {
                known = ++lastIdentity;
                identities.put(distinct, known);
            }
            return "#" + known;
        }
    }

    private static boolean isStateless(Class<?> type) {
        for (Class<?> each = type; each != Object.class; each = each.getSuperclass()) {
            for (Field field : each.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Notes that this manager left a witness: it is not likely to need a trial. */
    void leftWitness(Object manager) {
        witnesses.put(manager, Boolean.TRUE);
    }

    boolean hasLeftWitness(Object manager) {
        return witnesses.get(manager) != null;
    }

    Boolean acceptsAnyone(String whom) {
        synchronized (learnt) {
            return learnt.get(whom);
        }
    }

    void learn(String whom, boolean acceptsAnyone) {
        synchronized (learnt) {
            learnt.put(whom, acceptsAnyone);
        }
    }

    /** The names a certificate presents, for a message. */
    static String presented(X509Certificate endEntity) {
        try {
            if (endEntity.getSubjectAlternativeNames() == null) {
                return Diagnosis.name(endEntity);
            }
        } catch (CertificateParsingException unreadable) {
            return Diagnosis.name(endEntity);
        }
        StringBuilder text = new StringBuilder();
        for (String each : NameMatcher.presented(endEntity)) {
            if (text.length() > 200) {
                return text.append(", ...").toString();
            }
            text.append(text.length() == 0 ? "" : ", ").append(each);
        }
        return text.toString();
    }
}
