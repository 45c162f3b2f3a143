package org.tlsguard.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tlsguard.policy.Cause;
import org.tlsguard.policy.Rule;
import org.tlsguard.policy.Yaml;

/**
 * Makes the smallest policy of what was learnt, and says what it does not dare to write.
 *
 * <p>What it needs to know of enforcement: a pin settles trust and name, but not the validity period, nor the rule for
 * keys; a reference identifier settles the name alone; a version that is exempted brings its suites with it.
 */
final class LearntPolicy {

    private static final String REASON = "unreviewed";
    private static final int WIDEST = 200;
    private static final int MOST_EVIDENCE = 24;

    private final String owner;
    private final String expires;
    private final Date now;
    private final List<String> warnings = new ArrayList<>();
    /** By everything but the patterns: what is allowed to several peers alike is one entry. */
    private final Map<List<String>, Entry> destinations = new LinkedHashMap<>();

    private final Map<List<String>, Entry> exemptions = new LinkedHashMap<>();

    private static final class Entry {
        final List<String> matches = new ArrayList<>();
        final List<String> evidence = new ArrayList<>();
        int evidenceLeftOut;
    }

    /**
     * @param learner has taken in everything
     * @param owner who answers for the entries
     * @param expires their last day
     * @param now the time at which a certificate counts as expired
     */
    LearntPolicy(Learner learner, String owner, String expires, Date now) {
        this.owner = owner;
        this.expires = expires;
        this.now = now;
        for (PeerRecord record : learner.records()) {
            if (record.peer() != null) {
                identity(record);
            }
            for (Rule rule : Rule.values()) {
                if (rule != Rule.TRUST && rule != Rule.NAME && record.broke(rule)) {
                    exempt(record, rule, record.items(rule));
                }
            }
        }
        warnings.addAll(learner.remarks());
    }

    /** What a person has to know and decide, not escaped. */
    List<String> warnings() {
        return Collections.unmodifiableList(warnings);
    }

    /** How the peer is to be known: by its pin, or by another name than the dialled one. */
    private void identity(PeerRecord record) {
        if (record.broke(Rule.TRUST)) {
            String problem = problem(record);
            if (problem == null) {
                pin(record, Rule.TRUST, record.keys());
                caution(record);
            } else {
                warn(record, problem);
            }
        } else if (record.broke(Rule.NAME)) {
            String name = record.referenceIdentifier();
            if (name != null) {
                enter(destinations, record, body(record, "name: " + Yaml.quoted(name)), Rule.NAME);
            } else if (record.keys().size() == 1) {
                pin(record, Rule.NAME, record.keys());
            } else {
                warn(
                        record,
                        "its certificates have no name in common that could be expected, and "
                                + several(record.keys()));
            }
        } else if (record.pins().size() == 1) {
            pin(record, Rule.TRUST, record.pins());
        } else if (record.pins().size() > 1) {
            warn(record, "its pin changed: " + record.pins() + " have vouched for it; find out which one holds");
        }
    }

    /** Why the peer must not be pinned blindly; null when it may. */
    private static String problem(PeerRecord record) {
        if (record.broke(Rule.TRUST, Cause.PIN_MISMATCH) || !record.pins().isEmpty()) {
            return "its key is not, or not always, the one that was pinned; find out whether it was changed on purpose";
        }
        if (record.broke(Rule.TRUST, Cause.DISTRUSTED)) {
            return "its chain holds what the policy distrusts; replace its certificate";
        }
        if (record.broke(Rule.TRUST, Cause.EXPIRED)) {
            return "a certificate of a trusted authority has expired; renew it";
        }
        if (record.broke(Rule.TRUST, Cause.NOT_YET_VALID)) {
            return "a certificate of a trusted authority is not valid yet; check the clocks";
        }
        return record.keys().size() == 1 ? null : several(record.keys());
    }

    private static String several(List<String> keys) {
        return keys.isEmpty()
                ? "the report has no certificate of it that could be pinned"
                : "it was seen with different keys: " + String.join(", ", keys)
                        + "; find out which is right, and pin that one";
    }

    private void pin(PeerRecord record, Rule rule, List<String> pins) {
        enter(destinations, record, body(record, "pins: [" + Yaml.quoted(pins.get(0)) + "]"), rule);
        if (record.hasExpired(now)) {
            exempt(record, Rule.TRUST, Collections.singletonList(Cause.EXPIRED.id()));
        }
    }

    private void caution(PeerRecord record) {
        if (record.broke(Rule.TRUST, Cause.BAD_SIGNATURE) || record.broke(Rule.TRUST, Cause.NOT_A_CA)) {
            warnings.add(record.who() + ": pinned, but its chain is forged or was never right: treat it as an attack"
                    + " until shown otherwise");
        }
    }

