package org.tlsguard.cli;

import java.io.File;
import java.io.PrintStream;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import javax.net.ssl.SSLContext;
import org.tlsguard.policy.Catalogue;
import org.tlsguard.policy.Cause;
import org.tlsguard.policy.Exemption;
import org.tlsguard.policy.KeyRules;
import org.tlsguard.policy.Match;
import org.tlsguard.policy.Mode;
import org.tlsguard.policy.Peer;
import org.tlsguard.policy.PeerPolicy;
import org.tlsguard.policy.Policy;
import org.tlsguard.policy.Role;
import org.tlsguard.policy.Rule;
import org.tlsguard.report.Escape;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code policy explain}: what a policy means for one peer. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        headerHeading = Help.NAME + "policy explain - ",
        header = "tell what a policy means for one peer",
        synopsisHeading = Help.SYNOPSIS,
        descriptionHeading = Help.DESCRIPTION,
        description = {
            "Prints which destination and which exemptions of a policy apply to a peer and why, and what would be allowed"
                    + " in connections with it. Nothing is looked up and no connection is made."
        },
        parameterListHeading = Help.ARGUMENTS,
        optionListHeading = Help.OPTIONS,
        exitCodeListHeading = Help.EXIT_STATUS,
        exitCodeList = {"0:the policy was explained", "2:wrong arguments", "78:the policy cannot be used"},
        footerHeading = Help.EXAMPLES,
        footer = {
            "  " + Main.NAME + " policy explain policy.yaml mainframe.corp:992",
            "  " + Main.NAME + " policy explain policy.yaml [fd00::17]:443 --origin com.acme.legacy.Http"
        })
final class PolicyExplainCommand implements Callable<Integer> {

    /** What protocols there are to exempt. */
    private static final String[] VERSIONS = {"SSLv2Hello", "SSLv3", "TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3"};

    private static final int MOST_OTHERS = 10;

    private final PrintStream out;
    private final Clock clock;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FILE", description = "The policy.")
    private File file;

    @Parameters(
            index = "1",
            paramLabel = "HOST[:PORT]",
            description = "The server as the application dials it; an IPv6 address with a port in brackets.")
    private String address;

    @Option(names = "--client", description = "The peer is a client, and HOST its address.")
    private boolean client;

    @Option(
            names = "--origin",
            paramLabel = "CLASS",
            description = "The class at fault, for exemptions that are limited to certain code.")
    private String origin;

    PolicyExplainCommand(PrintStream out, Clock clock) {
        this.out = out;
        this.clock = clock;
    }

    @Override
    public Integer call() throws CommandException {
        Peer peer = peer();
        Policy policy = Policies.load(file);
        PeerPolicy rules = policy.forPeer(peer);
        Date now = Date.from(clock.instant());
        out.println(Escape.line(peer.toString()));
        applies(policy, peer, rules, now);
        modes(rules, policy.mode() == null ? Mode.AUDIT : policy.mode());
        out.println();
        out.println("Allowed");
        versions(rules, now);
        suites(rules, now);
        keys(rules.keys());
        trust(rules, now);
        if (!client) {
            name(rules, now);
        }
        exempted(rules, now);
        return ExitCode.OK;
    }

    /** A colon is the one before the port, unless there are several outside of brackets: then it is an IPv6 address. */
    private Peer peer() {
        int colon = address.lastIndexOf(':');
        boolean hasPort =
                colon >= 0 && (address.indexOf(':') == colon || address.charAt(Math.max(colon - 1, 0)) == ']');
        String host = hasPort ? address.substring(0, colon) : address;
        try {
            int port = hasPort ? Integer.parseInt(address.substring(colon + 1)) : -1;
            if (host.isEmpty() || hasPort && (port < 1 || port > 65535)) {
                throw new NumberFormatException();
            }
            return Peer.of(client ? Role.CLIENT : Role.SERVER, host, port);
        } catch (NumberFormatException e) {
            throw new ParameterException(spec.commandLine(), "expected HOST or HOST:PORT instead of " + address);
        }
    }

    private void applies(Policy policy, Peer peer, PeerPolicy rules, Date now) {
        out.println();
        out.println("Applies");
        List<Match> matches = policy.destinationsMatching(peer);
        if (matches.isEmpty()) {
            line("destination", "none: what holds everywhere");
        } else {
            Match first = matches.get(0);
            line("destination", first.where() + ", because " + first.pattern() + " matches" + term(rules, now));
        }
        for (Match other : matches.subList(Math.min(1, matches.size()), Math.min(MOST_OTHERS, matches.size()))) {
            line("not used", other.where() + ": " + other.pattern() + " matches too, but the first entry counts");
        }
        for (Exemption exemption : rules.exemptions()) {
            String pattern = exemption.matchedBy(peer);
            line(
                    "exemption",
                    exemption.where() + ": " + exemption.rule().id() + " "
                            + (exemption.allow().isEmpty() ? "(whatever it forbids)" : list(exemption.allow()))
                            + (pattern == null ? ", at any peer" : ", because " + pattern + " matches")
                            + code(exemption)
                            + (exemption.isExpired(now) ? "; no longer: it expired on " : "; until ")
                            + Day.of(exemption.expires()) + "; " + exemption.owner() + ": " + exemption.reason());
        }
        if (rules.exemptions().isEmpty()) {
            line("exemptions", "none");
        }
    }

