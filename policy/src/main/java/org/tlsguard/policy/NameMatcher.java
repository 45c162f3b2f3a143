package org.tlsguard.policy;

import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * Compares a certificate with the name that was dialled.
 *
 * <p>The rules, by RFC 9525 and, where it says so, looser ones that the JDK and older protocols have:
 *
 * <ol>
 *   <li>A reference is an IP address or a DNS name, never both (RFC 9525, section 6.1.1). Zones of IPv6, brackets and the
 *       dot of the root are no part of it.
 *   <li>An address fits only the same address among the iPAddress entries (section 6.5), never a dNSName, never a common
 *       name. IPv6 compares by its 16 bytes, not by its spelling.
 *   <li>A name fits a dNSName when the labels are the same, letters of A to Z in either case (section 6.3). Nothing but
 *       A-labels is presented: what has other characters than letters, digits, hyphens and underscores, empty or overlong
 *       labels, or a number as top-level domain, fits nothing.
 *   <li>A wildcard stands in the left-most label alone and for exactly one label (section 6.3): the whole of it where
 *       matching is strict; part of it where the scheme lets it (RFC 6125, section 6.4.3), but never inside an A-label.
 *   <li>No wildcard stands directly over a public suffix: {@code *.com} is nobody's name.
 *   <li>The common name counts never where matching is strict (section 2); otherwise as the scheme says, and as the JDK
 *       says only the most specific one. A subject alternative name that cannot be read is still one: no way back to the
 *       common name leads through a broken extension.
 * </ol>
 *
 * <p>Certificates are data from an attacker. Nothing here throws for their sake, and the time is linear in their length.
 */
public final class NameMatcher {
    private static final String SUBJECT_ALTERNATIVE_NAME = "2.5.29.17";
    /** RFC 5280, section 4.2.1.6: the tags of GeneralName. */
    private static final int DNS_NAME = 2;

    private static final int IP_ADDRESS = 7;
    /** A DNS name with its dot, the longest thing that could ever fit. */
    private static final int LONGEST_NAME = 254;

    private NameMatcher() {}

    /**
     * Tells whether a certificate is for the reference.
     *
     * @param reference the host name or IP literal that was dialled, or the policy asks for; null fits nothing
     * @param endEntity not null
     * @param matching not null
     * @param scheme the protocol whose rules hold where matching is {@link NameMatching#STANDARD}; not null
     * @return false as well when the certificate cannot be read
     */
    public static boolean matches(String reference, X509Certificate endEntity, NameMatching matching, Scheme scheme) {
        if (reference == null) {
            return false;
        }
        Host host = Host.of(reference);
        Presented presented = Presented.by(endEntity);
        if (host.isAddress()) {
            return presented.hasAddress(host.address());
        }
        if (host.name() == null) {
            return false;
        }
        boolean strict = matching == NameMatching.STRICT;
        Scheme.Wildcards wildcards = strict ? Scheme.Wildcards.WHOLE_LABEL : scheme.wildcardsInAlternativeName();
        for (String name : presented.dnsNames) {
            if (fits(host.name(), name, wildcards)) {
                return true;
            }
        }
        boolean commonNameCounts = !strict
                && (scheme.commonName() == Scheme.CommonName.ALWAYS
                        || scheme.commonName() == Scheme.CommonName.WHEN_ONLY && presented.dnsNames.isEmpty());
        return commonNameCounts
                && !presented.broken
                && presented.commonName != null
                && fits(host.name(), presented.commonName, scheme.wildcardsInCommonName());
    }

    /**
     * Returns the identifiers that a certificate presents, for people to read: DNS names and addresses, or the common name
     * where there are none. What the names consist of is up to whoever made the certificate.
     *
     * @param certificate not null
     * @return a new list; empty when there are none or they cannot be read
     */
    public static List<String> presented(X509Certificate certificate) {
        Presented presented = Presented.by(certificate);
        List<String> names = new ArrayList<>(presented.dnsNames);
        for (byte[] address : presented.addresses) {
            names.add(IpAddress.text(address));
        }
        if (names.isEmpty() && !presented.broken && presented.commonName != null) {
            names.add(presented.commonName);
        }
        return names;
    }

