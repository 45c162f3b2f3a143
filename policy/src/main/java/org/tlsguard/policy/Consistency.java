package org.tlsguard.policy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds entries that contradict each other, or can never apply: their author meant something else. */
final class Consistency {
    private final Problems problems;
    private final Limits general;
    /** The line of the first destination with that role and pattern. */
    private final Map<String, Integer> firstLines = new HashMap<>();

    private final Set<HostPattern> pinned = new HashSet<>();
    private final List<Destination> anyName = new ArrayList<>();
    private final List<Fields> anyNameFields = new ArrayList<>();
    private final PatternCover nameExemptions = new PatternCover();
    private final List<Exemption> exemptions = new ArrayList<>();
    private final List<Fields> exemptionFields = new ArrayList<>();
    private final Set<Protocol> forbiddenSomewhere = EnumSet.allOf(Protocol.class);
    private boolean limitsDiffer;

    Consistency(Problems problems, Limits general) {
        this.problems = problems;
        this.general = general;
        forbiddenSomewhere.removeAll(general.protocols());
    }

    void add(Destination destination, Fields fields) {
        checkReachable(destination, fields);
        if (!destination.pins.isEmpty()) {
            pinned.addAll(destination.patterns);
        }
        if (destination.anyName) {
            anyName.add(destination);
            anyNameFields.add(fields);
        }
        if (destination.limits != general) {
            limitsDiffer = true;
            Set<Protocol> forbidden = EnumSet.allOf(Protocol.class);
            forbidden.removeAll(destination.limits.protocols());
            forbiddenSomewhere.addAll(forbidden);
        }
    }

    void add(Exemption exemption, Fields fields) {
        exemptions.add(exemption);
        exemptionFields.add(fields);
        boolean anyOrigin = exemption.origin().isEmpty();
        boolean mismatch = exemption.allow().isEmpty() || exemption.allow().contains(Cause.MISMATCH.id());
        if (exemption.rule() == Rule.NAME && mismatch && anyOrigin) {
            nameExemptions.add(exemption.patterns());
        }
    }

    /** Asks what can be answered only when all entries are known. */
    void check() {
        for (int i = 0; i < exemptions.size(); i++) {
            checkScope(exemptions.get(i), exemptionFields.get(i));
            checkRisk(exemptions.get(i), exemptionFields.get(i));
            checkNeeded(exemptions.get(i), exemptionFields.get(i));
        }
        for (int i = 0; i < anyName.size(); i++) {
            for (HostPattern pattern : anyName.get(i).patterns) {
                if (!nameExemptions.covers(pattern)) {
                    problems.add(
                            anyNameFields.get(i).get("name"),
                            "name: any needs an exemption from the rule name that matches " + pattern);
                    break;
                }
            }
        }
    }

    private void checkReachable(Destination destination, Fields fields) {
        int taken = 0;
        int earlier = 0;
        for (HostPattern pattern : destination.patterns) {
            String role = destination.role.id() + ' ';
            Integer line = firstLines.get(role + pattern.withoutPort());
            line = line == null ? firstLines.get(role + pattern) : line;
            if (line != null) {
                taken++;
                earlier = line;
            }
        }
        for (HostPattern pattern : destination.patterns) {
            String key = destination.role.id() + ' ' + pattern;
            if (!firstLines.containsKey(key)) {
                firstLines.put(key, fields.node().line());
            }
        }
        if (taken > 0 && taken == destination.patterns.size()) {
            problems.add(
                    fields.get("match"),
                    "this destination is never used: the first that matches counts, and that is in line " + earlier);
        }
    }

    private void checkScope(Exemption exemption, Fields fields) {
        if (!fields.has("match") && !fields.has("origin") && fields.node().is(Node.Kind.MAP)) {
            problems.add(fields.node(), "an exemption has match or origin, or both; this one would hold everywhere");
        }
        if (exemption.rule() == Rule.CONFIGURATION && fields.has("match")) {
            problems.add(
                    fields.get("match"),
                    "the rule configuration has no peer, so that this exemption can match nothing; use origin alone");
        }
    }

    private void checkRisk(Exemption exemption, Fields fields) {
        boolean risky = exemption.rule() == Rule.TRUST || exemption.rule() == Rule.NAME;
        if (!risky || fields.has("accept-risk")) {
            return;
        }
        if (exemption.patterns().isEmpty() || !pinned.containsAll(exemption.patterns())) {
            problems.add(
                    fields.node(),
                    "an exemption from the rule " + exemption.rule().id()
                            + " needs a destination with the same match and a pin, or accept-risk: "
                            + PolicyLoader.ACCEPT_RISK);
        }
    }

    /** An exemption from what nothing forbids is a mistake, or a leftover that waits for the day it becomes one. */
    private void checkNeeded(Exemption exemption, Fields fields) {
        boolean values = false;
        for (String allowed : exemption.allow()) {
            if (Cause.of(allowed) == null) {
                values = true;
                if (isForbiddenSomewhere(exemption.rule(), allowed)) {
                    return;
                }
            }
        }
        if (values) {
            problems.add(fields.get("allow"), "this exemption can match nothing: no rule of this policy forbids that");
        }
    }

    private boolean isForbiddenSomewhere(Rule rule, String allowed) {
        if (rule == Rule.PROTOCOL) {
            Protocol protocol = Protocol.of(allowed);
            return protocol == null || forbiddenSomewhere.contains(protocol);
        }
        return limitsDiffer || allowed.indexOf('*') >= 0 || !general.allows(new CipherSuite(allowed));
    }
}
