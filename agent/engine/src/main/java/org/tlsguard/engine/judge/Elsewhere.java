package org.tlsguard.engine.judge;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.Collections;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.TlsGuardDecision;
import javax.net.ssl.X509TrustManager;
import org.tlsguard.engine.observe.Authentication;
import org.tlsguard.engine.observe.Connection;
import org.tlsguard.engine.observe.Frames;
import org.tlsguard.engine.observe.Origins;
import org.tlsguard.engine.observe.OtherEngine;
import org.tlsguard.engine.record.Sin;
import org.tlsguard.policy.Cause;
import org.tlsguard.policy.Rule;
import org.tlsguard.policy.State;

/**
 * The moments of a handshake of an engine that is not the JDK's. What is an engine is told by what it does: its code asks
 * a trust manager about a connection that is its own, or says that one is complete.
 */
final class Elsewhere {

    /** The suite of a session that nobody has negotiated yet. */
    private static final String NOTHING = "SSL_NULL_WITH_NULL_NULL";

    private final Court court;
    private final OtherEngine others;
    private final Parameters parameters;
    private final Names names;

    Elsewhere(Court court, Parameters parameters, Names names) {
        this.court = court;
        others = court.others;
        this.parameters = parameters;
        this.names = names;
    }

    /**
     * Begins a trust decision when an engine asks: not when a manager asks another one, nor when a library asks on its
     * own account.
     *
     * @param caller the package of the class that asks
     */
    TlsGuardDecision trust(
            X509TrustManager manager,
            X509Certificate[] chain,
            String authType,
            boolean server,
            boolean extended,
            Object transport,
            String caller)
            throws GeneralSecurityException {
        if (court.jsse.owns(transport)
                || !others.owns(transport)
                || !others.isPartOf(caller, transport)
                || others.handsOn(manager, caller)) {
            return null;
        }
        return new TrustDecision(court, manager, chain, authType, server, extended, others.core(transport));
    }

    /** A socket or engine is connected; it may be the JDK's, or only pass on what another one does. */
    void connected(Object transport) throws SSLException, GeneralSecurityException {
        if (court.jsse.owns(transport)) {
            return;
        }
        Object core = others.core(transport);
        Connection decided = court.decided(core);
        if (decided == null && others.isView(core)) {
            // What it wraps says so itself; a wrapper that is asked for its session may shake hands, or throw.
            return;
        }
        SSLSession session = others.negotiated(core);
        if (decided == null && (session == null || NOTHING.equals(session.getCipherSuite()) || isKnown(session))) {
            return;
        }
        boolean client = others.isClientEnd(core);
        Connection connection = decided != null ? decided : court.anew(core, client, others.dialledHost(session));
        connection.established(session);
        if (client && connection.dialled == null) {
            // Some engines tell only now.
            connection.tells(others.dialledHost(session));
        }
        if (decided == null) {
            X509Certificate[] served = others.peerCertificates(session);
            if (served != null) {
                connection.serves(served);
            }
            undecided(core, connection);
        }
        court.remember(session, connection);
        court.recorder.handshake(connection.peer, connection.protocol, connection.cipherSuite, connection.anchor);
        parameters.negotiated(connection, Collections.<PublicKey>emptyList());
        if (client) {
            names.handshakeFinished(core, connection);
        }
    }

    /** Begins the trust decision of Bouncy Castle's own API; null when its JSSE provider uses it, which asks later. */
    TlsGuardDecision authenticate(Object authentication, Object certificate, Object[] around)
            throws GeneralSecurityException, ReflectiveOperationException {
        Authentication asked = new Authentication(authentication, certificate);
        byte[][] encoded = asked.isOfProvider() ? new byte[0][] : asked.encoded();
        if (encoded.length == 0) {
            return null;
        }
        X509Certificate[] chain = new X509Certificate[encoded.length];
        for (int i = 0; i < chain.length; i++) {
            chain[i] = CanaryMaker.parse(encoded[i]);
        }
        asked.setServed(chain);
        return new TrustDecision(
                court, asked, chain, null, true, false, court.bouncyCastle.contextAmong(around, authentication));
    }

    /** A handshake by that API is complete. */
    void agreed(Object contextOrProtocol) throws SSLException, ReflectiveOperationException {
        Object context = court.bouncyCastle.context(contextOrProtocol);
        Connection connection = context == null ? null : court.decided(context);
        if (connection == null) {
            return;
        }
        connection.negotiated(
                court.bouncyCastle.version(context), court.jsse.suiteNameOf(court.bouncyCastle.cipherSuite(context)));
        court.recorder.handshake(connection.peer, connection.protocol, connection.cipherSuite, connection.anchor);
        if (connection.protocol == null || connection.cipherSuite == null) {
            return;
        }
        parameters.negotiated(connection, Collections.<PublicKey>emptyList());
    }

    /** Whether this is the session of a connection that was looked at, or a view of it by a wrapper of others. */
    private boolean isKnown(SSLSession session) {
        if (court.of(session) != null) {
            return true;
        }
        X509Certificate[] chain = others.peerCertificates(session);
        return chain != null && chain.length > 0 && court.resumable(chain[0]) != null;
    }

    /** No trust manager was asked: the session is resumed, or has no certificate, or the engine asks in its own way. */
    private void undecided(Object transport, Connection connection) throws GeneralSecurityException {
        if (connection.endEntity() == null) {
            return;
        }
        Court.Resumable before = court.resumableElsewhere(connection);
        if (before != null) {
            before.tell(connection);
            return;
        }
        court.recorder.rule(new Sin(
                        Rule.COVERAGE,
                        Cause.UNGUARDED,
                        State.LATENT,
                        "the TLS engine " + transport.getClass().getName()
                                + " asks no trust manager where tlsguard sees it: whom it trusts is not guarded")
                .on(connection)
                .by(Origins.ofCaller(Frames.here(connection.engine)))
                .unrepaired());
    }
}
