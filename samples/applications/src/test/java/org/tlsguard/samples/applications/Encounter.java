package org.tlsguard.samples.applications;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tlsguard.samples.tests.HallOfShame.Finding;
import org.tlsguard.samples.tests.Run;

/**
 * What came of opening the shop.
 *
 * @param told whether the servers were told the password, in the order of {@link Peers}
 * @param ports where they were
 */
record Encounter(Run run, List<Boolean> told, List<Integer> ports) {

    private static final String SHOP = "(?s)^(crm|bank|impostor) (GOT|FAILED) .*";

    /** A container shows the command line it was started with. */
    private static final Pattern COMMAND_LINE = Pattern.compile("-javaagent:|Command line argument");

    static Encounter of(Run run, Peers peers) {
        return new Encounter(
                run,
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
                .filter(line -> line.matches(SHOP))
                .map(line -> line.replaceFirst("(GOT|FAILED).*", "$1"))
                .toList();
    }

    /** All lines of its output, in an order of their own, without what is different each time. */
    String log() {
        String directory = directory().toString();
        return Stream.of(run.stdout(), run.stderr())
                .flatMap(String::lines)
                .filter(line -> !COMMAND_LINE.matcher(line).find())
                .map(line -> line.replace(directory, "DIRECTORY")
                        .replaceAll("@[0-9a-f]+", "@#")
                        .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "#")
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
