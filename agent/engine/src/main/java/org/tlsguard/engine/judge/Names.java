package org.tlsguard.engine.judge;

import java.io.IOException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.tlsguard.engine.observe.CodeOrigin;
import org.tlsguard.engine.observe.Connection;
import org.tlsguard.engine.observe.Frames;
import org.tlsguard.engine.observe.Origins;
import org.tlsguard.engine.record.Ruling;
import org.tlsguard.engine.record.Sin;
import org.tlsguard.policy.Cause;
import org.tlsguard.policy.Rule;
import org.tlsguard.policy.State;

/** The name of a server between the handshake and the first application data. */
final class Names {

    private final Court court;

    Names(Court court) {
        this.court = court;
    }

    /** After a handshake as client: what is left to be seen before application data may flow. */
    void handshakeFinished(Object transport, Connection connection) {
        boolean waits = waits(transport, connection);
        if (connection.tried() != null) {
            waits |= waits(transport, connection.tried());
        }
        if (waits) {
            court.watch(transport, connection);
        } else {
            court.unwatch(transport);
        }
    }

    private boolean waits(Object transport, Connection connection) {
        X509Certificate endEntity = connection.endEntity();
        if (connection.nameVerified || endEntity == null) {
            return false;
        }
        String reference = court.reference(transport, connection);
        if (reference == null) {
            connection.open = Connection.Open.UNKNOWN_NAME;
        } else if (court.fits(reference, endEntity, connection.policy) || court.fitsAsTold(transport, connection)) {
            connection.open = Connection.Open.UNCHECKED;
        } else {
            connection.open = Connection.Open.MISMATCH;
        }
        return true;
    }

    /** Somebody read the peer's identity: where the certificate fits, that counts as having looked. */
    void peerRead(Connection connection) {
        if (connection.open == Connection.Open.UNCHECKED || connection.open == Connection.Open.UNKNOWN_NAME) {
            connection.open = Connection.Open.NOTHING;
        }
        if (connection.tried() != null) {
            peerRead(connection.tried());
        }
    }

    /**
     * The JDK's checker, called by hand after the handshake, found a name in this certificate.
     *
     * @return the connection that waited for it; null when none did
     */
    Connection nameMatched(X509Certificate endEntity) {
        Connection waiting = court.waitingFor(endEntity);
        if (waiting == null) {
            return null;
        }
        if (waiting.tried() != null) {
            jdkMatched(waiting.tried());
        }
        return jdkMatched(waiting) ? waiting : null;
    }

    /** False where, by the rules that hold here, the name that the JDK has found does not fit. */
    private boolean jdkMatched(Connection waiting) {
        if (waiting.open == Connection.Open.MISMATCH && !Court.isLeftToJdk(waiting.policy)) {
            return false;
        }
        court.nameVerified(waiting);
        return true;
    }

    /** Application data is about to flow. */
    void applicationData(Object transport, Connection connection) throws IOException {
        Connection tried = connection.tried();
        if (tried != null) {
            try {
                flowing(transport, tried);
            } catch (RuntimeException fault) {
                court.candidateFailed(fault);
            }
            // Told once, whatever becomes of the connection.
            tried.isOver();
        }
        if (connection.refusal != null) {
            throw new SSLPeerUnverifiedException(connection.refusal.getMessage());
        }
        if (connection.open != Connection.Open.MISMATCH) {
            court.unwatch(transport);
        }
        Ruling ruling = flowing(transport, connection);
        if (ruling != null && ruling.isVeto()) {
            SSLPeerUnverifiedException veto = new SSLPeerUnverifiedException(ruling.message());
            connection.refusal = veto;
            throw veto;
        }
        court.unwatch(transport);
    }

    /** Tells of a name that is still open; what came of one that does not fit, or null. */
    private Ruling flowing(Object transport, Connection connection) {
        Connection.Open open = connection.open;
        if (open != Connection.Open.MISMATCH) {
            if (open == Connection.Open.UNCHECKED && !connection.managerMayCheckName) {
                court.recorder.rule(new Sin(
                                Rule.NAME,
                                Cause.UNCHECKED,
                                State.LATENT,
                                "this peer's certificate is for " + court.reference(transport, connection)
                                        + ", but nobody has checked that")
                        .on(connection)
                        .by(atFault(connection)));
            } else if (open == Connection.Open.UNKNOWN_NAME) {
                court.recorder.rule(new Sin(
                                Rule.NAME,
                                Cause.UNCHECKED,
                                State.LATENT,
                                "nobody has checked who the peer is, and JSSE was not told which host was dialled; the"
                                        + " certificate is for " + Court.presented(connection.endEntity()))
                        .on(connection)
                        .by(atFault(connection))
                        .unrepaired());
            }
            return null;
        }
        return court.recorder.rule(
                mismatch(connection, court.reference(transport, connection)).by(atFault(connection)));
    }

    /**
     * Who let the name pass: the verifier that said yes, or the code that sends without having asked. Where that is the JDK's
     * own, on a thread of its HTTP client, it was told not to ask.
     */
    private CodeOrigin atFault(Connection connection) {
        if (connection.verifier != null) {
            return connection.verifier;
        }
        CodeOrigin sender = Origins.ofCaller(Frames.here(connection.engine));
        if (sender.className() != null) {
            return sender;
        }
        CodeOrigin switchedOff = court.origins.setter(Switches.HTTP_CLIENT_NAMES);
        return switchedOff != null ? switchedOff : connection.manager;
    }

    static Sin mismatch(Connection connection, String reference) {
        return new Sin(
                        Rule.NAME,
                        connection.nameCause == Cause.ACCEPTS_ANY ? Cause.ACCEPTS_ANY : Cause.MISMATCH,
                        State.ACTIVE,
                        "the certificate is for " + Court.presented(connection.endEntity()) + ", not for " + reference
                                + (connection.nameCause == Cause.ACCEPTS_ANY
                                        ? ", and the host name verifier would have accepted a stranger as well"
                                        : connection.verifier == null ? ", and nobody has checked that" : ""))
                .on(connection);
    }
}
