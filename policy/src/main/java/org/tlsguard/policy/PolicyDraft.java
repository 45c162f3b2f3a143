package org.tlsguard.policy;

import java.security.cert.X509Certificate;

/** Drafts the lines of policy that would allow what was refused. A person is to review them, and has to fill them in. */
public final class PolicyDraft {
    /** Never a valid date: a draft cannot go into production as it is. */
    private static final String NO_DATE = "YYYY-MM-DD";

    private PolicyDraft() {}

    /**
     * Returns the YAML that would allow exactly this and no more: a pin where a certificate can be pinned, otherwise an
     * exemption whose reason, owner and end are left to fill in. {@link Policy#load} refuses the latter until they are.
     *
     * <p>Every text is quoted and escaped; a host from an attacker cannot add lines.
     *
     * @param rule the broken rule; not null
     * @param cause why; not null
     * @param peer the peer; not null
     * @param endEntity the certificate that was served; null when there is none
     * @param value the version or suite; null when there is none
     * @param originClass the binary name of the class at fault; null when unknown
     * @return lines that end in a newline each, to be pasted at the top level of a policy
     */
    public static String allow(
            Rule rule, Cause cause, Peer peer, X509Certificate endEntity, String value, String originClass) {
        if (canBePinned(rule, cause) && endEntity != null && match(peer) != null) {
            return pinned(peer, endEntity);
        }
        return exempted(rule, cause, peer, value, originClass);
    }

    /** A pin settles trust and name, but neither the validity period nor what is distrusted anywhere. */
    private static boolean canBePinned(Rule rule, Cause cause) {
        return (rule == Rule.TRUST || rule == Rule.NAME)
                && cause != Cause.EXPIRED
                && cause != Cause.NOT_YET_VALID
                && cause != Cause.DISTRUSTED;
    }

    private static String pinned(Peer peer, X509Certificate endEntity) {
        StringBuilder yaml = new StringBuilder("destinations:\n");
        yaml.append("  - match: ").append(Yaml.quoted(match(peer))).append('\n');
        if (peer.role() == Role.CLIENT) {
            yaml.append("    role: client\n");
        }
        return yaml.append("    pins: [")
                .append(Yaml.quoted(Pin.spki(endEntity)))
                .append("]\n")
                .toString();
    }

    private static String exempted(Rule rule, Cause cause, Peer peer, String value, String originClass) {
        boolean hasPeer = rule != Rule.CONFIGURATION && match(peer) != null;
        StringBuilder yaml = new StringBuilder("exemptions:\n");
        yaml.append("  - rule: ").append(rule.id()).append('\n');
        boolean named = value != null && (rule == Rule.PROTOCOL && Protocol.of(value) != null || rule == Rule.CIPHER);
        yaml.append("    allow: [")
                .append(named ? Yaml.quoted(value) : cause.id())
                .append("]\n");
        if (hasPeer) {
            yaml.append("    match: ").append(Yaml.quoted(match(peer))).append('\n');
        }
        if (originClass != null) {
            yaml.append("    origin: ")
                    .append(Yaml.quoted(OriginPattern.of(originClass)))
                    .append('\n');
        } else if (!hasPeer) {
            yaml.append("    origin: \"CLASS\"\n");
        }
        yaml.append("    reason: \"WHY\"\n    owner: \"WHO\"\n    expires: ")
                .append(NO_DATE)
                .append('\n');
        if (rule == Rule.TRUST || rule == Rule.NAME) {
            yaml.append("    accept-risk: I-DONT-CARE-ABOUT-SECURITY\n");
        }
        return yaml.toString();
    }

    /** Returns the pattern that matches this peer alone; null when its host is unknown or nothing a pattern can name. */
    private static String match(Peer peer) {
        String host = peer.parsed() == null ? null : peer.parsed().key();
        // The port of a client is another each time.
        boolean withPort = peer.port() > 0 && peer.role() == Role.SERVER;
        if (host == null || !withPort) {
            return host;
        }
        return (host.indexOf(':') >= 0 ? '[' + host + ']' : host) + ':' + peer.port();
    }
}