    private void warn(PeerRecord record, String problem) {
        warnings.add(record.who() + ": not allowed: " + problem);
    }

    private List<String> body(PeerRecord record, String what) {
        List<String> body = new ArrayList<>();
        if (record.isClient()) {
            body.add("role: client");
        }
        body.add(what);
        body.addAll(signature());
        return body;
    }

    private List<String> signature() {
        List<String> lines = new ArrayList<>();
        lines.add("reason: " + REASON);
        lines.add("owner: " + Yaml.quoted(owner));
        lines.add("expires: " + expires);
        return lines;
    }

    private void exempt(PeerRecord record, Rule rule, List<String> allow) {
        List<String> body = new ArrayList<>();
        body.add("rule: " + rule.id());
        body.add("allow: [" + String.join(", ", allow) + "]");
        if (record.origin() != null) {
            body.add("origin: " + Yaml.quoted(record.origin()));
        }
        body.addAll(signature());
        enter(exemptions, record, body, rule);
        for (String suite : allow) {
            if (rule == Rule.CIPHER && suite.contains("_anon_")) {
                warnings.add(record.who() + ": allowed, but with " + suite + " anybody can be that peer");
            } else if (rule == Rule.CIPHER && suite.contains("_NULL_")) {
                warnings.add(record.who() + ": allowed, but with " + suite + " anybody can read along");
            }
        }
    }

    private static void enter(Map<List<String>, Entry> entries, PeerRecord record, List<String> body, Rule rule) {
        Entry entry = entries.get(body);
        if (entry == null) {
            entry = new Entry();
            entries.put(body, entry);
        }
        if (record.peer() != null) {
            entry.matches.add(record.peer().pattern());
        }
        for (String line : record.evidence(rule)) {
            if (entry.evidence.size() < MOST_EVIDENCE) {
                entry.evidence.add(line);
            } else {
                entry.evidenceLeftOut++;
            }
        }
    }

    /**
     * Writes the policy: printable ASCII alone, so that it survives any encoding.
     *
     * @param reports how many it was learnt from
     */
    String toYaml(int reports) {
        StringBuilder yaml = new StringBuilder();
        comment(
                yaml,
                "",
                "Learnt from " + (reports == 1 ? "one report" : reports + " reports") + " on " + Day.of(now)
                        + ". What it does not say is as in the built-in policy.");
        comment(
                yaml,
                "",
                "Nobody has reviewed it. For each entry, find out whether it has to be, and write down why; an"
                        + " entry that nobody");
        comment(yaml, "", "has changed by " + expires + " ends then.");
        if (!warnings.isEmpty()) {
            yaml.append("#\n");
            comment(yaml, "", "To be decided by you:");
            for (String warning : warnings) {
                comment(yaml, "", "- " + warning);
            }
        }
        yaml.append("version: 1\n");
        section(yaml, "destinations", destinations, true);
        section(yaml, "exemptions", exemptions, false);
        return yaml.toString();
    }

    private static void section(StringBuilder yaml, String name, Map<List<String>, Entry> entries, boolean matchFirst) {
        if (entries.isEmpty()) {
            return;
        }
        yaml.append(name).append(":\n");
        for (Map.Entry<List<String>, Entry> each : entries.entrySet()) {
            Entry entry = each.getValue();
            for (String line : entry.evidence) {
                comment(yaml, "  ", line);
            }
            if (entry.evidenceLeftOut > 0) {
                comment(yaml, "  ", "and " + entry.evidenceLeftOut + " lines more");
            }
            List<String> lines = new ArrayList<>(each.getKey());
            if (!entry.matches.isEmpty()) {
                lines.addAll(matchFirst ? 0 : 2, match(entry.matches));
            }
            String indent = "  - ";
            for (String line : lines) {
                yaml.append(indent).append(line).append('\n');
                indent = "    ";
            }
        }
    }

    private static List<String> match(List<String> patterns) {
        if (patterns.size() == 1) {
            return Collections.singletonList("match: " + Yaml.quoted(patterns.get(0)));
        }
        List<String> lines = new ArrayList<>();
        lines.add("match:");
        for (String pattern : patterns) {
            lines.add("  - " + Yaml.quoted(pattern));
        }
        return lines;
    }

    /** A comment of one line, whatever the text: it may be a peer's. */
    private static void comment(StringBuilder yaml, String indent, String text) {
        String line = Yaml.escaped(text.length() > WIDEST ? text.substring(0, WIDEST) + "..." : text);
        yaml.append(indent).append("# ").append(line).append('\n');
    }
}
