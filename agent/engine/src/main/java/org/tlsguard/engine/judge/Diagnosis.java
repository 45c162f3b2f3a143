package org.tlsguard.engine.judge;

import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertPathValidatorException.Reason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.CertificateParsingException;
import java.security.cert.PKIXReason;
import java.security.cert.X509Certificate;
import java.text.SimpleDateFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import org.tlsguard.policy.Cause;

/**
 * Says why a chain is not valid. The JDK's exception tells it where it can; where it is vague ("unable to find valid
 * certification path") the certificates themselves are looked at.
 */
final class Diagnosis {

    private static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";
    private static final String CLIENT_AUTH = "1.3.6.1.5.5.7.3.2";
    private static final String ANY_USAGE = "2.5.29.37.0";
    private static final String NAME_CONSTRAINTS = "2.5.29.30";
    private static final int DIGITAL_SIGNATURE = 0;
    private static final int KEY_ENCIPHERMENT = 2;
    private static final int KEY_AGREEMENT = 4;
    private static final int KEY_CERT_SIGN = 5;
    private static final int LONGEST_PATH = 16;

    /** What RFC 5280 defines and the JDK's validation processes. */
    private static final Set<String> UNDERSTOOD = new HashSet<>(Arrays.asList(
            "2.5.29.14",
            "2.5.29.15",
            "2.5.29.17",
            "2.5.29.18",
            "2.5.29.19",
            NAME_CONSTRAINTS,
            "2.5.29.31",
            "2.5.29.32",
            "2.5.29.33",
            "2.5.29.35",
            "2.5.29.36",
            "2.5.29.37",
            "2.5.29.54",
            "2.16.840.1.113730.1.1"));

    private Diagnosis() {}

    /**
     * @param served the chain that was refused
     * @param anchors what it was validated against
     * @param failure how the JDK refused it
     * @param server whether the peer is a server
     */
    static Validation of(
            X509Certificate[] served, List<X509Certificate> anchors, CertificateException failure, boolean server) {
        List<X509Certificate> path = walk(served, anchors);
        X509Certificate top = path.get(path.size() - 1);
        // Who has signed itself owes nothing to an anchor of the same name.
        boolean reaches =
                anchors.contains(top) || issuerByName(top, anchors) != null && !(path.size() == 1 && isSelfSigned(top));
        if (!reaches) {
            return unreached(path, served);
        }
        X509Certificate anchor = anchors.contains(top) ? top : issuerByName(top, anchors);
        if (!path.contains(anchor)) {
            path.add(anchor);
        }
        CertPathValidatorException constrained = constrained(failure);
        if (constrained != null) {
            // The JDK looks at algorithms first and then at nothing else.
            Validation worse = broken(path, server);
            return worse != null
                    ? worse
                    : hasNameConstraints(path)
                            ? Validation.unsound(Cause.BAD_SIGNATURE, text(constrained), true)
                            : Validation.weak(text(constrained), path);
        }
        Validation told = told(failure, path);
        if (told != null) {
            return told;
        }
        Validation seen = seen(path, server);
        return seen != null
                ? seen
                : Validation.unsound(
                        Cause.UNKNOWN_ISSUER, "no valid path leads to a trust anchor: " + failure.getMessage(), false);
    }

    /** The first certificate out of its validity period, among the first {@code count} of a path; null when none is. */
    static Validation validity(List<X509Certificate> path, Date now, int count) {
        for (X509Certificate each : path.subList(0, Math.min(count, path.size()))) {
            if (now.after(each.getNotAfter())) {
                return Validation.unsound(Cause.EXPIRED, name(each) + " expired on " + day(each.getNotAfter()), true);
            }
            if (now.before(each.getNotBefore())) {
                return Validation.unsound(
                        Cause.NOT_YET_VALID, name(each) + " is not valid before " + day(each.getNotBefore()), true);
            }
        }
        return null;
    }

    /** Likewise of a whole path as of now; the dates of an anchor above it do not matter to the JDK, and so not here. */
    static Validation validity(List<X509Certificate> path) {
        return validity(path, new Date(), Math.max(1, path.size() - 1));
    }

    /** Whether the end entity may serve the peer's role, by its extended key usage (RFC 5280, 4.2.1.12). */
    static boolean mayServe(X509Certificate endEntity, boolean server) {
        List<String> usages;
        try {
            usages = endEntity.getExtendedKeyUsage();
        } catch (CertificateParsingException unreadable) {
            return false;
        }
        return usages == null || usages.contains(server ? SERVER_AUTH : CLIENT_AUTH) || usages.contains(ANY_USAGE);
    }

    /** Whether the end entity's key may do what the key exchange asks of it, by its key usage (RFC 5280, 4.2.1.3). */
    static boolean mayExchange(X509Certificate endEntity, String authType, boolean server) {
        boolean[] usage = endEntity.getKeyUsage();
        int needed = DIGITAL_SIGNATURE;
        if (server && authType.equals("RSA")) {
            needed = KEY_ENCIPHERMENT;
        } else if (server && (authType.startsWith("DH_") || authType.startsWith("ECDH_"))) {
            needed = KEY_AGREEMENT;
        }
        return usage == null || usage.length > needed && usage[needed];
    }

