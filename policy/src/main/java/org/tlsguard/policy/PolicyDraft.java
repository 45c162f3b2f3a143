package org.tlsguard.policy;

import java.security.cert.X509Certificate;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Drafts the lines of policy that would allow what was refused. They load as they are, so that they can be tried at once;
 * a person is to review them within the month for which they hold.
 */
public final class PolicyDraft {
    private static final int DAYS = 30;
    private static final int MOST_SUITES = 4;
    private static final String WITH = "_WITH_";

    private PolicyDraft() {}

    /**
     * Returns the YAML that would allow exactly this and no more: a pin where a certificate can be pinned, otherwise an
     * exemption that says it is not reviewed and ends soon.
     *
     * <p>Every text is quoted and escaped; a host from an attacker cannot add lines.
     *
     * @param rule the broken rule; not null
     * @param cause why; not null
     * @param peer the peer; null when it is about the whole JVM
     * @param endEntity the certificate that was served; null when there is none
     * @param values the versions or suites; empty when there are none
     * @param originClass the binary name of the class at fault; null when unknown
     * @param now the time at which the month begins; not null
     * @return lines that end in a newline each, to be pasted at the top level of a policy
     */
    public static String allow(
            Rule rule,
            Cause cause,
            Peer peer,
            X509Certificate endEntity,
            List<String> values,
            String originClass,
            Date now) {
        if (canBePinned(rule, cause) && endEntity != null && match(peer) != null) {
            return pinned(peer, endEntity);
        }
        return exempted(rule, cause, peer, values, originClass, now);
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

    private static String exempted(
            Rule rule, Cause cause, Peer peer, List<String> values, String originClass, Date now) {
        boolean hasPeer = rule != Rule.CONFIGURATION && match(peer) != null;
        // Versions and suites say what is allowed; who enables them for that peer does not matter.
        boolean hasOrigin = originClass != null && !(hasPeer && (rule == Rule.PROTOCOL || rule == Rule.CIPHER));
        StringBuilder yaml = new StringBuilder("exemptions:\n");
        yaml.append("  - rule: ").append(rule.id()).append('\n');
        yaml.append("    allow: [").append(allowed(rule, cause, values)).append("]\n");
        if (hasPeer) {
            yaml.append("    match: ").append(Yaml.quoted(match(peer))).append('\n');
        }
        if (hasOrigin) {
            yaml.append("    origin: ")
                    .append(Yaml.quoted(OriginPattern.of(originClass)))
                    .append('\n');
        } else if (!hasPeer) {
            yaml.append("    origin: \"CLASS\"\n");
        }
        yaml.append("    reason: \"not reviewed yet\"\n    owner: \"nobody yet\"\n    expires: ")
                .append(Day.of(now.getTime() + DAYS * Day.MILLISECONDS))
                .append('\n');
        if (rule == Rule.TRUST || rule == Rule.NAME) {
            yaml.append("    accept-risk: I-DONT-CARE-ABOUT-SECURITY\n");
        }
        return yaml.toString();
    }

    /** Returns the items of {@code allow}: versions or suites where they are known, or else the cause. */
    private static String allowed(Rule rule, Cause cause, List<String> values) {
        Set<String> items = new LinkedHashSet<>();
        for (String value : values) {
            if (rule == Rule.PROTOCOL && Protocol.of(value) != null) {
                items.add(value);
            } else if (rule == Rule.CIPHER && SuitePattern.problem(value) == null) {
                items.add(values.size() > MOST_SUITES ? anyExchange(value) : value);
            }
        }
        if (items.isEmpty()) {
            return cause.id();
        }
        StringBuilder list = new StringBuilder();
        for (String item : items) {
            list.append(list.length() == 0 ? "" : ", ").append(Yaml.quoted(item));
        }
        return list.toString();
    }

    /** Returns the pattern of the suites with the same cipher, so that a JVM's many do not make a page. */
    private static String anyExchange(String suite) {
        int with = suite.indexOf(WITH);
        return with < 0 ? suite : '*' + suite.substring(with);
    }

    /** Returns the pattern that matches this peer alone; null when there is none, its host is unknown or nothing a pattern can name. */
    private static String match(Peer peer) {
        if (peer == null) {
            return null;
        }
        String host = peer.parsed() == null ? null : peer.parsed().key();
        // The port of a client is another each time.
        boolean withPort = peer.port() > 0 && peer.role() == Role.SERVER;
        if (host == null || !withPort) {
            return host;
        }
        return (host.indexOf(':') >= 0 ? '[' + host + ']' : host) + ':' + peer.port();
    }
}
