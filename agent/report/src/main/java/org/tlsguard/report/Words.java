package org.tlsguard.report;

import java.util.ArrayList;
import java.util.List;

/** Small phrases that the forms for people have in common. Text in them is not escaped yet. */
final class Words {

    private Words() {}

    /** The number with its noun, whose plural ends in s. */
    static String count(long n, String noun) {
        return n + " " + (n == 1 ? noun : noun + "s");
    }

    private static String count(long n, String one, String many) {
        return n + " " + (n == 1 ? one : many);
    }

    /** How sure one can be of what was seen in code, and whether it ever ran, in words; null for what happened. */
    static String sighting(Finding finding) {
        if (!finding.isStatic()) {
            return null;
        }
        String seen = "seen in code, " + finding.certainty();
        if (finding.execution() == null) {
            return seen;
        }
        return seen + ", "
                + (Execution.NEVER.equals(finding.execution())
                        ? "never executed so far"
                        : "executed, " + finding.execution());
    }

    /** The findings in a headline. */
    static String headline(Report report) {
        if (report.active() > 0 && report.latent() > 0) {
            return count(report.active(), "active sin") + ", " + report.latent() + " latent";
        } else if (report.active() > 0) {
            return count(report.active(), "active sin");
        } else if (report.latent() > 0) {
            return count(report.latent(), "latent sin");
        } else if (report.handshakes() > 0) {
            return "No sins";
        } else if (report.scan() != null && report.reports() == 0) {
            return "No sins in sight";
        } else {
            return "No TLS so far";
        }
    }

    /** Where the code at fault is, as a stack trace shows it, or null. */
    static String frame(Origin origin) {
        if (origin == null || origin.className() == null) {
            return null;
        }
        StringBuilder frame = new StringBuilder(origin.className());
        if (origin.method() != null) {
            frame.append('.').append(origin.method());
        }
        if (origin.file() != null) {
            frame.append('(').append(origin.file());
            if (origin.line() > 0) {
                frame.append(':').append(origin.line());
            }
            frame.append(')');
        }
        return frame.toString();
    }

    /** How often and when, in words. */
    static String seen(Finding finding) {
        String times = finding.count() == 1 ? "once" : finding.count() + " times";
        if (finding.first() == 0) {
            return times;
        } else if (finding.count() == 1 || finding.last() <= finding.first()) {
            return times + ", " + Time.words(finding.first());
        } else {
            return times + ", from " + Time.words(finding.first()) + " to " + Time.words(finding.last());
        }
    }

    /** The peer as its role and address, or null if neither says anything. */
    static String peer(PeerFacts peer) {
        return peer == null ? null : peer(peer.role(), peer.host(), peer.port());
    }

    /** The peer as its role, where it is not the usual server, and its address. */
    static String peer(String role, String host, int port) {
        String address = PeerFacts.address(host, port);
        if ("server".equals(role)) {
            return address == null ? "unknown server" : address;
        }
        return address == null ? role : role + " " + address;
    }

    /** The texts with commas between them, or null if there are none. */
    static String list(List<String> texts) {
        if (texts.isEmpty()) {
            return null;
        }
        StringBuilder list = new StringBuilder();
        for (String text : texts) {
            list.append(list.length() == 0 ? "" : ", ").append(text);
        }
        return list.toString();
    }

    /** Under which policy, where and since when, in a sentence. */
    static String circumstances(Report report) {
        if (report.scan() == null) {
            return running(report);
        }
        String scanned = "Scan of " + count(report.scan().classes(), "class", "classes")
                + (report.scan().archives() == 0
                        ? ""
                        : " in " + count(report.scan().archives(), "archive"))
                + ", of which nothing was run."
                + (report.scan().lessCertain() == 0
                        ? ""
                        : " " + report.scan().lessCertain() + " less certain than was asked for left out.");
        return report.reports() == 0 ? scanned : scanned + " " + running(report);
    }

    private static String running(Report report) {
        StringBuilder words = new StringBuilder();
        words.append(mode(report));
        if (report.policySource() != null) {
            words.append("; ");
            words.append(
                    "built-in".equals(report.policySource())
                            ? "the built-in policy"
                            : "policy " + report.policySource());
        }
        words.append("; ");
        if (report.reports() != 1) {
            words.append(report.reports()).append(" JVMs");
        } else {
            words.append("JVM ").append(report.jvmVersion() == null ? "of unknown version" : report.jvmVersion());
        }
        words.append(report.jvmVendor() == null ? "" : " by " + report.jvmVendor());
        words.append(report.pid() <= 0 ? "" : ", process " + report.pid());
        words.append(report.mainClass() == null ? "" : ", running " + report.mainClass());
        words.append(report.start() == 0 ? "" : ", since " + Time.words(report.start()));
        return words.append('.').toString();
    }

