package org.tlsguard.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes a policy as YAML that reads back as the same policy, with the defaults spelt out. */
final class PolicyWriter {
    private final StringBuilder yaml = new StringBuilder();

    private PolicyWriter() {}

    static String write(Definition definition) {
        PolicyWriter writer = new PolicyWriter();
        writer.general(definition);
        writer.destinations(definition.destinations);
        writer.exemptions(definition.exemptions);
        return writer.yaml.toString();
    }

    private void general(Definition definition) {
        line("", "version", "1");
        if (definition.mode != null) {
            line("", "mode", definition.mode.id());
        }
        quoted("", "log", definition.log);
        line("", "baseline", definition.baseline.id());
        effective("", definition.limits);
        subtraction("", definition.subtraction);
        quoted("", "candidate", definition.candidateText);
        yaml.append("rules:\n");
        for (Rule rule : Rule.values()) {
            Mode mode = definition.rules.get(rule);
            if (mode != null || rule == Rule.REVOCATION) {
                line("  ", rule.id(), mode == null ? Mode.OFF.id() : mode.id());
            }
        }
        yaml.append("trust:\n");
        list("  ", "anchors", definition.anchors);
        line("  ", "application-anchors", definition.applicationAnchors ? "accept" : "ignore");
        list("  ", "distrust", definition.distrusted);
        yaml.append("name:\n");
        line("  ", "matching", definition.nameMatching.id());
        line("  ", "application-verifiers", definition.applicationVerifiers ? "accept" : "ignore");
        yaml.append("report:\n");
        quoted("  ", "directory", definition.reportDirectory);
        line("  ", "events", String.valueOf(definition.reportEvents));
    }

    private void destinations(List<Destination> destinations) {
        yaml.append(destinations.isEmpty() ? "destinations: []\n" : "destinations:\n");
        for (Destination destination : destinations) {
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
                yaml.append("    rules:\n");
                for (Map.Entry<Rule, Mode> rule : destination.rules.entrySet()) {
                    line("      ", rule.getKey().id(), rule.getValue().id());
                }
            }
            quoted("    ", "reason", destination.reason);
            quoted("    ", "owner", destination.owner);
            if (destination.expiryDay != null) {
                line("    ", "expires", destination.expiryDay);
            }
        }
    }

    private void exemptions(List<Exemption> exemptions) {
        yaml.append(exemptions.isEmpty() ? "exemptions: []\n" : "exemptions:\n");
        for (Exemption exemption : exemptions) {
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
            yaml.append(indent).append("protocols:\n");
            if (subtraction.oldest != null) {
                line(indent + "  ", "min", subtraction.oldest.id());
            }
            list(indent + "  ", "disable", versions);
        }
        if (!subtraction.suites.isEmpty()) {
            yaml.append(indent).append("ciphers:\n");
            list(indent + "  ", "disable", subtraction.suites);
        }
        if (subtraction.rsa + subtraction.dh + subtraction.ec > 0 || !subtraction.hashes.isEmpty()) {
            yaml.append(indent).append("keys:\n");
            size(indent + "  ", "rsa", subtraction.rsa);
            size(indent + "  ", "dh", subtraction.dh);
            size(indent + "  ", "ec", subtraction.ec);
            list(indent + "  ", "disable", subtraction.hashes);
        }
    }

    private void size(String indent, String key, int bits) {
        if (bits > 0) {
            line(indent, key, String.valueOf(bits));
        }
    }

    private void line(String indent, String key, String value) {
        yaml.append(indent).append(key).append(": ").append(value).append('\n');
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
        yaml.append("]\n");
    }

    private static String join(List<String> words) {
        StringBuilder joined = new StringBuilder();
        for (String word : words) {
            joined.append(joined.length() == 0 ? "" : ", ").append(word);
        }
        return joined.toString();
    }
}
