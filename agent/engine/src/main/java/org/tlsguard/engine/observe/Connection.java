package org.tlsguard.engine.observe;

import java.lang.ref.WeakReference;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.SSLSession;
import org.tlsguard.policy.Cause;
import org.tlsguard.policy.Mode;
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

    /** By what it is judged. */
    public final Terms terms;

    /** What the policy says about it. */
    public final PeerPolicy policy;

    /** The same connection as the candidate policy has it; null when there is none. */
    private final Connection candidate;

    /** Whether that policy would have refused it already, so that nothing more would have become of it. */
    private volatile boolean isOver;

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

    /** Whether that manager is code of the application or a library which knows the host, and so may have checked it. */
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

    /** What the handshake has agreed upon, before it is complete. */
    public volatile String agreedProtocol;

    /** What the handshake has agreed upon, before it is complete. */
    public volatile String agreedCipherSuite;

    /** The session; weakly, because what is known of a session is kept by it. */
    private volatile WeakReference<SSLSession> session = new WeakReference<>(null);

    /** Versions and suites that the guard took out of the offer. */
    public final Set<String> removed = new LinkedHashSet<>();

    /** Versions of the offer that the policy permits, or does not keep out. */
    public volatile List<String> permittedVersions = Collections.emptyList();

    /** Who chose versions or suites for this very connection, by the rule. */
    private volatile Map<String, CodeOrigin> choices = Collections.emptyMap();

    /**
     * Makes the facts of a connection.
     *
     * @param candidateTerms by what else it is judged, without consequences; null when there is no candidate policy
     * @param dialled the host as the application dialled it; null when it is not known, and for a client as peer
     * @param engine the package of the engine; null for the JDK's
     */
    public Connection(Peer peer, Terms terms, Terms candidateTerms, String dialled, String engine) {
        this.peer = peer;
        this.terms = terms;
        this.dialled = dialled;
        this.engine = engine;
        policy = terms.policy;
        candidate = candidateTerms == null ? null : new Connection(peer, candidateTerms, null, dialled, engine);
    }

    /** The mode of a rule on this connection. */
    public Mode mode(Rule rule) {
        return terms.mode(rule);
    }

    /** The same connection as the candidate policy has it; null when there is none, or that one would have ended it by now. */
    public Connection tried() {
        return candidate == null || candidate.isOver ? null : candidate;
    }

    /** By what else it is judged, without consequences; null when there is no candidate policy. */
    public Terms candidateTerms() {
        return candidate == null ? null : candidate.terms;
    }

    /** Notes that the candidate policy would have refused it. */
    public void isOver() {
        isOver = true;
    }

    /** Takes over what was noted when the handshake began. */
    public void continues(Connection before) {
        removed.addAll(before.removed);
        permittedVersions = before.permittedVersions;
        choices = before.choices;
        isOver = before.isOver;
        if (candidate != null && before.candidate != null) {
            candidate.continues(before.candidate);
        }
    }

    /** Notes who made which choice for it. */
    public void chosenBy(Map<String, CodeOrigin> whom) {
        choices = whom;
        if (candidate != null) {
            candidate.choices = whom;
        }
    }

    /** Who chose what this rule is about for this very connection; null when nobody was seen. */
    public CodeOrigin chooser(Rule rule) {
        return choices.get(rule.id());
    }

    /** Notes the host as the application dialled it. */
    public void tells(String host) {
        dialled = host;
        if (candidate != null) {
            candidate.dialled = host;
        }
    }

    /** Notes what was negotiated, where there is no session. */
    public void negotiated(String version, String suite) {
        protocol = version;
        cipherSuite = suite;
        if (candidate != null) {
            candidate.negotiated(version, suite);
        }
    }

    /** Notes what the handshake under way has agreed upon; null where that is not known. */
    public void agreedUpon(String version, String suite) {
        agreedProtocol = version;
        agreedCipherSuite = suite;
        if (candidate != null) {
            candidate.agreedUpon(version, suite);
        }
    }

    /** Notes the chain that the peer sent. */
    public void serves(X509Certificate[] served) {
        chain = served;
        if (candidate != null) {
            candidate.chain = served;
        }
    }

    /** Whether nobody needs to verify any more that the peer is the host meant. */
    public boolean isNameSettled() {
        return nameVerified && (tried() == null || tried().nameVerified);
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
        if (candidate != null) {
            candidate.established(negotiated);
        }
    }

    /** The peer's own certificate; null when there is none. */
    public X509Certificate endEntity() {
        X509Certificate[] served = chain;
        return served == null || served.length == 0 ? null : served[0];
    }
}
