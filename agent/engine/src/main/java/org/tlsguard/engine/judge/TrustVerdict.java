package org.tlsguard.engine.judge;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import javax.net.ssl.X509ExtendedTrustManager;
import org.tlsguard.engine.observe.CodeOrigin;
import org.tlsguard.engine.observe.Connection;
import org.tlsguard.engine.observe.HeldHost;
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
 * What a policy says of a peer whom the application's manager has accepted: on the evidence, on the guard's own validation, and
 * on what the manager would have said about others. One for the policy in force and one for the candidate.
 */
final class TrustVerdict {

    /** The connection as the policy has it. */
    final Connection connection;

    private final Court court;
    private final TrustCase about;
    private final TrustEvidence evidence;
    private final PeerPolicy policy;
    private final boolean pinsVouch;
    private Validation validation;
    private Keys keys;

    /** @param connection as the policy has it */
    TrustVerdict(Court court, TrustCase about, TrustEvidence evidence, Connection connection) {
        this.court = court;
        this.about = about;
        this.evidence = evidence;
        this.connection = connection;
        policy = connection.policy;
        pinsVouch = policy.pinsVouch(new Date());
    }

    /**
     * Validates the chain where no witness has.
     *
     * @return whether the verdict also depends on what the manager would have said about others
     */
    boolean validateIfNobodyDid() throws GeneralSecurityException, IOException {
        if (!isOn(Rule.TRUST)) {
            return false;
        }
        if (pinsVouch) {
            if (!policy.distrusted().isEmpty()) {
                // Only to know the whole chain: what is distrusted may be what was not served.
                validation = court.validator().validate(about.served, about.authType, about.server, policy);
            }
            return false;
        }
        Witness witness = evidence.witness();
        if (witness != null && !witness.selfAnchored && policy.acceptsApplicationAnchors()) {
            Validation reVerified = Signatures.verified(witness.path);
            if (reVerified == null) {
                court.leftWitness(about.manager);
                validation = missingParts(witness);
                return false;
            }
        }
        validation = court.validator().validate(about.served, about.authType, about.server, policy);
        if (about.isLeftToJdk() && validation.isSound()) {
            return false;
        }
        // Nothing is learnt from the answers where they change nothing.
        boolean unproven = witness == null || witness.selfAnchored;
        return unproven && (validation.isSound() || mayBeOwnCheck());
    }

    /** What the witness leaves unproven is checked here: the dates of now, and the usage for the peer's role. */
    private Validation missingParts(Witness witness) {
        if (!witness.asOfNow) {
            Validation late = Diagnosis.validity(witness.path);
            if (late != null) {
                return late;
            }
        }
        if (!witness.forRole && !Diagnosis.mayServe(about.served[0], about.server)) {
            return Diagnosis.wrongUsage(about.served[0], about.server);
        }
        return Validation.sound(witness.path);
    }

    private boolean isOn(Rule rule) {
        return connection.mode(rule) != Mode.OFF;
    }

    /**
     * The verdict.
     *
     * @param acceptsAny whether the manager would have accepted anyone
     * @return what to throw; null to go on
     */
    Throwable reach(boolean acceptsAny) throws GeneralSecurityException {
        CodeOrigin origin = court.origins.of(about.manager, about.method());
        connection.manager = origin;
        connection.managerAcceptsAny = acceptsAny;
        connection.managerMayCheckName = !acceptsAny
                && !about.isLeftToJdk()
                && (about.manager instanceof X509ExtendedTrustManager
                        || HeldHost.isKnownTo(about.manager, connection.peer.host()));

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
        if (veto == null && about.server) {
            veto = named(origin);
        }
        if (veto == null && about.served.length > 0 && !connection.terms.candidate) {
            Court.Resumable facts = new Court.Resumable(connection);
            facts.nameVerified = connection.nameVerified ? connection.peer.host() : null;
            court.rememberForResumption(about.served[0], facts);
            if (about.engine != court.jsse) {
                court.rememberElsewhere(connection, facts);
                court.handshaking(about.transport, connection);
            }
        }
        return veto;
    }

    /** A manager that accepts anyone, in the context that somebody made the default of the whole process. */
    private void processWide(CodeOrigin origin) {
        CodeOrigin installer = court.origins.defaultInstaller(about.engine.contextOf(about.transport));
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
        if (evidence.revocationChecked()) {
            return null;
        }
        Revocation status = Revocation.of(about.served[0], issuer(), about.engine.stapledResponses(about.transport));
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

    /** The authority that issued the end entity, as validated or else as about.served; null when neither shows it. */
    private X509Certificate issuer() {
        List<X509Certificate> path = validatedPath();
        if (path.size() < 2) {
            path = Arrays.asList(about.served);
        }
        return path.size() > 1
                        && path.get(1)
                                .getSubjectX500Principal()
                                .equals(path.get(0).getIssuerX500Principal())
                ? path.get(1)
                : null;
    }

    private Throwable distrusted(CodeOrigin origin) {
        List<X509Certificate> all = new ArrayList<>(Arrays.asList(about.served));
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
            if (pin.matches(about.served[0])) {
                Validation late = Diagnosis.validity(Arrays.asList(about.served), new Date(), 1);
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
                        "the policy pins " + policy.pins() + " and the peer has " + Pin.spki(about.served[0])),
                origin);
    }

    /** A pin fits for as long as the certificate is valid; the next one may have another key. */
    private void endsSoon(Pin pin) {
        Date end = about.served[0].getNotAfter();
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
            connection.anchor = "checked by " + about.manager.getClass().getName();
            connection.nameVerified = Diagnosis.isSelfSigned(about.served[0]);
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
        String reference = court.reference(about.transport, connection);
        boolean named = policy.referenceIdentifier(new Date()) != null;
        // The JDK's own check is looser than RFC 9525 and the rules of some protocols, and so no proof where they hold.
        boolean witnessed = evidence.nameWitnessed() && Court.isLeftToJdk(policy);
        if ((witnessed || evidence.onlyThisPeerIsTrusted()) && !named) {
            connection.nameVerified = true;
            return null;
        }
        boolean due = named
                || !policy.acceptsApplicationVerifiers()
                || about.extended && about.engine.identifiesEndpoint(about.transport)
                // Bouncy Castle's own API asks once, about everything.
                || about.engine == court.bouncyCastle && connection.managerAcceptsAny;
        if (!due || reference == null) {
            return null;
        }
        if (court.fits(reference, about.served[0], policy) || court.fitsAsTold(about.transport, connection)) {
            connection.nameVerified = named || evidence.nameWitnessed();
            return null;
        }
        Throwable veto = veto(
                new Sin(
                        Rule.NAME,
                        Cause.MISMATCH,
                        State.ACTIVE,
                        "the certificate is for " + Court.presented(about.served[0]) + ", not for " + reference),
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
