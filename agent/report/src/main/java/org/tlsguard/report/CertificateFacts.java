package org.tlsguard.report;

import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * What a report says about a certificate: enough to recognise and to pin it. Its text is the peer's, bounded but not
 * escaped.
 *
 * <p>Every part may be unknown. Immutable.
 */
public final class CertificateFacts {

    // GeneralName choices of RFC 5280, section 4.2.1.6.
    private static final int RFC822_NAME = 1;
    private static final int DNS_NAME = 2;
    private static final int URI = 6;
    private static final int IP_ADDRESS = 7;

    private final String subject;
    private final String issuer;
    private final List<String> names;
    private final String notAfter;
    private final String sha256;
    private final String spkiSha256;

    private CertificateFacts(
            String subject, String issuer, List<String> names, String notAfter, String sha256, String spkiSha256) {
        this.subject = Bounds.name(subject);
        this.issuer = Bounds.name(issuer);
        this.names = Bounds.names(names);
        this.notAfter = Bounds.name(notAfter);
        this.sha256 = Bounds.name(sha256);
        this.spkiSha256 = Bounds.name(spkiSha256);
    }

    /**
     * Reads the facts off a certificate. Never fails: what a malformed certificate, or a class of the application that
     * poses as one, does not give is left unknown.
     *
     * @param certificate a certificate, not null
     */
    public static CertificateFacts of(X509Certificate certificate) {
        return new CertificateFacts(
                subject(certificate),
                issuer(certificate),
                names(certificate),
                notAfter(certificate),
                sha256(certificate),
                spkiSha256(certificate));
    }

    /**
     * The facts as a report gives them; each may be null, and {@code names} empty.
     *
     * @param subject see {@link #subject()}
     * @param issuer see {@link #issuer()}
     * @param names see {@link #names()}, not null
     * @param notAfter see {@link #notAfter()}
     * @param sha256 see {@link #sha256()}
     * @param spkiSha256 see {@link #spkiSha256()}
     */
    public static CertificateFacts of(
            String subject, String issuer, List<String> names, String notAfter, String sha256, String spkiSha256) {
        return new CertificateFacts(subject, issuer, names, notAfter, sha256, spkiSha256);
    }

    /** The subject's distinguished name (RFC 2253), or null. */
    public String subject() {
        return subject;
    }

    /** The issuer's distinguished name (RFC 2253), or null. */
    public String issuer() {
        return issuer;
    }

    /**
     * The subject alternative names: DNS names and IP addresses as they are, others as {@code email:} and {@code uri:}
     * and the name. A DNS name that looks like an IP address, which it does not stand for, has {@code dns:} before it.
     * Unmodifiable, never null.
     */
    public List<String> names() {
        return names;
    }

    /** The end of the validity period, ISO 8601 in UTC, or null. */
    public String notAfter() {
        return notAfter;
    }

    /** SHA-256 of the DER encoding, in lower-case hexadecimal, or null. */
    public String sha256() {
        return sha256;
    }

    /** SHA-256 of the SubjectPublicKeyInfo, in Base64 as pins have it (RFC 7469), or null. */
    public String spkiSha256() {
        return spkiSha256;
    }

    /** The digest alone, if there is one: it stands for the whole certificate. */
    Object identity() {
        return sha256 != null ? sha256 : Arrays.<Object>asList(subject, issuer, names, notAfter, spkiSha256);
    }

    private static String subject(X509Certificate certificate) {
        try {
            return certificate.getSubjectX500Principal().getName();
        } catch (RuntimeException e) {
            return null;
        }
    }

    private static String issuer(X509Certificate certificate) {
        try {
            return certificate.getIssuerX500Principal().getName();
        } catch (RuntimeException e) {
            return null;
        }
    }

    private static String notAfter(X509Certificate certificate) {
        try {
            return Time.iso(certificate.getNotAfter().getTime());
        } catch (RuntimeException e) {
            return null;
        }
    }

    private static String sha256(X509Certificate certificate) {
        try {
            return Digest.hex(Digest.sha256(certificate.getEncoded()));
        } catch (CertificateEncodingException | NoSuchAlgorithmException | RuntimeException e) {
            return null;
        }
    }

    private static String spkiSha256(X509Certificate certificate) {
        try {
            return Base64.getEncoder()
                    .encodeToString(Digest.sha256(certificate.getPublicKey().getEncoded()));
        } catch (NoSuchAlgorithmException | RuntimeException e) {
            return null;
        }
    }

    private static List<String> names(X509Certificate certificate) {
        try {
            Collection<List<?>> entries = certificate.getSubjectAlternativeNames();
            if (entries == null) {
                return Collections.emptyList();
            }
            List<String> names = new ArrayList<String>();
            for (List<?> entry : entries) {
                String name = name((Integer) entry.get(0), entry.get(1));
                if (name != null) {
                    names.add(name);
                }
            }
            return names;
        } catch (CertificateParsingException | RuntimeException e) {
            return Collections.emptyList();
        }
    }

    private static String name(int kind, Object value) {
        switch (kind) {
            case RFC822_NAME:
                return "email:" + value;
            case DNS_NAME:
                return looksLikeAddress(value.toString()) ? "dns:" + value : value.toString();
            case URI:
                return "uri:" + value;
            case IP_ADDRESS:
                return value.toString();
            default:
                return null;
        }
    }

    /** No top-level domain is numeric, and no DNS name has a colon. */
    private static boolean looksLikeAddress(String name) {
        String last = name.substring(name.lastIndexOf('.') + 1);
        return name.indexOf(':') >= 0 || !last.isEmpty() && Character.isDigit(last.charAt(last.length() - 1));
    }
}
