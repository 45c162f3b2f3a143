package org.tlsguard.engine.judge;

import java.security.cert.X509Certificate;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.TlsGuardNameDecision;
import org.tlsguard.engine.observe.CodeOrigin;
import org.tlsguard.engine.observe.Connection;
import org.tlsguard.engine.observe.ThreadState;
import org.tlsguard.engine.record.Ruling;
import org.tlsguard.engine.record.Sin;
import org.tlsguard.policy.Cause;
import org.tlsguard.policy.Rule;
import org.tlsguard.policy.State;

/**
 * The name decision of one host name verifier. Where it says yes, it is asked again: about the same session under another
 * object, and about one that cannot be right, with a canary under a name of its own.
 */
final class NameDecision extends TlsGuardNameDecision {

    private enum Question {
        REAL,
        CONTROL,
        CANARY
    }

    private final Court court;
    private final HostnameVerifier verifier;
    private final String name;
    private final SSLSession given;
    private final Connection connection;
    private final boolean mayThrow;
    private final X509Certificate endEntity;

    private Question question = Question.REAL;
    private SSLSession shown;
    private boolean yes;
    private Throwable thrown;
    private boolean undecided;
    private boolean fits;
    private boolean probing;
    private boolean acceptsAny;
    private int stranger;

    /**
     * @param connection the connection of that session
     * @param mayThrow whether a veto can be thrown here; elsewhere it comes with the first application data
     */
    NameDecision(
            Court court,
            HostnameVerifier verifier,
            String name,
            SSLSession session,
            Connection connection,
            boolean mayThrow) {
        this.court = court;
        this.verifier = verifier;
        this.name = name;
        this.given = session;
        this.connection = connection;
        this.mayThrow = mayThrow;
        this.endEntity = connection.endEntity();
        this.shown = session;
    }

    @Override
    public SSLSession session() {
        return shown;
    }

    @Override
    public void answered(boolean answer, Throwable failure) {
        switch (question) {
            case REAL:
                yes = answer;
                thrown = failure;
                break;
            case CONTROL:
                // It said yes a moment ago to the same certificates: its answer does not come from them.
                acceptsAny |= !answer;
                break;
            default:
                acceptsAny |= answer && failure == null;
        }
    }

    @Override
    public boolean again() {
        if (thrown != null || !yes || endEntity == null || acceptsAny) {
            return false;
        }
        ThreadState thread = ThreadState.current();
        thread.own++;
        try {
            switch (question) {
                case REAL:
                    fits = court.fits(expected(), endEntity, connection.policy);
                    Boolean known = court.acceptsAnyone(whom());
                    if (known != null) {
                        acceptsAny = known;
                        return false;
                    }
                    probing = true;
                    question = Question.CONTROL;
                    shown = new CanarySession(given, CanaryMaker.parsedAnew(connection.chain));
                    return true;
                default:
                    question = Question.CANARY;
                    if (stranger == CanaryMaker.strangers()) {
                        return false;
                    }
                    X509Certificate forged =
                            court.canaries.stranger(CanaryMaker.parsedAnew(connection.chain)[0], name, stranger++);
                    shown = new CanarySession(given, new X509Certificate[] {forged});
                    return true;
            }
        } catch (Throwable fault) {
            court.recorder.fault("name decision", fault);
            undecided = true;
            return false;
        } finally {
            thread.own--;
        }
    }

    @Override
    public boolean accepted() {
        return yes;
    }

    @Override
    public Throwable conclusion() {
        // Undecided, the name stays unverified and the connection watched.
        if (thrown != null || !yes || endEntity == null || undecided) {
            return thrown;
        }
        ThreadState thread = ThreadState.current();
        thread.own++;
        try {
            return verdict();
        } catch (Throwable fault) {
            court.recorder.fault("name decision", fault);
            return null;
        } finally {
            thread.own--;
        }
    }

    private Throwable verdict() {
        CodeOrigin origin = court.origins.of(verifier, "verify");
        if (probing) {
            court.learn(whom(), acceptsAny);
        }
        if (acceptsAny) {
            processWide(origin);
        }
        if (fits) {
            if (acceptsAny) {
                court.recorder.rule(new Sin(
                                Rule.NAME,
                                Cause.ACCEPTS_ANY,
                                State.LATENT,
                                "this peer's certificate is for " + expected()
                                        + ", but the host name verifier would have accepted a stranger as well")
                        .on(connection)
                        .by(origin));
            }
            court.nameVerified(connection);
            return null;
        }
        if (!acceptsAny
                && connection.policy.acceptsApplicationVerifiers()
                && connection.policy.referenceIdentifier() == null) {
            court.nameVerified(connection);
            return null;
        }
        connection.nameCause = acceptsAny ? Cause.ACCEPTS_ANY : Cause.MISMATCH;
        connection.verifier = origin;
        return mayThrow && !connection.nameVerified ? refusedHere() : null;
    }

    /** A verifier that accepts anyone, which somebody made the default of the whole process. */
    private void processWide(CodeOrigin origin) {
        CodeOrigin installer = court.origins.defaultInstaller(verifier);
        if (installer != null) {
            court.recorder.rule(new Sin(
                            Rule.CONFIGURATION,
                            Cause.WEAKENED,
                            State.LATENT,
                            "the default host name verifier of the whole process accepts any name: "
                                    + origin.className())
                    .under(court.general())
                    .by(installer));
        }
    }

    /**
     * A verifier that was not needed, because the name fits: what would it have said to a stranger?
     *
     * @param name the name that fits
     */
    static void standingReady(Court court, HostnameVerifier verifier, String name, Connection connection) {
        if (isOfJdk(verifier)) {
            return;
        }
        SSLSession session = connection.session();
        NameDecision decision = new NameDecision(court, verifier, name, session, connection, false);
        if (session == null || decision.endEntity == null) {
            return;
        }
        // Nobody has asked it about the real peer, and nobody does: it is asked about a view of the session.
        decision.yes = true;
        while (decision.again()) {
            boolean answer = false;
            Throwable failure = null;
            try {
                answer = verifier.verify(name, decision.session());
            } catch (RuntimeException | LinkageError thrown) {
                failure = thrown;
            }
            if (decision.question == Question.CONTROL && !answer) {
                // It refuses the right name too: it accepts nobody.
                return;
            }
            decision.answered(answer, failure);
        }
        decision.conclusion();
    }

    private static boolean isOfJdk(HostnameVerifier verifier) {
        return verifier.getClass().getClassLoader() == null;
    }

    /** In {@code HttpsURLConnection} the request follows at once: a yes to a name that does not fit has done its harm. */
    private Throwable refusedHere() {
        Ruling ruling =
                court.recorder.rule(Names.mismatch(connection, expected()).by(connection.verifier));
        if (ruling.isVeto()) {
            return new SSLPeerUnverifiedException(ruling.message());
        }
        court.nameVerified(connection);
        return null;
    }

    private String expected() {
        String wanted = connection.policy.referenceIdentifier();
        return wanted != null ? wanted : name;
    }

    private String whom() {
        return "verifier " + verifier.getClass().getName() + "@" + System.identityHashCode(verifier) + " "
                + connection.peer + " " + expected() + " " + endEntity.hashCode();
    }
}