    private static String term(PeerPolicy rules, Date now) {
        String end = rules.expiryDay() == null
                ? ""
                : (rules.hasExpired(now) ? "; pins and name no longer vouch: they expired on " : "; until ")
                        + rules.expiryDay();
        String who = rules.owner() == null ? "" : "; " + rules.owner();
        return end + who + (rules.reason() == null ? "" : (who.isEmpty() ? "; " : ": ") + rules.reason());
    }

    private String code(Exemption exemption) {
        if (exemption.origin().isEmpty()) {
            return "";
        }
        String fits = origin == null
                ? " (--origin tells whether yours is)"
                : exemption.fitsOrigin(origin) ? ", as " + origin + " is" : ", and " + origin + " is not";
        return ", only for code in " + list(exemption.origin()) + fits;
    }

    private void modes(PeerPolicy rules, Mode mode) {
        out.println();
        out.println("Rules");
        for (Rule rule : Rule.values()) {
            line(rule.id(), rules.mode(rule, mode).id());
        }
    }

    private void versions(PeerPolicy rules, Date now) {
        line("versions", list(rules.protocols()));
        for (String version : VERSIONS) {
            Exemption exemption = rules.allowsProtocol(version) ? null : exemption(rules, Rule.PROTOCOL, version, now);
            if (exemption != null) {
                line("", version + ", by the exemption " + exemption.where());
            }
        }
    }

    private Exemption exemption(PeerPolicy rules, Rule rule, String value, Date now) {
        for (Cause cause : Catalogue.causes(rule)) {
            Exemption exemption = rules.exemption(rule, cause, value, origin, now);
            if (exemption != null) {
                return exemption;
            }
        }
        return null;
    }

    private void suites(PeerPolicy rules, Date now) {
        String term = "suites of this JVM";
        for (String suite : supportedSuites()) {
            boolean allowed = rules.allowsCipherSuite(suite);
            Exemption exemption = allowed ? null : exemption(rules, Rule.CIPHER, suite, now);
            boolean signal = suite.endsWith("_SCSV"); // RFC 5746 and RFC 7507: never negotiated
            if (!signal && (allowed || exemption != null)) {
                line(term, allowed ? suite : suite + ", by the exemption " + exemption.where());
                term = "";
            }
        }
    }

    private static String[] supportedSuites() {
        try {
            return SSLContext.getDefault().getSupportedSSLParameters().getCipherSuites();
        } catch (NoSuchAlgorithmException e) {
            return new String[0]; // a JVM without TLS has no suites either
        }
    }

    private void keys(KeyRules keys) {
        line(
                "keys",
                "RSA and DSA from " + keys.smallestRsa() + " bits, DH from " + keys.smallestDh() + ", EC from "
                        + keys.smallestEc());
        line("signatures", keys.refusedHashes().isEmpty() ? "any" : "not with " + list(keys.refusedHashes()));
    }

    private void trust(PeerPolicy rules, Date now) {
        line("trust anchors", list(rules.anchors()));
        if (rules.acceptsApplicationAnchors()) {
            line("", "or the application's own check of a chain");
        }
        for (Object pin : rules.pins()) {
            line("pin", pin + (rules.pinsVouch(now) ? "" : ", which no longer vouches: it only restricts"));
        }
        for (Object pin : rules.distrusted()) {
            line("distrusted", pin.toString());
        }
    }

    private void name(PeerPolicy rules, Date now) {
        String wanted = rules.referenceIdentifier(now);
        String reference = wanted == null ? "the dialled host" : wanted;
        line(
                "name",
                (rules.anyName() ? "any, as far as an exemption allows it" : reference) + "; "
                        + rules.nameMatching().id() + " matching by the rules of "
                        + rules.scheme().id());
        if (rules.acceptsApplicationVerifiers()) {
            line("", "or what a verifier of the application's own accepts, unless it accepts anything");
        }
    }

    /** What exemptions allow of the rules whose causes say it all. */
    private void exempted(PeerPolicy rules, Date now) {
        for (Rule rule : Rule.values()) {
            if (rule == Rule.PROTOCOL || rule == Rule.CIPHER) {
                continue;
            }
            for (Cause cause : Catalogue.causes(rule)) {
                Exemption exemption = rules.exemption(rule, cause, null, origin, now);
                if (exemption != null) {
                    line("exempted", rule.id() + "/" + cause.id() + ", by the exemption " + exemption.where());
                }
            }
        }
    }

    private static String list(Iterable<?> things) {
        List<String> texts = new ArrayList<>();
        for (Object thing : things) {
            texts.add(thing.toString());
        }
        return String.join(", ", texts);
    }

    private void line(String term, String text) {
        out.println(String.format(Locale.ROOT, "  %-20s%s", term, Escape.line(text)));
    }
}
