package org.tlsguard.engine.judge;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.TlsGuardDecision;
import javax.net.ssl.X509TrustManager;
import org.tlsguard.engine.observe.Authentication;
import org.tlsguard.engine.observe.CodeOrigin;
import org.tlsguard.engine.observe.Connection;
import org.tlsguard.engine.observe.ThreadState;
import org.tlsguard.engine.observe.TlsEngine;
import org.tlsguard.policy.Mode;
import org.tlsguard.policy.Rule;

/**
 * The trust decision of one handshake. The application's manager is asked about the peer first. If it refuses, nothing
 * remains to be decided. If it accepts, and no witness speaks for it, the guard validates the chain itself, and where
 * that leaves the matter open it asks the manager about chains that nobody may accept. A fault of the guard's own, be it
 * an error that a class of the application throws when it is looked at, ends in here.
 */
final class TrustDecision extends TlsGuardDecision implements ThreadState.WitnessListener {

    private enum Question {
        /** About the peer. */
        REAL,
        /** About the peer once more, put to a copy: an honest manager answers the same. */
        CONTROL,
        /** Likewise to the manager itself, where the copy answered otherwise: it may be that it cannot be copied. */
        CONTROL_OF_ORIGINAL,
        /** About a forgery. */
        CANARY
    }

    private final Court court;
    private final X509TrustManager outer;
    private final X509TrustManager inner;
    private final TrustCase about;
    private final TrustEvidence evidence;
    private final Connection connection;
    private final TrustVerdict verdict;
    private final ThreadState thread;
    private final ThreadState.WitnessListener outerDecision;

    private Question question = Question.REAL;
    private X509TrustManager asked;
    private X509Certificate[] shown;
    private int attempt;
    private Boolean plainAnswer;
    private Throwable refusal;
    private String whom;
    private Trial<X509TrustManager> trial;
    private boolean probing;
    private boolean copyRefused;
    private boolean controlRefused;
    private boolean canaryAccepted;
    private Throwable fault;
    private TrustVerdict candidate;

    /**
     * @param extended whether the manager is told of the connection, and so has the name to check as well
     * @param transport the socket or engine
     */
    TrustDecision(
            Court court,
            X509TrustManager manager,
            X509Certificate[] chain,
            String authType,
            boolean server,
            boolean extended,
            Object transport)
            throws GeneralSecurityException {
        this.court = court;
        this.outer = manager;
        this.inner = court.jsse.unwrapped(manager);
        this.connection = court.anew(transport, server);
        TlsEngine engine = court.engineOf(transport);
        X509Certificate[] served = court.asSent(chain);
        this.about = new TrustCase(inner, served, engine.authType(authType), server, extended, transport, engine);
        this.evidence = new TrustEvidence(court, about);
        this.verdict = new TrustVerdict(court, about, evidence, connection);
        this.thread = ThreadState.current();
        this.asked = manager;
        this.shown = chain;
        connection.serves(served);
        connection.agreedUpon(engine.agreedProtocol(transport), engine.agreedCipherSuite(transport));
        if (!about.isLeftToJdk()
                && connection.mode(Rule.TRUST) != Mode.OFF
                && !court.hasLeftWitness(inner)
                && court.acceptsAnyone(whom()) == null) {
            trial = court.trial(inner);
        }
        // A manager may shake hands itself while it decides, to fetch a CRL say: that one is decided in between.
        this.outerDecision = thread.decision;
        thread.decision = this;
    }

    @Override
    public X509TrustManager manager() {
        return asked;
    }

    @Override
    public X509Certificate[] chain() {
        return shown;
    }

    @Override
    public void close() {
        if (trial != null) {
            trial.close();
        }
        thread.decision = outerDecision;
    }

    // ---- witnesses, on this thread and while the manager is asked about the peer

    @Override
    public void validated(X509Certificate[] validated, Object validator, X509Certificate[] of) {
        if (question == Question.REAL) {
            evidence.validated(validated, validator, of);
        }
    }

    @Override
    public void pathValidated(Object result, Object path, Object parameters) {
        if (question == Question.REAL) {
            evidence.pathValidated(result, path, parameters);
        }
    }

    @Override
    public void nameMatched(String name, X509Certificate certificate) {
        if (question == Question.REAL) {
            evidence.nameMatched(certificate);
        }
    }

    @Override
    public void plainManagerAnswered(boolean accepted) {
        plainAnswer = accepted;
    }

    // ---- the questions

    @Override
    public void answered(Throwable thrown) {
        if (trial != null) {
            trial.end();
        }
        boolean accepted = plainAnswer != null ? plainAnswer : thrown == null;
        plainAnswer = null;
        switch (question) {
            case REAL:
                refusal = thrown;
                if (thrown == null) {
                    thread.own++;
                    try {
                        validate();
                        validateForCandidate();
                    } catch (Throwable broken) {
                        fault = broken;
                    } finally {
                        thread.own--;
                    }
                }
                break;
            case CONTROL:
                copyRefused = !accepted;
                break;
            case CONTROL_OF_ORIGINAL:
                controlRefused = !accepted;
                break;
            default:
                canaryAccepted |= accepted;
        }
    }

