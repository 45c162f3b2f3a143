package org.tlsguard.engine.judge;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathBuilderResult;
import java.security.cert.CertificateException;
import java.security.cert.PKIXCertPathValidatorResult;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import javax.net.ssl.TlsGuardDecision;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;
import org.tlsguard.engine.observe.Authentication;
import org.tlsguard.engine.observe.CodeOrigin;
import org.tlsguard.engine.observe.Connection;
import org.tlsguard.engine.observe.HeldHost;
import org.tlsguard.engine.observe.ThreadState;
import org.tlsguard.engine.observe.TlsEngine;
import org.tlsguard.engine.record.Notices;
import org.tlsguard.engine.record.Ruling;
import org.tlsguard.engine.record.Sin;
import org.tlsguard.policy.Cause;
import org.tlsguard.policy.Mode;
import org.tlsguard.policy.PeerPolicy;
import org.tlsguard.policy.Pin;
import org.tlsguard.policy.Rule;
import org.tlsguard.policy.State;

/**
 * The trust decision of one handshake. The application's manager is asked about the peer first. If it refuses, nothing
 * remains to be decided. If it accepts, and no witness speaks for it, the guard validates the chain itself, and where
 * that leaves the matter open it asks the manager about chains that nobody may accept. A fault of the guard's own, be it
 * an error that a class of the application throws when it is looked at, ends in here.
 */
final class TrustDecision extends TlsGuardDecision implements ThreadState.WitnessListener {

    /** A clock set by this much into a validation is one of the application's own choosing. */
    private static final long CLOCK_MILLIS = 60_000;

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
    private final X509Certificate[] served;
    private final String authType;
    private final boolean server;
    private final Object transport;
    private final TlsEngine engine;
    private final boolean extended;
    private final Connection connection;
    private final PeerPolicy policy;
    private final boolean pinsVouch;
    private final ThreadState thread;
    private final ThreadState.WitnessListener outerDecision;

    private Question question = Question.REAL;
    private X509TrustManager asked;
    private X509Certificate[] shown;
    private int attempt;
    private Boolean plainAnswer;
    private Throwable refusal;
    private boolean nameWitnessed;
    private boolean onlyThisPeerIsTrusted;
    private Witness witness;
    private boolean pathSeen;
    private boolean revocationChecked;
    private boolean dated;

