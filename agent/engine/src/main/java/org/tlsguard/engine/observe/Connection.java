package org.tlsguard.engine.observe;

import java.lang.ref.WeakReference;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLSession;
import org.tlsguard.policy.Cause;
import org.tlsguard.policy.Peer;
import org.tlsguard.policy.PeerPolicy;
import org.tlsguard.policy.Rule;

/** What is known of one connection, between its handshake and its first application data. */
public final class Connection {

    /** What is left to be seen before application data may flow. */
    public enum Open {
        /** Nothing. */
        NOTHING,
        /** The certificate fits the name, but nobody has looked yet. */
        UNCHECKED,
        /** The dialled name is not known, and nobody has looked yet. */
        UNKNOWN_NAME,
        /** The certificate does not fit the name, and nobody who can refuse has said it may. */
        MISMATCH
    }

    /** The other end. */
    public final Peer peer;

    /** What the policy says about it. */
    public final PeerPolicy policy;

    /** The host as the application dialled it; null when the engine was not told, and for a client as peer. */
    public volatile String dialled;

    /** The package of the engine; null for the JDK's. */
    public final String engine;

    /** The chain as the peer sent it; null before it has, and with an anonymous suite. */
    public volatile X509Certificate[] chain;

    /** The subject of the trust anchor; null when none is known. */
    public volatile String anchor;

    /** The trust manager that decided; null when none was asked, as in a resumed session. */
    public volatile CodeOrigin manager;

    /** Whether that manager would have accepted anyone. */
    public volatile boolean managerAcceptsAny;

    /** Whether that manager is code of the application or a library which saw the host, and so may have checked it. */
    public volatile boolean managerMayCheckName;

    /** Whether somebody has verified that the peer is the host meant. */
    public volatile boolean nameVerified;

    /** What is left. */
    public volatile Open open = Open.NOTHING;

    /** Why the name is a sin, if application data flows. */
    public volatile Cause nameCause = Cause.UNCHECKED;

    /** Who said yes to the name; null when nobody was asked. */
    public volatile CodeOrigin verifier;

    /** Whether the name has been refused: then each use is refused again. */
    public volatile Throwable refusal;

    /** What was negotiated. */
    public volatile String protocol;

    /** What was negotiated. */
    public volatile String cipherSuite;

    /** The session; weakly, because what is known of a session is kept by it. */
    private volatile WeakReference<SSLSession> session = new WeakReference<>(null);

    /** Versions and suites that the guard took out of the offer. */
    public final Set<String> removed = new LinkedHashSet<>();

    /** Versions of the offer that the policy permits, or does not keep out. */
    public volatile List<String> permittedVersions = Collections.emptyList();

    /** Makes the facts of a connection. */
    public Connection(Peer peer, PeerPolicy policy, String dialled, String engine) {
        this.peer = peer;
        this.policy = policy;
        this.dialled = dialled;
        this.engine = engine;
    }

    /** Those of them that are versions, or suites. */
    public List<String> removed(Rule rule) {
        List<String> some = new ArrayList<>();
        for (String each : removed) {
            if (rule == Rule.CIPHER == each.indexOf('_') >= 0) {
                some.add(each);
            }
        }
        return some;
    }

    /** The session of the last handshake; null before, and when nobody uses it any more. */
    public SSLSession session() {
        return session.get();
    }

    /** Notes the session of a handshake that is complete. */
    public void established(SSLSession negotiated) {
        session = new WeakReference<>(negotiated);
        protocol = negotiated.getProtocol();
        cipherSuite = negotiated.getCipherSuite();
    }

    /** The peer's own certificate; null when there is none. */
    public X509Certificate endEntity() {
        X509Certificate[] served = chain;
        return served == null || served.length == 0 ? null : served[0];
    }
}