    private static String mode(Report report) {
        if ("audit".equals(report.mode())) {
            // Only a policy of somebody's own can enforce a rule, everywhere or for some peers, in audit mode too.
            return "built-in".equals(report.policySource())
                    ? "Audit mode, which reports and changes nothing"
                    : "Audit mode, which reports, and changes nothing but what the policy says to enforce";
        } else if ("enforce".equals(report.mode())) {
            return "Enforce mode, which refuses what the policy forbids";
        } else if (report.mode() != null) {
            return "Mode " + report.mode();
        } else {
            return report.reports() != 1 ? "Several modes" : "Unknown mode";
        }
    }

    /** What the candidate policy would come to, in a sentence or two; null if there is none. */
    static String candidate(Report report) {
        int refused = 0;
        int allowed = 0;
        int own = 0;
        boolean any = report.candidateSource() != null;
        for (Finding finding : report.findings()) {
            boolean isNew = finding.isCandidate();
            String outcome = isNew ? finding.outcome() : finding.candidateOutcome();
            any |= outcome != null;
            own += isNew ? 1 : 0;
            refused += "vetoed".equals(outcome) && (isNew || !"vetoed".equals(finding.outcome())) ? 1 : 0;
            allowed +=
                    "allowed".equals(outcome) || "exempted".equals(outcome) && !isNew && !finding.isExempted() ? 1 : 0;
        }
        if (!any) {
            return null;
        }
        return "The candidate policy" + (report.candidateSource() == null ? "" : " " + report.candidateSource())
                + " was tried beside it, without consequences: it would refuse what is not refused now in "
                + count(refused, "case") + " and allow what is not allowed now in " + count(allowed, "case") + "; "
                + count(own, "finding") + " would be new.";
    }

    /** What the candidate would do about a finding, in words; null if it was not asked. */
    static String byCandidate(Finding finding) {
        if (finding.candidateOutcome() == null) {
            return null;
        }
        switch (finding.candidateOutcome()) {
            case "allowed":
                return "would allow it";
            case "reported":
                return "would report it";
            case "rewritten":
                return "would make it secure";
            case "vetoed":
                return "would refuse it";
            case "exempted":
                return "would allow it by an exemption";
            default:
                return finding.candidateOutcome();
        }
    }

    /** What makes the report less than complete, a sentence each. */
    static List<String> warnings(Report report) {
        List<String> warnings = new ArrayList<String>();
        for (HookStatus hook : report.hooks()) {
            if (hook.isFailed()) {
                warnings.add("The hook \u201c" + hook.name()
                        + "\u201d failed"
                        + (hook.detail() == null ? "" : " (" + hook.detail() + ")")
                        + ": what passes there is neither seen nor guarded.");
            }
        }
        if (report.scan() != null) {
            warnings.addAll(report.scan().problems());
        }
        if (report.droppedFindings() > 0) {
            warnings.add("There was more than this report can hold: "
                    + count(report.droppedFindings(), "further sighting") + " went unrecorded.");
        }
        if (report.internalErrors() > 0) {
            warnings.add("tlsguard met " + count(report.internalErrors(), "fault") + " of its own.");
        }
        return warnings;
    }

    /** What a rule asks, and how the answer turned out to be bad. */
    static String meaning(String rule, String cause) {
        return question(rule) + " Cause: " + cause + ".";
    }

    private static String question(String rule) {
        switch (rule) {
            case "trust":
                return "Does the peer's chain lead to a trust anchor, in time, by sound signatures and constraints?";
            case "name":
                return "Is the peer the host that was dialled (RFC 9525)?";
            case "protocol":
                return "Is the version of TLS one that still protects?";
            case "cipher":
                return "Is the cipher suite one that still protects?";
            case "key":
                return "Are the keys and signatures of the chain, and those of the key exchange, strong enough?";
            case "revocation":
                return "Has the certificate been revoked?";
            case "configuration":
                return "Do switches of the whole JVM weaken TLS?";
            case "coverage":
                return "Is there a TLS engine that tlsguard cannot see or guard?";
            default:
                return "Rule " + rule + ".";
        }
    }

    /** Whose anchors those of a trust store are. */
    static String store(TrustStore store) {
        switch (store.name()) {
            case TrustStore.APPLICATION:
                return "the application";
            case "jvm":
                return "the policy: the JVM's trust store";
            case "os":
                return "the policy: the operating system's trust store";
            default:
                return "the policy: " + store.name();
        }
    }

    /** Whether a hook is at work, in a word. */
    static String state(HookStatus hook) {
        if (hook.state() != null) {
            return hook.state();
        }
        return hook.live() ? "live" : "not live";
    }
}
