package org.tlsguard.policy;

import java.io.File;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns the file into a policy, or into everything that is wrong with it. Strict: what is not understood is not skipped,
 * for a protection that was misspelt is none.
 */
final class PolicyLoader {
    private static final List<String> TOP = Fields.keys(
            "version",
            "mode",
            "log",
            "baseline",
            "protocols",
            "ciphers",
            "keys",
            "candidate",
            "rules",
            "trust",
            "name",
            "report",
            "destinations",
            "exemptions");
    private static final List<String> DESTINATION = Fields.keys(
            "match", "role", "anchors", "pins", "name", "scheme", "baseline", "protocols", "ciphers", "keys", "rules");
    private static final List<String> EXEMPTION =
            Fields.keys("rule", "allow", "match", "origin", "reason", "owner", "expires", "accept-risk");
    private static final List<String> MODES = Fields.keys("off", "audit", "enforce");
    private static final List<String> ACCEPT_IGNORE = Fields.keys("accept", "ignore");
    private static final List<String> STRICT_STANDARD = Fields.keys("strict", "standard");
    private static final List<String> ROLES = Fields.keys("server", "client");
    static final String ACCEPT_RISK = "I-DONT-CARE-ABOUT-SECURITY";

    private final File file;
    private final Problems problems;
    private final LimitsReader limitsReader;
    private final Definition definition = new Definition();
    /** Most destinations share a few limits; each set of limits remembers the suites it judged. */
    private final Map<Baseline, Limits> limitsByBaseline = new HashMap<>();

    private PolicyLoader(File file, Problems problems) {
        this.file = file;
        this.problems = problems;
        this.limitsReader = new LimitsReader(problems);
    }

    static Policy load(File file) throws PolicyException {
        Problems problems = new Problems(file.getPath());
        byte[] bytes = PolicyFile.bytes(file, problems);
        problems.check();
        String text = PolicyFile.text(bytes, problems);
        problems.check();
        Node root = YamlReader.read(text, problems);
        if (root == null) {
            problems.addIfNone(1, 1, "the policy is empty; it needs at least: version: 1");
            problems.check();
        }
        PolicyLoader loader = new PolicyLoader(file, problems);
        loader.policy(root);
        problems.check();
        return new Policy(loader.definition, Digest.of(bytes));
    }

    private void policy(Node root) {
        Fields top = new Fields(root, "the policy", problems, TOP);
        version(top);
        definition.source = file.getPath();
        definition.mode = Mode.of(top.word("mode", MODES));
        definition.log = top.text("log");
        Baseline baseline = limitsReader.baseline(top);
        definition.baseline = baseline == null ? Baseline.INTERMEDIATE : baseline;
        definition.subtraction = limitsReader.subtraction(top);
        definition.limits = new Limits(definition.baseline, definition.subtraction);
        limitsReader.checkSomethingIsLeft(definition.limits, top);
        definition.rules = rules(top);
        candidate(top);
        trust(top);
        name(top);
        report(top);
        Consistency consistency = new Consistency(problems, definition.limits);
        List<Destination> destinations = new ArrayList<>();
        for (Node node : top.entries("destinations")) {
            Fields fields = new Fields(node, "a destination", problems, DESTINATION);
            Destination destination = destination(fields);
            destinations.add(destination);
            consistency.add(destination, fields);
        }
        definition.destinations = Collections.unmodifiableList(destinations);
        List<Exemption> exemptions = new ArrayList<>();
        for (Node node : top.entries("exemptions")) {
            Fields fields = new Fields(node, "an exemption", problems, EXEMPTION);
            Exemption exemption = exemption(fields);
            exemptions.add(exemption);
            consistency.add(exemption, fields);
        }
        definition.exemptions = Collections.unmodifiableList(exemptions);
        consistency.check();
    }

    private void version(Fields top) {
        Node version = top.required("version");
        if (version != null
                && !version.is(Node.Kind.INVALID)
                && !(version.is(Node.Kind.NUMBER) && version.text().equals("1"))) {
            problems.add(version, "version is 1, not " + version.described() + "; this tlsguard knows no other");
        }
    }

    private Map<Rule, Mode> rules(Fields fields) {
        if (!fields.has("rules")) {
            return Collections.emptyMap();
        }
        Fields inner = new Fields(fields.get("rules"), "rules", problems, ruleIds());
        Map<Rule, Mode> rules = new EnumMap<>(Rule.class);
        for (Rule rule : Rule.values()) {
            Mode mode = Mode.of(inner.word(rule.id(), MODES));
            if (mode != null) {
                rules.put(rule, mode);
            }
        }
        return rules;
    }

