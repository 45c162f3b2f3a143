package org.tlsguard.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import org.tlsguard.policy.Cause;
import org.tlsguard.policy.Peer;
import org.tlsguard.policy.Pin;
import org.tlsguard.policy.Role;
import org.tlsguard.policy.Rule;
import org.tlsguard.report.CertificateFacts;
import org.tlsguard.report.Finding;
import org.tlsguard.report.Origin;

/** What reports say about one peer, or about code whose peers are unknown. Bounded, whatever they say. */
final class PeerRecord {

    /** One key is a key, two are a question; a third adds nothing to it. */
    private static final int MOST_KEYS = 3;

    private static final int MOST_ITEMS = 64;
    private static final int MOST_CULPRITS = 3;
    private static final int MOST_NAMES = 100;

    private final Peer peer;
    private final String origin;
    private final Map<Rule, Sightings> sightings = new EnumMap<>(Rule.class);
    private final Set<String> keys = new LinkedHashSet<>();
    private final Set<String> pins = new LinkedHashSet<>();
    /** Names that all certificates of the peer have; null before the first. */
    private Set<String> names;

    private CertificateFacts certificate;
    private long notAfter;
    private long pinnedHandshakes;

    /** A breach of one rule, however often. */
    private static final class Sightings {
        final Set<Cause> causes = EnumSet.noneOf(Cause.class);
        final Set<String> items = new TreeSet<>();
        final Set<String> culprits = new LinkedHashSet<>();
        long count;
        long first = Long.MAX_VALUE;
        long last;
    }

    /**
     * @param peer null for code whose peers are unknown
     * @param origin the pattern of that code; null for a peer
     */
    PeerRecord(Peer peer, String origin) {
        this.peer = peer;
        this.origin = origin;
    }

    /** The peer has shown this certificate, sound or not. */
    void met(CertificateFacts shown) {
        String pin = pin(shown.spkiSha256());
        if (pin != null && keys.size() < MOST_KEYS) {
            keys.add(pin);
        }
        long end = time(shown.notAfter());
        if (certificate == null || end > notAfter) {
            certificate = shown;
            notAfter = end;
        }
        Set<String> usable = usableNames(shown);
        if (names == null) {
            names = usable;
        } else {
            names.retainAll(usable);
        }
    }

    /** A pin of the policy in force has vouched for the peer. */
    void pinned(String pin, long handshakes) {
        try {
            String canonical = Pin.parse(pin).toString();
            if (pins.size() < MOST_KEYS) {
                pins.add(canonical);
            }
        } catch (IllegalArgumentException e) {
            return; // the name of an anchor may begin like a pin
        }
        pinnedHandshakes += handshakes;
    }

    /** The peer, or the code, has broken a rule. */
    void add(Rule rule, Cause cause, String item, Finding finding) {
        Sightings seen = sightings.get(rule);
        if (seen == null) {
            seen = new Sightings();
            sightings.put(rule, seen);
        }
        seen.causes.add(cause);
        if (seen.items.size() < MOST_ITEMS) {
            seen.items.add(item);
        }
        String culprit = culprit(finding.origin());
        if (culprit != null && seen.culprits.size() < MOST_CULPRITS) {
            seen.culprits.add(culprit);
        }
        seen.count += finding.count();
        if (finding.first() > 0) {
            seen.first = Math.min(seen.first, finding.first());
        }
        seen.last = Math.max(seen.last, finding.last());
    }

    private static String culprit(Origin origin) {
        if (origin == null || origin.className() == null) {
            return null;
        }
        String place = origin.artifact() != null ? origin.artifact() : origin.location();
        return origin.className()
                + (place == null ? "" : " in " + place)
                + (origin.caller() == null ? "" : ", called by " + origin.caller());
    }

    Peer peer() {
        return peer;
    }

    /** The pattern of the code at fault; null for a peer. */
    String origin() {
        return origin;
    }

    boolean isClient() {
        return peer != null && peer.role() == Role.CLIENT;
    }

    boolean broke(Rule rule) {
        return sightings.containsKey(rule);
    }

    boolean broke(Rule rule, Cause cause) {
        Sightings seen = sightings.get(rule);
        return seen != null && seen.causes.contains(cause);
    }

    /** Causes, versions or suites, in order. */
    List<String> items(Rule rule) {
        return new ArrayList<>(sightings.get(rule).items);
    }

    /** The keys that the peer was seen with, as pins; at most a few. */
    List<String> keys() {
        return new ArrayList<>(keys);
    }

