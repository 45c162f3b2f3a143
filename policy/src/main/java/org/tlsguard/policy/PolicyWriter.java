package org.tlsguard.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes a policy as YAML that reads back as the same policy, with the defaults spelt out. On demand, a comment says of each
 * value where it comes from.
 */
final class PolicyWriter {
    private static final String DEFAULT = "default";

    private final StringBuilder yaml = new StringBuilder();
    /** The name of the file; null when origins are not asked for. */
    private final String file;
    /** The map that is being written, as it stands in the file; null where the file has none. */
    private Node map;

    private PolicyWriter(String file, Node root) {
        this.file = file;
        this.map = root;
    }

    static String write(Definition definition) {
        return new PolicyWriter(null, null).all(definition);
    }

    /**
     * @param file what comments call the file
     * @param root what the file holds; null when there is no file
     */
    static String writeWithOrigins(Definition definition, String file, Node root) {
        return new PolicyWriter(file, root).all(definition);
    }

    private String all(Definition definition) {
        general(definition);
        destinations(definition.destinations);
        exemptions(definition.exemptions);
        return yaml.toString();
    }

    private void general(Definition definition) {
        line("", "version", "1");
        if (definition.mode != null) {
            line("", "mode", definition.mode.id());
        } else {
            byDefault("", "mode", Mode.AUDIT.id());
        }
        if (definition.log != null) {
            quoted("", "log", definition.log);
        } else {
            byDefault("", "log", "stderr");
        }
        line("", "baseline", definition.baseline.id());
        effective("", definition.limits);
        subtraction("", definition.subtraction);
        quoted("", "candidate", definition.candidateText);
        Node root = enter("rules");
        for (Rule rule : Rule.values()) {
            Mode mode = definition.rules.get(rule);
            if (mode != null || rule == Rule.REVOCATION) {
                line("  ", rule.id(), mode == null ? Mode.OFF.id() : mode.id());
            } else {
                byDefault("  ", rule.id(), "the mode");
            }
        }
        map = root;
        enter("trust");
        list("  ", "anchors", definition.anchors);
        line("  ", "application-anchors", definition.applicationAnchors ? "accept" : "ignore");
        list("  ", "distrust", definition.distrusted);
        map = root;
        enter("name");
        line("  ", "matching", definition.nameMatching.id());
        line("  ", "application-verifiers", definition.applicationVerifiers ? "accept" : "ignore");
        map = root;
        report(definition);
        map = root;
    }

    private void report(Definition definition) {
        String directory = definition.reportDirectory;
        Node given = value("report");
        boolean shortForm = given != null && !given.is(Node.Kind.MAP);
        String origin = origin("report");
        enter("report");
        if (directory == null) {
            byDefault("  ", "directory", "tlsguard-report");
        } else if (shortForm) {
            yaml.append("  directory: ")
                    .append(Yaml.quoted(directory))
                    .append(origin)
                    .append('\n');
        } else {
            quoted("  ", "directory", directory);
        }
        line("  ", "events", String.valueOf(definition.reportEvents));
    }

    /** Opens a map inside the present one; returns the present one, to go back to. */
    private Node enter(String key) {
        yaml.append(key).append(":\n");
        Node outer = map;
        map = value(key);
        return outer;
    }

    /** Goes to the entry of a list; returns the present map, to go back to. */
    private Node enter(String list, int entry) {
        Node outer = map;
        Node entries = value(list);
        map = entries == null ? null : entries.items().get(entry);
        return outer;
    }

    private Node value(String key) {
        int index = index(key);
        return index < 0 ? null : map.items().get(index);
    }

    private int index(String key) {
        if (map != null && map.is(Node.Kind.MAP)) {
            for (int i = 0; i < map.keys().size(); i++) {
                if (map.keys().get(i).text().equals(key)) {
                    return i;
                }
            }
        }
        return -1;
    }

    private String origin(String key) {
        if (file == null) {
            return "";
        }
        int index = index(key);
        return "  # "
                + (index < 0 ? DEFAULT : file + ':' + map.keys().get(index).line());
    }

    /** What holds though nobody wrote it. It is not written as if somebody had. */
    private void byDefault(String indent, String key, String value) {
        if (file != null) {
            yaml.append(indent).append("# ").append(key).append(": ").append(value);
            yaml.append("  # ").append(DEFAULT).append('\n');
        }
    }