    private String whom;
    private Trial<X509TrustManager> trial;
    private Validation validation;
    private Keys keys;
    private boolean probing;
    private boolean copyRefused;
    private boolean controlRefused;
    private boolean canaryAccepted;
    private Throwable fault;
    private TrustDecision candidate;

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
        this.served = court.asSent(chain);
        this.engine = court.engineOf(transport);
        this.authType = engine.authType(authType);
        this.server = server;
        this.extended = extended;
        this.transport = transport;
        this.connection = court.anew(transport, server);
        this.policy = connection.policy;
        this.pinsVouch = policy.pinsVouch(new Date());
        this.thread = ThreadState.current();
        this.asked = manager;
        this.shown = chain;
        connection.serves(served);
        connection.agreedUpon(engine.agreedProtocol(transport), engine.agreedCipherSuite(transport));
        if (!isJdkOwn(inner)
                && isOn(Rule.TRUST)
                && !court.hasLeftWitness(inner)
                && court.acceptsAnyone(whom()) == null) {
            trial = court.trial(inner);
        }
        // A manager may shake hands itself while it decides, to fetch a CRL say: that one is decided in between.
        this.outerDecision = thread.decision;
        thread.decision = this;
    }

    /** The same decision, with the same evidence, as the candidate policy has it; it asks nobody and refuses nothing. */
    private TrustDecision(TrustDecision inForce) {
        court = inForce.court;
        outer = inForce.outer;
        inner = inForce.inner;
        served = inForce.served;
        authType = inForce.authType;
        server = inForce.server;
        transport = inForce.transport;
        engine = inForce.engine;
        extended = inForce.extended;
        connection = inForce.connection.tried();
        policy = connection.policy;
        pinsVouch = policy.pinsVouch(new Date());
        thread = inForce.thread;
        outerDecision = inForce.outerDecision;
        nameWitnessed = inForce.nameWitnessed;
        onlyThisPeerIsTrusted = inForce.onlyThisPeerIsTrusted;
        witness = inForce.witness;
        revocationChecked = inForce.revocationChecked;
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
        if (question != Question.REAL || validated == null || validated.length == 0 || !isAboutPeer(of)) {
            return;
        }
        boolean trustedAsItIs = validated.length == 1;
        if (!trustedAsItIs && !pathSeen && isPkix(validator)) {
            // The path was not built by the JDK's own implementation: a provider of the application's did it.
            return;
        }
        String variant = court.jsse.variant(validator);
        Collection<?> trusted = court.jsse.trustedCertificates(validator);
        court.recorder.trustStores().consulted(trusted);
        // A store that holds the peer's certificate and nothing else is a pin, and says who the peer is.
        onlyThisPeerIsTrusted = trustedAsItIs && trusted.size() == 1;
        boolean forRole = (server ? "tls server" : "tls client").equals(variant);
        List<X509Certificate> path = Arrays.asList(validated);
        offer(new Witness(path, isSelfAnchored(path), forRole, !dated && !court.jsse.hasOwnDate(validator)));
    }

    private static boolean isPkix(Object validator) {
        return validator.getClass().getName().endsWith("PKIXValidator");
    }

    @Override
    public void pathValidated(Object result, Object path, Object parameters) {
        if (question != Question.REAL || !(result instanceof PKIXCertPathValidatorResult)) {
            return;
        }
        CertPath validated = path instanceof CertPath
                ? (CertPath) path
                : result instanceof CertPathBuilderResult ? ((CertPathBuilderResult) result).getCertPath() : null;
        if (validated == null || validated.getCertificates().isEmpty()) {
            return;
        }
        List<X509Certificate> all = new ArrayList<>();
        for (Object each : validated.getCertificates()) {
            all.add((X509Certificate) each);
        }
        if (!isAboutPeer(new X509Certificate[] {all.get(0)})) {
            return;
        }
        pathSeen = true;
        revocationChecked |= Revocation.isCheckedBy(parameters);
        TrustAnchor anchor = ((PKIXCertPathValidatorResult) result).getTrustAnchor();
        if (anchor.getTrustedCert() != null) {
            all.add(anchor.getTrustedCert());
        }
        Date date = parameters instanceof PKIXParameters ? ((PKIXParameters) parameters).getDate() : null;
        dated = date != null && Math.abs(date.getTime() - System.currentTimeMillis()) > CLOCK_MILLIS;
        offer(new Witness(all, isSelfAnchored(all), false, !dated));
    }

    @Override
    public void nameMatched(String name, X509Certificate certificate) {
        if (question == Question.REAL && certificate.equals(served[0])) {
            // Whatever name it was: JSSE compares with the one dialled or the one in SNI, which the application chose.
            nameWitnessed = true;
        }
    }

    @Override
    public void plainManagerAnswered(boolean accepted) {
        plainAnswer = accepted;
    }

    private void offer(Witness candidate) {
        if (candidate.isBetterThan(witness)) {
            witness = candidate;
        }
    }

    private boolean isAboutPeer(X509Certificate[] chain) {
        return chain.length > 0 && (chain[0] == served[0] || served[0].equals(chain[0]));
    }

    /**
     * Whether the anchor is one of the served certificates. A store of the application's may hold the peer's own
     * certificate honestly; only the JDK's manager, whose anchors were fixed when it was made, needs no canary to tell.
     */
    private boolean isSelfAnchored(List<X509Certificate> path) {
        if (isJdkOwn(inner)) {
            return false;
        }
        X509Certificate anchor = path.get(path.size() - 1);
        for (X509Certificate each : served) {
            if (each == anchor || each.equals(anchor)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isJdkOwn(X509TrustManager manager) {
        return manager.getClass().getName().startsWith("sun.security.ssl.X509TrustManagerImpl")
                && manager.getClass().getClassLoader() == null;
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
                        validateIfNobodyDid();
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
                shown = CanaryMaker.parsedAnew(served);
                askCopy();
                return true;
            }
            copyRefused |= question == Question.REAL;
            if (copyRefused && question != Question.CONTROL_OF_ORIGINAL && question != Question.CANARY) {
                question = Question.CONTROL_OF_ORIGINAL;
                shown = CanaryMaker.parsedAnew(served);
                asked = outer;
                return true;
            }
            question = Question.CANARY;
            while (attempt < CanaryMaker.attempts()) {
                shown = court.canaries.forge(served, attempt++);
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
        X509TrustManager culprit = new Culprit(court, shown, authType, server, transport).behind(inner);
        if (culprit != inner) {
            court.origins.blame(inner, culprit, method());
        }
    }

    /** There is nothing more to ask. */
    private boolean learnt() throws GeneralSecurityException {
        court.learn(whom(), canaryAccepted || controlRefused);
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

    private void validateIfNobodyDid() throws GeneralSecurityException, IOException {
        if (!isOn(Rule.TRUST)) {
            return;
        }
        if (pinsVouch) {
            if (!policy.distrusted().isEmpty()) {
                // Only to know the whole chain: what is distrusted may be what was not served.
                validation = court.validator().validate(served, authType, server, policy);
            }
            return;
        }
        if (witness != null && !witness.selfAnchored && policy.acceptsApplicationAnchors()) {
            Validation reVerified = Signatures.verified(witness.path);
            if (reVerified == null) {
                court.leftWitness(inner);
                validation = missingParts();
                return;
            }
        }
        validation = court.validator().validate(served, authType, server, policy);
        if (isJdkOwn(inner) && validation.isSound()) {
            return;
        }
        // Nothing is learnt from the answers where they change nothing.
        boolean unproven = witness == null || witness.selfAnchored;
        if (unproven && (validation.isSound() || mayBeOwnCheck())) {
            Boolean known = court.acceptsAnyone(whom());
            canaryAccepted = Boolean.TRUE.equals(known);
            probing = known == null;
        }
    }

    /** What more the candidate needs to know is found out along with the rest. */
    private void validateForCandidate() {
        if (connection.tried() == null) {
            return;
        }
        TrustDecision tried = new TrustDecision(this);
        try {
            tried.validateIfNobodyDid();
        } catch (GeneralSecurityException | IOException | RuntimeException failed) {
            court.candidateFailed(failed);
            return;
        }
        candidate = tried;
        canaryAccepted |= tried.canaryAccepted;
        probing |= tried.probing;
    }

    private void tryCandidate() {
        if (candidate == null) {
            return;
        }
        candidate.canaryAccepted = canaryAccepted;
        candidate.controlRefused = controlRefused;
        try {
            if (candidate.verdict() != null) {
                candidate.connection.isOver();
            }
        } catch (GeneralSecurityException | RuntimeException failed) {
            court.candidateFailed(failed);
        }
    }

    private boolean isOn(Rule rule) {
        return connection.mode(rule) != Mode.OFF;
    }

    /** What the witness leaves unproven is checked here: the dates of now, and the usage for the peer's role. */
    private Validation missingParts() {
        if (!witness.asOfNow) {
            Validation late = Diagnosis.validity(witness.path);
            if (late != null) {
                return late;
            }
        }
        if (!witness.forRole && !Diagnosis.mayServe(served[0], server)) {
            return Diagnosis.wrongUsage(served[0], server);
        }
        return Validation.sound(witness.path);
    }

    private String whom() throws GeneralSecurityException {
        if (whom == null) {
            whom = whomAnew();
        }
        return whom;
    }

    private String whomAnew() throws GeneralSecurityException {
        CodeOrigin origin = court.origins.of(inner, method());
        return inner.getClass().getName() + court.identity(inner) + " " + origin.caller() + " " + connection.peer + " "
                + Validator.digest(served);
    }

    private String method() {
        return server ? "checkServerTrusted" : "checkClientTrusted";
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
            return verdict();
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

    private Throwable verdict() throws GeneralSecurityException {
        CodeOrigin origin = court.origins.of(inner, method());
        connection.manager = origin;
        boolean acceptsAny = canaryAccepted || controlRefused;
        connection.managerAcceptsAny = acceptsAny;
        connection.managerMayCheckName = !acceptsAny
                && !isJdkOwn(inner)
                && (inner instanceof X509ExtendedTrustManager || HeldHost.isKnownTo(inner, connection.peer.host()));

        if (acceptsAny && !connection.terms.candidate) {
            processWide(origin);
        }
        Throwable veto = distrusted(origin);
        boolean settled = false;
        if (veto == null && !policy.pins().isEmpty()) {
            veto = pinned(origin);
            settled = veto == null && pinsVouch;
            connection.nameVerified = settled;
        }
        if (veto == null && !settled && isOn(Rule.TRUST)) {
            veto = trusted(origin, acceptsAny);
        }
        if (veto == null) {
            veto = keys(origin).veto();
        }
        if (veto == null && isOn(Rule.REVOCATION)) {
            veto = revoked(origin);
        }
        if (veto == null && server) {
            veto = named(origin);
        }
        if (veto == null && served.length > 0 && !connection.terms.candidate) {
            Court.Resumable facts = new Court.Resumable(connection);
            facts.nameVerified = connection.nameVerified ? connection.peer.host() : null;
            court.rememberForResumption(served[0], facts);
            if (engine != court.jsse) {
                court.rememberElsewhere(connection, facts);
                court.handshaking(transport, connection);
            }
        }
        return veto;
    }

    /** A manager that accepts anyone, in the context that somebody made the default of the whole process. */
    private void processWide(CodeOrigin origin) {
        CodeOrigin installer = court.origins.defaultInstaller(engine.contextOf(transport));
        if (installer != null) {
            court.recorder.ruleOfJvm(new Sin(
                            Rule.CONFIGURATION,
                            Cause.WEAKENED,
                            State.LATENT,
                            "the default SSLContext of the whole process accepts anyone, by " + origin.className())
                    .by(installer));
        }
    }

    /** The application's own check counts; else the response that the server stapled. Silence is no answer. */
    private Throwable revoked(CodeOrigin origin) {
        if (revocationChecked) {
            return null;
        }
        Revocation status = Revocation.of(served[0], issuer(), engine.stapledResponses(transport));
        if (status.isRevoked) {
            return veto(new Sin(Rule.REVOCATION, Cause.REVOKED, State.ACTIVE, status.detail), origin);
        }
        if (!status.isGood()) {
            court.recorder.rule(new Sin(
                            Rule.REVOCATION,
                            Cause.UNKNOWN,
                            State.LATENT,
                            "the policy asks whether this certificate has been revoked; " + status.detail
                                    + ", and tlsguard asks nobody else")
                    .on(connection)
                    .unrepaired());
        }
        return null;
    }

    /** The authority that issued the end entity, as validated or else as served; null when neither shows it. */
    private X509Certificate issuer() {
        List<X509Certificate> path = validatedPath();
        if (path.size() < 2) {
            path = Arrays.asList(served);
        }
        return path.size() > 1
                        && path.get(1)
                                .getSubjectX500Principal()
                                .equals(path.get(0).getIssuerX500Principal())
                ? path.get(1)
                : null;
    }

    private Throwable distrusted(CodeOrigin origin) {
        List<X509Certificate> all = new ArrayList<>(Arrays.asList(served));
        all.addAll(validatedPath());
        for (Pin pin : policy.distrusted()) {
            for (X509Certificate each : all) {
                if (pin.matches(each)) {
                    return veto(
                            new Sin(
                                    Rule.TRUST,
                                    Cause.DISTRUSTED,
                                    State.ACTIVE,
                                    "the policy distrusts " + Diagnosis.name(each) + " (" + pin + ")"),
                            origin);
                }
            }
        }
        return null;
    }

    /** A pin settles trust and name; the validity period is still checked. */
    private Throwable pinned(CodeOrigin origin) {
        for (Pin pin : policy.pins()) {
            if (pin.matches(served[0])) {
                Validation late = Diagnosis.validity(Arrays.asList(served), new Date(), 1);
                connection.anchor = pin.toString();
                endsSoon(pin);
                return late == null ? null : veto(new Sin(Rule.TRUST, late.cause, State.ACTIVE, late.detail), origin);
            }
        }
        return veto(
                new Sin(
                        Rule.TRUST,
                        Cause.PIN_MISMATCH,
                        State.ACTIVE,
                        "the policy pins " + policy.pins() + " and the peer has " + Pin.spki(served[0])),
                origin);
    }

    /** A pin fits for as long as the certificate is valid; the next one may have another key. */
    private void endsSoon(Pin pin) {
        Date end = served[0].getNotAfter();
        if (Notices.isSoon(end) && !connection.terms.candidate) {
            court.recorder
                    .notices()
                    .add("the certificate of " + connection.peer + ", which the policy pins (" + pin + "), expires on "
                            + Diagnosis.day(end) + ": a pin for the next one will be needed by then");
        }
    }

    private Throwable trusted(CodeOrigin origin, boolean acceptsAny) {
        List<X509Certificate> path = validatedPath();
        connection.anchor = path.isEmpty()
                ? null
                : path.get(path.size() - 1).getSubjectX500Principal().getName();
        if (validation.isSound()) {
            if (acceptsAny) {
                court.recorder.rule(new Sin(
                                Rule.TRUST,
                                Cause.ACCEPTS_ANY,
                                State.LATENT,
                                "this peer's certificate is sound, but the trust manager would have accepted anyone's")
                        .on(connection)
                        .by(origin));
            }
            return null;
        }
        if (mayBeOwnCheck() && !acceptsAny) {
            // A pin, or a private authority checked by hand: the application's own check, and it can refuse.
            connection.anchor = "checked by " + inner.getClass().getName();
            connection.nameVerified = Diagnosis.isSelfSigned(served[0]);
            return null;
        }
        if (validation.onlyWeak && !isLeftToTrust(keys(origin))) {
            return keys(origin).veto();
        }
        String expired = !pinsVouch && !policy.pins().isEmpty()
                ? ", and the pins at " + policy.where() + " vouch for nobody since they expired on "
                        + policy.expiryDay()
                : "";
        return veto(new Sin(Rule.TRUST, validation.cause, State.ACTIVE, validation.detail + expired), origin);
    }

    /**
     * What is only too weak for this JVM is told, refused or exempted by the rule {@code key}. A chain that proves nothing
     * to this JVM is not trusted all the same where that rule only tells.
     */
    private boolean isLeftToTrust(Keys found) {
        return found.veto() == null
                && !found.areExempted()
                && (!found.areWeak() || connection.mode(Rule.TRUST) == Mode.ENFORCE);
    }

    private Keys keys(CodeOrigin origin) {
        if (keys == null) {
            List<X509Certificate> path = validation == null ? new ArrayList<X509Certificate>() : validation.path;
            keys = Keys.of(court, connection, path, origin);
        }
        return keys;
    }

    /** Whether the chain leads to no anchor of the policy, so that only the application can know the peer. */
    private boolean mayBeOwnCheck() {
        return !validation.reachesAnchor && policy.acceptsApplicationAnchors();
    }

    /**
     * Where the application asked JSSE for endpoint identification, or the policy says which name to expect, a name that
     * does not fit is a sin at once; elsewhere somebody may still look before application data flows.
     */
    private Throwable named(CodeOrigin origin) {
        if (connection.nameVerified) {
            return null;
        }
        String reference = court.reference(transport, connection);
        boolean named = policy.referenceIdentifier(new Date()) != null;
        // The JDK's own check is looser than RFC 9525 and the rules of some protocols, and so no proof where they hold.
        boolean witnessed = nameWitnessed && Court.isLeftToJdk(policy);
        if ((witnessed || onlyThisPeerIsTrusted) && !named) {
            connection.nameVerified = true;
            return null;
        }
        boolean due = named
                || !policy.acceptsApplicationVerifiers()
                || extended && engine.identifiesEndpoint(transport)
                // Bouncy Castle's own API asks once, about everything.
                || engine == court.bouncyCastle && connection.managerAcceptsAny;
        if (!due || reference == null) {
            return null;
        }
        if (court.fits(reference, served[0], policy) || court.fitsAsTold(transport, connection)) {
            connection.nameVerified = named || nameWitnessed;
            return null;
        }
        Throwable veto = veto(
                new Sin(
                        Rule.NAME,
                        Cause.MISMATCH,
                        State.ACTIVE,
                        "the certificate is for " + Court.presented(served[0]) + ", not for " + reference),
                origin);
        // Told once: what was let pass here is not told again when application data flows.
        connection.nameVerified = veto == null;
        return veto;
    }

    private List<X509Certificate> validatedPath() {
        return validation != null && validation.isSound() ? validation.path : new ArrayList<X509Certificate>();
    }

    /** Records the sin; what to throw if it is refused. */
    private Throwable veto(Sin sin, CodeOrigin origin) {
        Ruling ruling = court.recorder.rule(sin.on(connection).by(origin));
        return ruling.isVeto() ? new CertificateException(ruling.message()) : null;
    }
}