    /** The pins that have vouched for the peer; at most a few. */
    List<String> pins() {
        return new ArrayList<>(pins);
    }

    /** Whether the certificate, the latest if there were several, has expired. */
    boolean hasExpired(Date now) {
        return notAfter > 0 && notAfter < now.getTime();
    }

    /**
     * The name to expect of a server whose certificate is for others: the one that has most of the dialled name's end.
     *
     * @return null when the certificate, or one of several, has no name that can be expected
     */
    String referenceIdentifier() {
        String best = null;
        int most = -1;
        for (String name : names == null ? Collections.<String>emptySet() : names) {
            int common = commonLabels(name, peer.host());
            if (common > most) {
                best = name;
                most = common;
            }
        }
        return best;
    }

    private static int commonLabels(String a, String b) {
        String[] left = a.split("\\.");
        String[] right = b.split("\\.");
        int common = 0;
        while (common < Math.min(left.length, right.length)
                && left[left.length - 1 - common].equalsIgnoreCase(right[right.length - 1 - common])) {
            common++;
        }
        return common;
    }

    /** What speaks for an entry, in lines for a person; not escaped. */
    List<String> evidence(Rule rule) {
        List<String> lines = new ArrayList<>();
        Sightings seen = sightings.get(rule);
        if (seen == null) {
            lines.add(who() + ": verified by a pin of the policy in force, " + times(pinnedHandshakes));
        } else {
            StringBuilder causes = new StringBuilder();
            for (Cause cause : seen.causes) {
                causes.append(causes.length() == 0 ? "" : ", ")
                        .append(rule.id())
                        .append('/')
                        .append(cause.id());
            }
            lines.add(who() + ": " + causes + ", " + times(seen.count) + period(seen));
            for (String culprit : seen.culprits) {
                lines.add("  by " + culprit);
            }
        }
        if (certificate != null && (rule == Rule.TRUST || rule == Rule.NAME || rule == Rule.KEY)) {
            lines.add("  certificate of " + certificate.subject()
                    + (certificate.issuer() == null || certificate.issuer().equals(certificate.subject())
                            ? ""
                            : ", issued by " + certificate.issuer())
                    + (notAfter > 0 ? ", valid until " + Day.of(new Date(notAfter)) : ""));
        }
        return lines;
    }

    String who() {
        return peer == null ? "code " + origin : isClient() ? "client " + peer : peer.toString();
    }

    private static String times(long count) {
        return count == 1 ? "once" : count + " times";
    }

    private static String period(Sightings seen) {
        if (seen.last <= 0 || seen.first == Long.MAX_VALUE) {
            return "";
        }
        String first = Day.of(new Date(seen.first));
        String last = Day.of(new Date(seen.last));
        return first.equals(last) ? ", on " + first : ", from " + first + " to " + last;
    }

    private static String pin(String spkiSha256) {
        try {
            return spkiSha256 == null ? null : Pin.parse("sha256/" + spkiSha256).toString();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static long time(String iso) {
        try {
            return iso == null ? 0 : Instant.parse(iso).toEpochMilli();
        } catch (DateTimeException | ArithmeticException e) {
            return 0;
        }
    }

    /** Names that a policy can expect: no wildcards. The common name counts where there is no other. */
    private static Set<String> usableNames(CertificateFacts shown) {
        Set<String> usable = new LinkedHashSet<>();
        boolean named = false;
        for (String name : shown.names()) {
            boolean ofHost = !name.startsWith("email:") && !name.startsWith("uri:") && !name.startsWith("dns:");
            named |= ofHost;
            addIfUsable(ofHost ? name : null, usable);
        }
        if (!named && shown.subject() != null) {
            addIfUsable(commonName(shown.subject()), usable);
        }
        return usable;
    }

    private static void addIfUsable(String name, Set<String> usable) {
        String pattern = name == null || name.equals("any")
                ? null
                : Peer.of(Role.SERVER, name, -1).pattern();
        if (pattern != null && usable.size() < MOST_NAMES) {
            usable.add(pattern);
        }
    }

    private static String commonName(String subject) {
        String found = null;
        try {
            for (Rdn part : new LdapName(subject).getRdns()) {
                if (part.getType().equalsIgnoreCase("CN")) {
                    found = part.getValue().toString();
                }
            }
        } catch (InvalidNameException e) {
            return null; // cut short by the report, or no name at all
        }
        return found;
    }
}