    private void candidate(Fields top) {
        String text = top.text("candidate");
        if (text != null) {
            definition.candidateText = text;
            definition.candidate = usable(text, top.get("candidate"), "");
            if (definition.candidate != null && definition.candidate.equals(resolve(file.getName()))) {
                problems.add(top.get("candidate"), "a policy cannot be its own candidate");
            }
        }
    }

    private void trust(Fields top) {
        if (!top.has("trust")) {
            return;
        }
        Fields trust = new Fields(
                top.get("trust"), "trust", problems, Fields.keys("anchors", "application-anchors", "distrust"));
        if (trust.has("anchors")) {
            definition.anchors = anchors(trust);
        }
        definition.applicationAnchors = !"ignore".equals(trust.word("application-anchors", ACCEPT_IGNORE));
        definition.distrusted = pins(trust, "distrust");
    }

    private void name(Fields top) {
        if (!top.has("name")) {
            return;
        }
        Fields name = new Fields(top.get("name"), "name", problems, Fields.keys("matching", "application-verifiers"));
        NameMatching matching = NameMatching.of(name.word("matching", STRICT_STANDARD));
        definition.nameMatching = matching == null ? NameMatching.STANDARD : matching;
        definition.applicationVerifiers = !"ignore".equals(name.word("application-verifiers", ACCEPT_IGNORE));
    }

    private void report(Fields top) {
        Node report = top.get("report");
        if (report != null && report.is(Node.Kind.MAP)) {
            Fields fields = new Fields(report, "report", problems, Fields.keys("directory", "events"));
            definition.reportDirectory = fields.text("directory");
            definition.reportEvents = fields.flag("events");
        } else {
            definition.reportDirectory = top.text("report");
        }
    }

    private Destination destination(Fields fields) {
        Destination destination = new Destination();
        destination.where = where(fields);
        fields.required("match");
        destination.patterns = patterns(fields);
        destination.role = "client".equals(fields.word("role", ROLES)) ? Role.CLIENT : Role.SERVER;
        destination.anchors = fields.has("anchors") ? anchors(fields) : null;
        destination.pins = pins(fields, "pins");
        referenceIdentifier(fields, destination);
        scheme(fields, destination);
        destination.baseline = limitsReader.baseline(fields);
        destination.subtraction = limitsReader.subtraction(fields);
        destination.limits = limits(destination, fields);
        destination.rules = rules(fields);
        return destination;
    }

    private void referenceIdentifier(Fields fields, Destination destination) {
        String name = fields.text("name");
        if (name == null) {
            return;
        }
        destination.anyName = name.equals("any");
        if (!destination.anyName) {
            Host host = Host.of(name);
            if (host.name() == null && IpAddress.strict(name) == null) {
                problems.add(fields.get("name"), "name is a host name, an IP address or any");
            }
            destination.name = name;
        }
        if (destination.role == Role.CLIENT) {
            problems.add(fields.get("name"), "a client is not dialled: it has no name to expect");
        }
    }

    private void scheme(Fields fields, Destination destination) {
        List<String> ids = new ArrayList<>();
        for (Scheme scheme : Scheme.values()) {
            ids.addAll(scheme.ids());
        }
        Scheme scheme = Scheme.of(fields.word("scheme", ids));
        destination.scheme = scheme == null ? Scheme.HTTPS : scheme;
        if (scheme != null && destination.role == Role.CLIENT) {
            problems.add(fields.get("scheme"), "a client is not dialled: no rules for names hold for it");
        }
    }

    private Limits limits(Destination destination, Fields fields) {
        if (destination.subtraction != Subtraction.NOTHING) {
            Baseline baseline = destination.baseline == null ? definition.baseline : destination.baseline;
            Limits own = new Limits(baseline, definition.subtraction, destination.subtraction);
            limitsReader.checkSomethingIsLeft(own, fields);
            return own;
        }
        if (destination.baseline == null || destination.baseline == definition.baseline) {
            return definition.limits;
        }
        Limits shared = limitsByBaseline.get(destination.baseline);
        if (shared == null) {
            shared = new Limits(destination.baseline, definition.subtraction);
            limitsByBaseline.put(destination.baseline, shared);
            limitsReader.checkSomethingIsLeft(shared, fields);
        }
        return shared;
    }

