package org.tlsguard.samples.applications;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tlsguard.samples.tests.HallOfShame.Finding;
import org.tlsguard.samples.tests.Run;

/**
 * What came of opening the shop.
 *
 * @param guest what became of the client that came to the shop's container, if one did
 * @param told whether the servers were told the password, in the order of {@link Peers}
 * @param ports where they were
 */
record Encounter(Run run, Optional<Run> guest, List<Boolean> told, List<Integer> ports) {

    /** Some containers put time and thread before what is said. */
    private static final Pattern SHOP = Pattern.compile("(?:.* )?((?:crm|bank|impostor) (?:GOT|FAILED)) .*");

    /** A container shows the command line it was started with. */
    private static final Pattern COMMAND_LINE = Pattern.compile("-javaagent:|Command line argument");

    static Encounter of(Run run, Optional<Run> guest, Peers peers) {
        return new Encounter(
                run,
                guest,
                Stream.of(peers.crm(), peers.bank(), peers.impostor())
                        .map(each -> each.journal().applicationData().contains("s3cret"))
                        .toList(),
                List.of(
                        peers.crm().port(),
                        peers.bank().port(),
                        peers.impostor().port()));
    }

    /** How the shop says it went, in three lines. */
    List<String> said() {
        return run.stdout()
                .lines()
                .map(SHOP::matcher)
                .filter(Matcher::matches)
                .map(line -> line.group(1))
                .toList();
    }

    /** All lines of its output, in an order of their own, without what is different each time. */
    String log() {
        return log(run, directory().toString());
    }

    /** Likewise of the client that came to the container; empty when none did. */
    String guestLog() {
        return guest.map(each -> log(each, directory().toString())).orElse("");
    }

    /** All lines of the output of what ran in that directory, likewise. */
    static String log(Run run, String directory) {
        return Stream.of(run.stdout(), run.stderr())
                .flatMap(String::lines)
                .filter(line -> !COMMAND_LINE.matcher(line).find())
                .map(line -> line.replace(directory, "DIRECTORY")
                        .replaceAll("\u001b\\[[0-9;]*m", "")
                        .replaceAll("@[0-9a-f]+", "@#")
                        .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}|([0-9a-f]{2}:){9,}[0-9a-f]{2}", "#")
                        .replaceAll("[0-9]+([.:,][0-9]+)*", "#"))
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    /** Where it ran. */
    Path directory() {
        return run.reportDirectory().getParent();
    }

    List<Finding> findingsAt(int peer) {
        return run.report().findings().stream()
                .filter(finding -> finding.peer() != null
                        && finding.peer().port() != null
                        && finding.peer().port().equals(ports.get(peer)))
                .toList();
    }
}