    static Validation wrongUsage(X509Certificate endEntity, boolean server) {
        return Validation.unsound(
                Cause.WRONG_USAGE,
                name(endEntity) + " may not be used by a TLS " + (server ? "server" : "client")
                        + " (extended key usage)",
                true);
    }

    static boolean isSelfSigned(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())
                && Signatures.isSignedBy(certificate, certificate.getPublicKey());
    }

    static String name(X509Certificate certificate) {
        String subject = certificate.getSubjectX500Principal().getName();
        return subject.isEmpty() ? "the certificate without a subject" : subject;
    }

    private static Validation unreached(List<X509Certificate> path, X509Certificate[] served) {
        X509Certificate endEntity = served[0];
        if (isSelfSigned(endEntity)) {
            return Validation.unsound(Cause.SELF_SIGNED, name(endEntity) + " is signed by itself", false);
        }
        for (int i = 0; i + 1 < path.size(); i++) {
            if (!Signatures.isSignedBy(path.get(i), path.get(i + 1).getPublicKey())) {
                return Validation.unsound(
                        Cause.BAD_SIGNATURE,
                        "the signature of " + name(path.get(i)) + " is not by " + name(path.get(i + 1)),
                        false);
            }
        }
        X509Certificate top = path.get(path.size() - 1);
        return Validation.unsound(
                Cause.UNKNOWN_ISSUER,
                "no trust anchor has issued " + name(endEntity) + "; the chain ends at "
                        + top.getIssuerX500Principal().getName(),
                false);
    }

    /** The refusal of a weak algorithm or key among the causes of a failure; null when there is none. */
    private static CertPathValidatorException constrained(CertificateException failure) {
        int depth = 0;
        for (Throwable each = failure; each != null && depth < 12; each = each.getCause(), depth++) {
            if (each instanceof CertPathValidatorException
                    && ((CertPathValidatorException) each).getReason() == BasicReason.ALGORITHM_CONSTRAINED) {
                return (CertPathValidatorException) each;
            }
        }
        return null;
    }

    /** The cause as the exception, or one of its causes, has it. */
    private static Validation told(CertificateException failure, List<X509Certificate> path) {
        int depth = 0;
        for (Throwable each = failure; each != null && depth < 12; each = each.getCause(), depth++) {
            Cause cause = null;
            if (each instanceof CertificateExpiredException) {
                cause = Cause.EXPIRED;
            } else if (each instanceof CertificateNotYetValidException) {
                cause = Cause.NOT_YET_VALID;
            } else if (each instanceof CertPathValidatorException) {
                cause = cause(((CertPathValidatorException) each).getReason());
            }
            if (cause != null) {
                Validation exact = cause == Cause.EXPIRED || cause == Cause.NOT_YET_VALID ? validity(path) : null;
                return exact != null ? exact : Validation.unsound(cause, text(each), true);
            }
        }
        return null;
    }

    private static Cause cause(Reason reason) {
        if (reason == BasicReason.EXPIRED) {
            return Cause.EXPIRED;
        } else if (reason == BasicReason.NOT_YET_VALID) {
            return Cause.NOT_YET_VALID;
        } else if (reason == BasicReason.INVALID_SIGNATURE) {
            return Cause.BAD_SIGNATURE;
        } else if (reason == PKIXReason.NOT_CA_CERT || reason == PKIXReason.PATH_TOO_LONG) {
            return Cause.NOT_A_CA;
        } else if (reason == PKIXReason.INVALID_KEY_USAGE) {
            return Cause.WRONG_USAGE;
        } else if (reason == PKIXReason.INVALID_NAME) {
            return Cause.NAME_CONSTRAINTS;
        } else if (reason == PKIXReason.UNRECOGNIZED_CRIT_EXT) {
            return Cause.UNKNOWN_CRITICAL_EXTENSION;
        }
        return null;
    }

    /** The cause as the certificates show it, from the end entity to the anchor. */
    private static Validation seen(List<X509Certificate> path, boolean server) {
        Validation broken = broken(path, server);
        if (broken != null) {
            return broken;
        }
        Validation unfit = path.size() == 1 ? null : unfitAnchor(path.get(path.size() - 1));
        if (unfit != null) {
            return unfit;
        }
        for (X509Certificate each : path.subList(1, path.size())) {
            if (each.getExtensionValue(NAME_CONSTRAINTS) != null) {
                return Validation.unsound(
                        Cause.NAME_CONSTRAINTS, name(each) + " does not permit the names below it", true);
            }
        }
        return wrongKeyUsage(path.get(0));
    }

    private static boolean hasNameConstraints(List<X509Certificate> path) {
        for (X509Certificate each : path.subList(1, path.size())) {
            if (each.getExtensionValue(NAME_CONSTRAINTS) != null) {
                return true;
            }
        }
        return false;
    }

    /** What is wrong with a path for certain. */
    private static Validation broken(List<X509Certificate> path, boolean server) {
        for (int i = 0; i + 1 < path.size(); i++) {
            X509Certificate issuer = path.get(i + 1);
            if (!Signatures.isSignedBy(path.get(i), issuer.getPublicKey())) {
                return Validation.unsound(
                        Cause.BAD_SIGNATURE,
                        "the signature of " + name(path.get(i)) + " is not by " + name(issuer),
                        true);
            }
        }
        Validation dated = validity(path);
        if (dated != null) {
            return dated;
        }
        for (int i = 0; i < path.size(); i++) {
            X509Certificate each = path.get(i);
            Validation extended = critical(each);
            if (extended != null) {
                return extended;
            }
            if (i > 0 && i + 1 < path.size()) {
                Validation issuing = issuing(each, i - 1);
                if (issuing != null) {
                    return issuing;
                }
            }
        }
        return mayServe(path.get(0), server) ? null : wrongUsage(path.get(0), server);
    }

    private static Validation critical(X509Certificate certificate) {
        Set<String> critical = certificate.getCriticalExtensionOIDs();
        if (critical != null) {
            for (String oid : critical) {
                if (!UNDERSTOOD.contains(oid)) {
                    return Validation.unsound(
                            Cause.UNKNOWN_CRITICAL_EXTENSION,
                            name(certificate) + " has the critical extension " + oid
                                    + ", which nobody here understands",
                            true);
                }
            }
        }
        return null;
    }

    /** Whether a certificate may issue others, with so many authorities between it and the end entity. */
    private static Validation issuing(X509Certificate certificate, int below) {
        int pathLength = certificate.getBasicConstraints();
        if (pathLength < 0) {
            return Validation.unsound(Cause.NOT_A_CA, name(certificate) + " is not a certification authority", true);
        }
        if (pathLength < below) {
            return Validation.unsound(
                    Cause.NOT_A_CA,
                    name(certificate) + " allows at most " + pathLength + " authorities below it",
                    true);
        }
        return maySignCertificates(certificate)
                ? null
                : Validation.unsound(
                        Cause.WRONG_USAGE, name(certificate) + " may not sign certificates (key usage)", true);
    }

    /** What an anchor says of itself that keeps the JDK from trusting it: one of version 1 says nothing. */
    private static Validation unfitAnchor(X509Certificate anchor) {
        if (anchor.getVersion() < 3) {
            return null;
        }
        if (anchor.getBasicConstraints() < 0) {
            return Validation.unsound(
                    Cause.NOT_A_CA, name(anchor) + " is trusted, and is not a certification authority", false);
        }
        return maySignCertificates(anchor)
                ? null
                : Validation.unsound(
                        Cause.WRONG_USAGE,
                        name(anchor) + " is trusted, and may not sign certificates (key usage)",
                        false);
    }

    private static boolean maySignCertificates(X509Certificate authority) {
        boolean[] usage = authority.getKeyUsage();
        return usage == null || usage.length > KEY_CERT_SIGN && usage[KEY_CERT_SIGN];
    }

    /** What a key usage that does not fit comes to; null when the certificate says nothing of it. */
    static Validation wrongKeyUsage(X509Certificate endEntity) {
        boolean[] usage = endEntity.getKeyUsage();
        return usage == null
                ? null
                : Validation.unsound(
                        Cause.WRONG_USAGE,
                        name(endEntity) + " may not be used for this key exchange (key usage)",
                        true);
    }

    /** From the end entity up, by names, over what was served and what is trusted; never longer than a sane chain. */
    private static List<X509Certificate> walk(X509Certificate[] served, List<X509Certificate> anchors) {
        List<X509Certificate> path = new ArrayList<>();
        X509Certificate current = served[0];
        path.add(current);
        while (path.size() < LONGEST_PATH
                && !anchors.contains(current)
                && issuerByName(current, anchors) == null
                && !current.getSubjectX500Principal().equals(current.getIssuerX500Principal())) {
            X509Certificate issuer = issuerByName(current, Arrays.asList(served));
            if (issuer == null || path.contains(issuer)) {
                break;
            }
            path.add(issuer);
            current = issuer;
        }
        return path;
    }

    /** An issuer of that name, preferably one whose key verifies the signature. */
    private static X509Certificate issuerByName(X509Certificate certificate, List<X509Certificate> candidates) {
        X509Certificate named = null;
        for (X509Certificate each : candidates) {
            if (each.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
                if (Signatures.isSignedBy(certificate, each.getPublicKey())) {
                    return each;
                }
                named = each;
            }
        }
        return named;
    }

    private static String text(Throwable failure) {
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }

    /** A day as a policy writes it, UTC. */
    static String day(Date date) {
        SimpleDateFormat format = new SimpleDateFormat("yyyy-MM-dd", Locale.ROOT);
        format.setTimeZone(TimeZone.getTimeZone("UTC"));
        return format.format(date);
    }
}