    private Exemption exemption(Fields fields) {
        fields.required("rule");
        Rule rule = Rule.of(fields.word("rule", ruleIds()));
        String expires = fields.requiredText("expires");
        long end = 0;
        if (expires != null) {
            try {
                end = Day.end(expires);
            } catch (IllegalArgumentException e) {
                problems.add(fields.get("expires"), "expires: " + e.getMessage());
            }
        }
        String risk = fields.text("accept-risk");
        if (risk != null && !risk.equals(ACCEPT_RISK)) {
            problems.add(fields.get("accept-risk"), "accept-risk has to read " + ACCEPT_RISK + ", word for word");
        }
        return new Exemption(
                rule,
                allow(fields, rule),
                patterns(fields),
                strings(fields.texts("match")),
                origins(fields),
                fields.requiredText("reason"),
                fields.requiredText("owner"),
                expires,
                end,
                risk != null,
                where(fields));
    }

    private static List<String> ruleIds() {
        List<String> ids = new ArrayList<>();
        for (Rule rule : Rule.values()) {
            ids.add(rule.id());
        }
        return ids;
    }

    private List<String> allow(Fields fields, Rule rule) {
        List<Node> nodes = fields.texts("allow");
        if (rule != null) {
            List<String> causes = new ArrayList<>();
            for (Cause cause : Catalogue.causes(rule)) {
                causes.add(cause.id());
            }
            for (Node node : nodes) {
                String problem = causes.contains(node.text()) ? null : allowed(node.text(), rule, causes);
                if (problem != null) {
                    problems.add(node, problem);
                }
            }
        }
        return strings(nodes);
    }

    private static String allowed(String text, Rule rule, List<String> causes) {
        String what = Problems.shown(text);
        if (Cause.of(text) != null) {
            return "the rule " + rule.id() + " has no cause " + what + Suggestion.among(text, causes);
        }
        if (rule == Rule.CIPHER) {
            return SuitePattern.problem(text);
        }
        if (rule == Rule.PROTOCOL) {
            List<String> words = new ArrayList<>(causes);
            words.addAll(LimitsReader.VERSIONS);
            return words.contains(text)
                    ? null
                    : what + " is neither a version of TLS nor a cause" + Suggestion.among(text, words);
        }
        return "the rule " + rule.id() + " has no cause " + what + Suggestion.among(text, causes);
    }

    private List<String> origins(Fields fields) {
        List<Node> nodes = fields.texts("origin");
        for (Node node : nodes) {
            String problem = OriginPattern.problem(node.text());
            if (problem != null) {
                problems.add(node, problem);
            }
        }
        return strings(nodes);
    }

    private List<HostPattern> patterns(Fields fields) {
        List<HostPattern> patterns = new ArrayList<>(1);
        for (Node node : fields.texts("match")) {
            try {
                patterns.add(HostPattern.parse(node.text()));
            } catch (IllegalArgumentException e) {
                problems.add(node, "match " + Problems.shown(node.text()) + ": " + e.getMessage());
            }
        }
        return patterns;
    }

    private List<Pin> pins(Fields fields, String key) {
        List<Pin> pins = new ArrayList<>(1);
        for (Node node : fields.texts(key)) {
            try {
                pins.add(Pin.parse(node.text()));
            } catch (IllegalArgumentException e) {
                problems.add(node, e.getMessage());
            }
        }
        return Collections.unmodifiableList(pins);
    }

    private List<AnchorSource> anchors(Fields fields) {
        List<AnchorSource> anchors = new ArrayList<>(1);
        for (Node node : fields.texts("anchors")) {
            String text = node.text();
            if (text.equals("jvm")) {
                anchors.add(AnchorSource.JVM);
            } else if (text.equals("os")) {
                anchors.add(AnchorSource.OS);
            } else {
                File anchor = usable(text, node, Suggestion.among(text, Fields.keys("jvm", "os")));
                String problem = anchor == null ? null : AnchorFile.problem(anchor);
                if (problem != null) {
                    problems.add(node, Problems.shown(anchor.getPath()) + ": " + problem);
                } else if (anchor != null) {
                    anchors.add(AnchorSource.file(text, anchor));
                }
            }
        }
        return Collections.unmodifiableList(anchors);
    }

    /** Returns a file that the policy names, or null after reporting why it cannot be used. */
    private File usable(String text, Node at, String hint) {
        File resolved = resolve(text);
        String obstacle = PolicyFile.obstacle(resolved);
        if (obstacle != null) {
            problems.add(at, Problems.shown(resolved.getPath()) + ": " + obstacle + hint);
            return null;
        }
        return resolved;
    }

    private File resolve(String text) {
        File named = new File(text);
        return named.isAbsolute() ? named : new File(file.getAbsoluteFile().getParentFile(), text);
    }

    private String where(Fields fields) {
        return file.getName() + ':' + fields.node().line();
    }

    private static List<String> strings(List<Node> nodes) {
        List<String> texts = new ArrayList<>(nodes.size());
        for (Node node : nodes) {
            texts.add(node.text());
        }
        return Collections.unmodifiableList(texts);
    }
}