    @Override
    public boolean again() {
        if (!probing || fault != null) {
            return false;
        }
        thread.own++;
        try {
            if (canaryAccepted && question == Question.CANARY && !(inner instanceof Authentication)) {
                blameInnermost();
            }
            if (controlRefused || canaryAccepted) {
                return learnt();
            }
            if (question == Question.REAL && isKnownByNow()) {
                return false;
            }
            if (question == Question.REAL && trial().isPossible()) {
                question = Question.CONTROL;
                shown = CanaryMaker.parsedAnew(about.served);
                askCopy();
                return true;
            }
            copyRefused |= question == Question.REAL;
            if (copyRefused && question != Question.CONTROL_OF_ORIGINAL && question != Question.CANARY) {
                question = Question.CONTROL_OF_ORIGINAL;
                shown = CanaryMaker.parsedAnew(about.served);
                asked = outer;
                return true;
            }
            question = Question.CANARY;
            while (attempt < CanaryMaker.attempts()) {
                shown = court.canaries.forge(about.served, attempt++);
                if (shown != null) {
                    if (copyRefused) {
                        asked = outer;
                    } else {
                        askCopy();
                    }
                    return true;
                }
            }
            return learnt();
        } catch (Throwable broken) {
            fault = broken;
            return false;
        } finally {
            thread.own--;
        }
    }

    /** Another thread may have asked the same meanwhile: one of many handshakes at once is enough. */
    private boolean isKnownByNow() throws GeneralSecurityException {
        trial().open();
        Boolean known = court.acceptsAnyone(whom());
        canaryAccepted = Boolean.TRUE.equals(known);
        return known != null;
    }

    private void blameInnermost() {
        X509TrustManager culprit = new Culprit(court, shown, about).behind(inner);
        if (culprit != inner) {
            court.origins.blame(inner, culprit, about.method());
        }
    }

    /** There is nothing more to ask. */
    private boolean learnt() throws GeneralSecurityException {
        court.learn(whom(), acceptsAnyone());
        return false;
    }

    private Trial<X509TrustManager> trial() {
        if (trial == null) {
            trial = court.trial(inner);
        }
        return trial;
    }

    private void askCopy() {
        X509TrustManager copy = trial().begin();
        asked = inner == outer ? copy : court.jsse.wrapped(copy);
    }

    private void validate() throws GeneralSecurityException, IOException {
        if (verdict.validateIfNobodyDid()) {
            dependsOnOthers();
        }
    }

    /** What more the candidate needs to know is found out along with the rest. */
    private void validateForCandidate() {
        if (connection.tried() == null) {
            return;
        }
        TrustVerdict tried = new TrustVerdict(court, about, evidence, connection.tried());
        try {
            if (tried.validateIfNobodyDid()) {
                dependsOnOthers();
            }
            candidate = tried;
        } catch (GeneralSecurityException | IOException | RuntimeException failed) {
            court.candidateFailed(failed);
        }
    }

    private void dependsOnOthers() throws GeneralSecurityException {
        Boolean known = court.acceptsAnyone(whom());
        canaryAccepted |= Boolean.TRUE.equals(known);
        probing |= known == null;
    }

    private String whom() throws GeneralSecurityException {
        if (whom == null) {
            whom = whomAnew();
        }
        return whom;
    }

    private String whomAnew() throws GeneralSecurityException {
        CodeOrigin origin = court.origins.of(inner, about.method());
        return inner.getClass().getName() + court.identity(inner) + " " + origin.caller() + " " + connection.peer + " "
                + Validator.digest(about.served);
    }

    // ---- the verdict

    @Override
    public Throwable conclusion() {
        if (refusal != null) {
            return refusal;
        }
        thread.own++;
        try {
            if (fault != null) {
                throw new IllegalStateException(fault);
            }
            tryCandidate();
            return verdict.reach(acceptsAnyone());
        } catch (Throwable broken) {
            court.recorder.fault(
                    "trust decision",
                    broken instanceof IllegalStateException && broken.getCause() != null ? broken.getCause() : broken);
            return connection.mode(Rule.TRUST) == Mode.ENFORCE
                    ? new CertificateException("tlsguard: an internal fault kept the guard from judging "
                            + connection.peer + ", which is refused in enforce mode: " + broken)
                    : null;
        } finally {
            thread.own--;
        }
    }

    private void tryCandidate() {
        if (candidate == null) {
            return;
        }
        try {
            if (candidate.reach(acceptsAnyone()) != null) {
                candidate.connection.isOver();
            }
        } catch (GeneralSecurityException | RuntimeException failed) {
            court.candidateFailed(failed);
        }
    }

    private boolean acceptsAnyone() {
        return canaryAccepted || controlRefused;
    }
}