    private static boolean fits(String reference, String presented, Scheme.Wildcards wildcards) {
        if (presented.length() > LONGEST_NAME) {
            return false;
        }
        int star = presented.indexOf('*');
        if (star < 0) {
            return reference.equals(DnsName.canonicalAscii(presented));
        }
        int dot = presented.indexOf('.');
        if (wildcards == Scheme.Wildcards.NONE || dot < star || presented.indexOf('*', star + 1) >= 0) {
            return false;
        }
        String domain = DnsName.canonicalAscii(presented.substring(dot + 1));
        if (domain == null || PublicSuffixes.isPublicSuffix(domain)) {
            return false;
        }
        int referenceDot = reference.indexOf('.');
        if (referenceDot < 0 || !reference.substring(referenceDot + 1).equals(domain)) {
            return false;
        }
        if (dot == 1) {
            return true;
        }
        if (wildcards != Scheme.Wildcards.ANYWHERE) {
            return false;
        }
        String pattern = presented.substring(0, dot).toLowerCase(Locale.ROOT);
        String label = reference.substring(0, referenceDot);
        return !pattern.startsWith("xn--") && !label.startsWith("xn--") && Glob.matches(pattern, label);
    }

    /** The identifiers in a certificate, as they are. */
    private static final class Presented {
        final List<String> dnsNames = new ArrayList<>();
        final List<byte[]> addresses = new ArrayList<>();
        /** The most specific common name, or null. */
        String commonName;
        /** Whether there is a subject alternative name that cannot be read. */
        boolean broken;

        static Presented by(X509Certificate certificate) {
            Presented presented = new Presented();
            try {
                presented.readAlternativeNames(certificate);
                presented.commonName = mostSpecificCommonName(
                        certificate.getSubjectX500Principal().getEncoded());
            } catch (CertificateParsingException | RuntimeException e) {
                // Certificates of other providers may fail in ways of their own. Whatever was not read cannot fit.
                presented.broken = true;
            }
            return presented;
        }

        private void readAlternativeNames(X509Certificate certificate) throws CertificateParsingException {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            if (names == null) {
                broken = certificate.getExtensionValue(SUBJECT_ALTERNATIVE_NAME) != null;
                return;
            }
            for (List<?> name : names) {
                Object value = name.size() < 2 ? null : name.get(1);
                if (Integer.valueOf(DNS_NAME).equals(name.get(0)) && value instanceof String) {
                    dnsNames.add((String) value);
                } else if (Integer.valueOf(IP_ADDRESS).equals(name.get(0)) && value instanceof String) {
                    byte[] address = IpAddress.dialled((String) value);
                    if (address != null) {
                        addresses.add(address);
                    }
                }
            }
        }

        boolean hasAddress(byte[] address) {
            for (byte[] own : addresses) {
                if (Arrays.equals(own, address)) {
                    return true;
                }
            }
            return false;
        }

        /** Walks the name itself: no text form of it, with its escapes, has to be taken apart again. */
        private static String mostSpecificCommonName(byte[] encodedName) {
            String found = null;
            Der name = new Der(encodedName);
            Der relativeNames = name.next(Der.SEQUENCE) ? name.inside() : new Der(new byte[0]);
            while (relativeNames.next(Der.SET)) {
                Der attributes = relativeNames.inside();
                while (attributes.next(Der.SEQUENCE)) {
                    Der attribute = attributes.inside();
                    // 2.5.4.3, and then a string of some kind; those that are not made of bytes fit nothing anyway.
                    if (attribute.next() && attribute.isIdentifier(0x55, 0x04, 0x03) && attribute.next()) {
                        found = new String(attribute.value(), StandardCharsets.UTF_8);
                    }
                }
            }
            return found;
        }
    }
}
