package org.tlsguard.engine.judge;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Date;
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
        /** About the peer. */
        REAL,
        /** About the peer once more, put to a copy. */
        CONTROL,
        /** Likewise to the verifier itself, where the copy answered otherwise. */
        CONTROL_OF_ORIGINAL,
        /** About a stranger. */
        CANARY
    }

    private final Court court;
    private final HostnameVerifier verifier;
    private final String name;
    private final SSLSession given;
    private final Connection connection;
    private final boolean mayThrow;
    private final X509Certificate endEntity;
    private final String whom;

    private Question question = Question.REAL;
    private SSLSession shown;
    private boolean yes;
    private Throwable thrown;
    private boolean undecided;
    private boolean acceptsAny;
    private int stranger;
    private Trial<HostnameVerifier> trial;
    private HostnameVerifier asked;
    private boolean copyRefused;

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
        this.asked = verifier;
        this.whom = "verifier " + verifier.getClass().getName() + court.identity(verifier) + " " + connection.peer + " "
                + expected(connection) + " " + (endEntity == null ? 0 : endEntity.hashCode());
        if (!isOfJdk(verifier) && court.acceptsAnyone(whom) == null) {
            trial = court.trial(verifier);
        }
    }

    @Override
    public HostnameVerifier verifier() {
        return asked;
    }

    @Override
    public SSLSession session() {
        ThreadState.current().asking++;
        return shown;
    }

    @Override
    public void answered(boolean answer, Throwable failure) {
        ThreadState.current().asking--;
        if (trial != null) {
            trial.end();
        }
        switch (question) {
            case REAL:
                yes = answer;
                thrown = failure;
                break;
            case CONTROL:
                copyRefused = !answer;
                break;
            case CONTROL_OF_ORIGINAL:
                // It said yes a moment ago to the same certificates: its answer does not come from them.
                // One that cannot read a session which is not of its engine says nothing about them either.
                undecided |= failure instanceof ClassCastException;
                acceptsAny |= !answer && !undecided;
                break;
            default:
                acceptsAny |= answer && failure == null;
        }
    }

    @Override
    public boolean again() {
        if (thrown != null || !yes || endEntity == null || undecided) {
            return false;
        }
        if (acceptsAny) {
            return learnt();
        }
        ThreadState thread = ThreadState.current();
        thread.own++;
        try {
            switch (question) {
                case REAL:
                    Boolean known = known();
                    if (known != null) {
                        acceptsAny = known;
                        return false;
                    }
                    if (trial != null && trial.isPossible()) {
                        return ask(Question.CONTROL, CanaryMaker.parsedAnew(connection.chain));
                    }
                    copyRefused = true;
                    return ask(Question.CONTROL_OF_ORIGINAL, CanaryMaker.parsedAnew(connection.chain));
                case CONTROL:
                    return copyRefused
                            ? ask(Question.CONTROL_OF_ORIGINAL, CanaryMaker.parsedAnew(connection.chain))
                            : askAboutStranger();
                default:
                    return askAboutStranger();
            }
        } catch (Throwable fault) {
            court.recorder.fault("name decision", fault);
            undecided = true;
            return false;
        } finally {
            thread.own--;
        }
    }

    /** Another thread may have asked the same meanwhile. */
    private Boolean known() {
        Boolean known = court.acceptsAnyone(whom);
        if (known != null || trial == null) {
            return known;
        }
        trial.open();
        return court.acceptsAnyone(whom);
    }

    private boolean askAboutStranger() throws GeneralSecurityException {
        if (stranger == CanaryMaker.strangers()) {
            return learnt();
        }
        X509Certificate forged = court.canaries.stranger(CanaryMaker.parsedAnew(connection.chain)[0], name, stranger++);
        return ask(Question.CANARY, new X509Certificate[] {forged});
    }

    /** There is nothing more to ask. */
    private boolean learnt() {
        court.learn(whom, acceptsAny);
        return false;
    }

    private boolean ask(Question next, X509Certificate[] chain) {
        question = next;
        shown = new CanarySession(given, chain);
        asked = copyRefused ? verifier : trial.begin();
        return true;
    }

    @Override
    public boolean accepted() {
        return yes;
    }

    @Override
    public Throwable conclusion() {
        if (trial != null) {
            trial.close();
        }
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
        if (acceptsAny) {
            processWide(origin);
        }
        Connection tried = connection.tried();
        if (tried != null && !tried.nameVerified) {
            try {
                if (verdict(tried, origin) != null) {
                    tried.isOver();
                }
            } catch (RuntimeException failed) {
                court.candidateFailed(failed);
            }
        }
        if (connection.nameVerified) {
            // The JDK has found the name; what is left to tell is that the verifier would have let any other pass.
            fits(connection, origin);
            return null;
        }
        return verdict(connection, origin);
    }

    private Throwable verdict(Connection connection, CodeOrigin origin) {
        if (fits(connection, origin)) {
            court.nameVerified(connection);
            return null;
        }
        if (!acceptsAny
                && connection.policy.acceptsApplicationVerifiers()
                && connection.policy.referenceIdentifier(new Date()) == null) {
            court.nameVerified(connection);
            return null;
        }
        connection.nameCause = acceptsAny ? Cause.ACCEPTS_ANY : Cause.MISMATCH;
        connection.verifier = origin;
        return mayThrow ? refusedHere(connection) : null;
    }

    /** Whether the certificate is for the name expected; tells of a verifier to which that would have made no difference. */
    private boolean fits(Connection connection, CodeOrigin origin) {
        if (!court.fits(expected(connection), endEntity, connection.policy)) {
            return false;
        }
        if (acceptsAny) {
            court.recorder.rule(new Sin(
                            Rule.NAME,
                            Cause.ACCEPTS_ANY,
                            State.LATENT,
                            "this peer's certificate is for " + expected(connection)
                                    + ", but the host name verifier would have accepted a stranger as well")
                    .on(connection)
                    .by(origin));
        }
        return true;
    }

    /** A verifier that accepts anyone, which somebody made the default of the whole process. */
    private void processWide(CodeOrigin origin) {
        CodeOrigin installer = court.origins.defaultInstaller(verifier);
        if (installer != null) {
            court.recorder.ruleOfJvm(new Sin(
                            Rule.CONFIGURATION,
                            Cause.WEAKENED,
                            State.LATENT,
                            "the default host name verifier of the whole process accepts any name: "
                                    + origin.className())
                    .by(installer));
        }
    }

    /**
     * A verifier that nobody asks where it is seen: it was not needed, because the name fits; or it is about to be asked by
     * a call that is no hook. What would it say, and what to a stranger? Only a copy is asked.
     *
     * @param name the name that fits, or about which it will be asked
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
        if (decision.trial != null && !decision.trial.isPossible()) {
            return;
        }
        decision.yes = true;
        while (decision.again()) {
            boolean answer = false;
            Throwable failure = null;
            try {
                answer = decision.verifier().verify(name, decision.session());
            } catch (RuntimeException | LinkageError thrown) {
                failure = thrown;
            }
            decision.answered(answer, failure);
            if (decision.copyRefused) {
                // It refuses the peer itself.
                decision.trial.close();
                return;
            }
        }
        decision.conclusion();
    }

    private static boolean isOfJdk(HostnameVerifier verifier) {
        return verifier.getClass().getClassLoader() == null;
    }

    /** In {@code HttpsURLConnection} the request follows at once: a yes to a name that does not fit has done its harm. */
    private Throwable refusedHere(Connection connection) {
        Ruling ruling = court.recorder.rule(
                Names.mismatch(connection, expected(connection)).by(connection.verifier));
        if (ruling.isVeto()) {
            return new SSLPeerUnverifiedException(ruling.message());
        }
        court.nameVerified(connection);
        return null;
    }

    private String expected(Connection connection) {
        String wanted = connection.policy.referenceIdentifier(new Date());
        return wanted != null ? wanted : name;
    }
}