    private void destinations(List<Destination> destinations) {
        yaml.append(destinations.isEmpty() ? "destinations: []\n" : "destinations:\n");
        for (int i = 0; i < destinations.size(); i++) {
            Destination destination = destinations.get(i);
            Node root = enter("destinations", i);
            list("  - ", "match", destination.patterns);
            line("    ", "role", destination.role.id());
            if (destination.anchors != null) {
                list("    ", "anchors", destination.anchors);
            }
            list("    ", "pins", destination.pins);
            quoted("    ", "name", destination.anyName ? "any" : destination.name);
            if (destination.role == Role.SERVER) {
                line("    ", "scheme", destination.scheme.id());
            }
            if (destination.baseline != null) {
                line("    ", "baseline", destination.baseline.id());
            }
            effective("    ", destination.limits);
            subtraction("    ", destination.subtraction);
            if (!destination.rules.isEmpty()) {
                yaml.append("    ");
                Node entry = enter("rules");
                for (Map.Entry<Rule, Mode> rule : destination.rules.entrySet()) {
                    line("      ", rule.getKey().id(), rule.getValue().id());
                }
                map = entry;
            }
            quoted("    ", "reason", destination.reason);
            quoted("    ", "owner", destination.owner);
            if (destination.expiryDay != null) {
                line("    ", "expires", destination.expiryDay);
            }
            map = root;
        }
    }

    private void exemptions(List<Exemption> exemptions) {
        yaml.append(exemptions.isEmpty() ? "exemptions: []\n" : "exemptions:\n");
        for (int i = 0; i < exemptions.size(); i++) {
            Exemption exemption = exemptions.get(i);
            Node root = enter("exemptions", i);
            line("  - ", "rule", exemption.rule().id());
            list("    ", "allow", exemption.allow());
            list("    ", "match", exemption.patterns());
            list("    ", "origin", exemption.origin());
            quoted("    ", "reason", exemption.reason());
            quoted("    ", "owner", exemption.owner());
            line("    ", "expires", exemption.expiryDay());
            if (exemption.acceptsRisk()) {
                line("    ", "accept-risk", PolicyLoader.ACCEPT_RISK);
            }
            map = root;
        }
    }

    /** A comment: as keys, these would subtract at destinations with a baseline of their own. */
    private void effective(String indent, Limits limits) {
        List<String> versions = new ArrayList<>();
        for (Protocol protocol : limits.protocols()) {
            versions.add(protocol.id());
        }
        KeyRules keys = limits.keys();
        yaml.append(indent).append("# in effect: ").append(join(versions));
        yaml.append("; RSA and DSA from ").append(keys.smallestRsa());
        yaml.append(" bits, DH from ").append(keys.smallestDh());
        yaml.append(", EC from ").append(keys.smallestEc());
        yaml.append("; no ").append(join(new ArrayList<>(keys.refusedHashes()))).append('\n');
    }

    private void subtraction(String indent, Subtraction subtraction) {
        List<String> versions = new ArrayList<>();
        for (Protocol protocol : subtraction.protocols) {
            versions.add(protocol.id());
        }
        if (subtraction.oldest != null || !versions.isEmpty()) {
            yaml.append(indent);
            Node outer = enter("protocols");
            if (subtraction.oldest != null) {
                line(indent + "  ", "min", subtraction.oldest.id());
            }
            list(indent + "  ", "disable", versions);
            map = outer;
        }
        if (!subtraction.suites.isEmpty()) {
            yaml.append(indent);
            Node outer = enter("ciphers");
            list(indent + "  ", "disable", subtraction.suites);
            map = outer;
        }
        if (subtraction.rsa + subtraction.dh + subtraction.ec > 0 || !subtraction.hashes.isEmpty()) {
            yaml.append(indent);
            Node outer = enter("keys");
            size(indent + "  ", "rsa", subtraction.rsa);
            size(indent + "  ", "dh", subtraction.dh);
            size(indent + "  ", "ec", subtraction.ec);
            list(indent + "  ", "disable", subtraction.hashes);
            map = outer;
        }
    }

    private void size(String indent, String key, int bits) {
        if (bits > 0) {
            line(indent, key, String.valueOf(bits));
        }
    }

    private void line(String indent, String key, String value) {
        yaml.append(indent)
                .append(key)
                .append(": ")
                .append(value)
                .append(origin(key))
                .append('\n');
    }

    private void quoted(String indent, String key, String value) {
        if (value != null) {
            line(indent, key, Yaml.quoted(value));
        }
    }

    private void list(String indent, String key, List<?> values) {
        if (values.isEmpty()) {
            return;
        }
        yaml.append(indent).append(key).append(": [");
        for (int i = 0; i < values.size(); i++) {
            yaml.append(i == 0 ? "" : ", ").append(Yaml.quoted(values.get(i).toString()));
        }
        yaml.append(']').append(origin(key)).append('\n');
    }

    private static String join(List<String> words) {
        StringBuilder joined = new StringBuilder();
        for (String word : words) {
            joined.append(joined.length() == 0 ? "" : ", ").append(word);
        }
        return joined.toString();
    }
}
