package org.tlsguard.policy;

import java.util.Arrays;
import java.util.List;

/**
 * The name rules of an application protocol, as collected by Perl's IO::Socket::SSL ({@code SSL_verifycn_scheme}).
 *
 * <p>They count under {@link NameMatching#STANDARD} only; {@link NameMatching#STRICT} replaces all of them by RFC 9525,
 * which obsoletes the per-protocol rules. IO::Socket::SSL's {@code none} and {@code default} are left out on purpose: the
 * first checks nothing, the second is the union of all laxities; its IP addresses in common names are left out too.
 */
public enum Scheme {
    /** RFC 2818. */
    HTTPS(Wildcards.ANYWHERE, Wildcards.ANYWHERE, CommonName.WHEN_ONLY, "https", "http", "www", "rfc2818"),
    /** RFC 3920. */
    XMPP(Wildcards.ANYWHERE, Wildcards.ANYWHERE, CommonName.WHEN_ONLY, "xmpp", "rfc3920"),
    /** RFC 4217. */
    FTP(Wildcards.ANYWHERE, Wildcards.ANYWHERE, CommonName.WHEN_ONLY, "ftp", "rfc4217"),
    /** RFC 4513. */
    LDAP(Wildcards.WHOLE_LABEL, Wildcards.NONE, CommonName.ALWAYS, "ldap", "rfc4513"),
    /** RFC 2595, which SMTP shares with the mail access protocols. */
    SMTP(Wildcards.WHOLE_LABEL, Wildcards.WHOLE_LABEL, CommonName.ALWAYS, "smtp", "rfc2595"),
    /** RFC 2595. */
    IMAP(Wildcards.WHOLE_LABEL, Wildcards.WHOLE_LABEL, CommonName.ALWAYS, "imap"),
    /** RFC 2595. */
    POP3(Wildcards.WHOLE_LABEL, Wildcards.WHOLE_LABEL, CommonName.ALWAYS, "pop3"),
    /** RFC 2595. */
    ACAP(Wildcards.WHOLE_LABEL, Wildcards.WHOLE_LABEL, CommonName.ALWAYS, "acap"),
    /** RFC 4642. */
    NNTP(Wildcards.WHOLE_LABEL, Wildcards.WHOLE_LABEL, CommonName.ALWAYS, "nntp", "rfc4642", "rfc5539"),
    /** RFC 5538. */
    NETCONF(Wildcards.WHOLE_LABEL, Wildcards.WHOLE_LABEL, CommonName.ALWAYS, "netconf", "rfc5538"),
    /** RFC 5425. */
    SYSLOG(Wildcards.WHOLE_LABEL, Wildcards.WHOLE_LABEL, CommonName.ALWAYS, "syslog", "rfc5425"),
    /** RFC 5953. */
    SNMP(Wildcards.WHOLE_LABEL, Wildcards.WHOLE_LABEL, CommonName.ALWAYS, "snmp", "rfc5953"),
    /** RFC 5971. */
    GIST(Wildcards.WHOLE_LABEL, Wildcards.WHOLE_LABEL, CommonName.WHEN_ONLY, "gist", "rfc5971"),
    /** RFC 5922. */
    SIP(Wildcards.NONE, Wildcards.NONE, CommonName.ALWAYS, "sip", "rfc5922");

    /** Where a wildcard may stand. */
    enum Wildcards {
        NONE,
        /** As the whole left-most label. */
        WHOLE_LABEL,
        /** Anywhere in the left-most label. */
        ANYWHERE
    }

    /** When the common name of the subject counts. */
    enum CommonName {
        NEVER,
        /** When the certificate presents no DNS name. */
        WHEN_ONLY,
        ALWAYS
    }

    private final Wildcards inAlternativeName;
    private final Wildcards inCommonName;
    private final CommonName commonName;
    private final String[] ids;

    Scheme(Wildcards inAlternativeName, Wildcards inCommonName, CommonName commonName, String... ids) {
        this.inAlternativeName = inAlternativeName;
        this.inCommonName = inCommonName;
        this.commonName = commonName;
        this.ids = ids;
    }

    /** Returns the word used for this scheme in policies; where IO::Socket::SSL knows several, the first. */
    public String id() {
        return ids[0];
    }

    /**
     * Returns the scheme with the given id.
     *
     * @param id a name of IO::Socket::SSL, such as {@code ldap} or {@code rfc4513}; case matters; may be null
     * @return the scheme, or null when there is none of that name
     */
    public static Scheme of(String id) {
        for (Scheme scheme : values()) {
            for (String known : scheme.ids) {
                if (known.equals(id)) {
                    return scheme;
                }
            }
        }
        return null;
    }

    /** Returns every name of this scheme. */
    List<String> ids() {
        return Arrays.asList(ids);
    }

    Wildcards wildcardsInAlternativeName() {
        return inAlternativeName;
    }

    Wildcards wildcardsInCommonName() {
        return inCommonName;
    }

    CommonName commonName() {
        return commonName;
    }
}
