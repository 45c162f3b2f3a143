package org.tlsguard.engine.judge;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathChecker;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXCertPathChecker;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.PKIXRevocationChecker.Option;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;

/**
 * Whether a certificate has been revoked, by the OCSP response that its server stapled (RFC 6066, section 8; RFC 6960). The
 * guard opens no connection to ask anybody else.
 */
final class Revocation {

    /** Nothing speaks against the certificate, and somebody who must know was asked. */
    private static final Revocation GOOD = new Revocation(false, null);

    /** Whether the authority has revoked it. */
    final boolean isRevoked;

    /** What was found out or why nothing was; null when it has not been revoked. */
    final String detail;

    private Revocation(boolean isRevoked, String detail) {
        this.isRevoked = isRevoked;
        this.detail = detail;
    }

    boolean isGood() {
        return detail == null;
    }

    /**
     * @param issuer the authority that issued the certificate; null when it is not known
     * @param stapled the responses, the certificate's own first
     */
    static Revocation of(X509Certificate certificate, X509Certificate issuer, List<byte[]> stapled) {
        if (stapled.isEmpty() || stapled.get(0).length == 0) {
            return unknown("the peer stapled no OCSP response");
        }
        if (issuer == null) {
            return unknown("an OCSP response was stapled, but its issuer is not known");
        }
        try {
            X509Certificate[] anew = CanaryMaker.parsedAnew(new X509Certificate[] {certificate, issuer});
            check(anew[0], anew[1], stapled.get(0));
            return GOOD;
        } catch (CertPathValidatorException refusal) {
            return refusal.getReason() == BasicReason.REVOKED
                    ? new Revocation(true, "the authority has revoked " + Diagnosis.name(certificate))
                    : unusable(refusal);
        } catch (GeneralSecurityException | RuntimeException hostile) {
            return unusable(hostile);
        }
    }

    private static Revocation unusable(Exception why) {
        return unknown("the stapled OCSP response proves nothing (" + why.getMessage() + ")");
    }

    private static Revocation unknown(String why) {
        return new Revocation(false, why);
    }

    /** With the response given for the one certificate there is, the JDK's checker asks nobody either. */
    private static void check(X509Certificate certificate, X509Certificate issuer, byte[] response)
            throws GeneralSecurityException {
        CertPathValidator validator = CertPathValidator.getInstance("PKIX", "SUN");
        PKIXRevocationChecker checker = (PKIXRevocationChecker) validator.getRevocationChecker();
        checker.setOptions(EnumSet.of(Option.NO_FALLBACK));
        checker.setOcspResponses(Collections.singletonMap(certificate, response));
        PKIXParameters parameters = new PKIXParameters(Collections.singleton(new TrustAnchor(issuer, null)));
        parameters.setRevocationEnabled(false);
        parameters.addCertPathChecker(checker);
        validator.validate(
                CertificateFactory.getInstance("X.509", "SUN").generateCertPath(Collections.singletonList(certificate)),
                parameters);
    }

    /** Whether a validation by these parameters asks for revocation and takes no silence for an answer. */
    static boolean isCheckedBy(Object parameters) {
        if (!(parameters instanceof PKIXParameters)) {
            return false;
        }
        PKIXParameters pkix = (PKIXParameters) parameters;
        for (PKIXCertPathChecker each : pkix.getCertPathCheckers()) {
            CertPathChecker checker = each;
            if (checker instanceof PKIXRevocationChecker) {
                return !((PKIXRevocationChecker) checker).getOptions().contains(Option.SOFT_FAIL);
            }
        }
        return pkix.isRevocationEnabled();
    }
}
