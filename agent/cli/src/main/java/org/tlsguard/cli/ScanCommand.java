package org.tlsguard.cli;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.tlsguard.report.Escape;
import org.tlsguard.report.ReportMerger;
import org.tlsguard.scan.Certainty;
import org.tlsguard.scan.Scanner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code scan}: sins visible in bytecode and configuration. */
@Command(
        name = "scan",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        headerHeading = Help.NAME + "scan - ",
        header = "find sins in classes and archives without running them",
        synopsisHeading = Help.SYNOPSIS,
        descriptionHeading = Help.DESCRIPTION,
        description = {
            "Looks for trust managers and host name verifiers that cannot refuse, for switches of libraries that turn"
                    + " verification off, and for weak versions and suites. It follows every path through the code in"
                    + " question and runs none of it.",
            "",
            "Each finding says how sure it is: certain, likely, or possible. All are latent: only a running JVM can"
                    + " tell whether harm was done. With --report, those findings are marked that JVMs have run into."
        },
        parameterListHeading = Help.ARGUMENTS,
        optionListHeading = Help.OPTIONS,
        exitCodeListHeading = Help.EXIT_STATUS,
        exitCodeList = {
            "0:the paths were scanned, and nothing was found that --fail-on asks for",
            "1:something was found that --fail-on asks for",
            "2:wrong arguments, or a file that cannot be read or written; what cannot be read inside a path is told"
                    + " in the report instead"
        },
        footerHeading = Help.EXAMPLES,
        footer = {
            "  " + Main.NAME + " scan shop.jar",
            "  " + Main.NAME + " scan --format sarif -o scan.sarif --fail-on latent target/classes",
            "  " + Main.NAME + " scan /opt/shop --report /var/log/tlsguard --format html -o shop.html"
        })
final class ScanCommand implements Callable<Integer> {

    private final PrintStream out;
    private final PrintStream err;

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "A class, a jar, war, ear or zip, or a directory of these. Archives in archives are looked"
                    + " into; so are properties and YAML.")
    private List<File> paths = new ArrayList<>();

    @Option(
            names = "--certainty",
            paramLabel = "LEVEL",
            description = "Report what is at least so sure: certain, likely (default) or possible.")
    private Certainty certainty = Certainty.LIKELY;

    @Option(
            names = "--report",
            paramLabel = "REPORT",
            description = "A report of the agent, or a report directory; may be given several times. What was found in"
                    + " code is marked as executed, or as never executed so far, and what those JVMs found is added.")
    private List<String> reports = new ArrayList<>();

    @Mixin
    private ReportOutput output;

    ScanCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() throws CommandException {
        ReportMerger merger = new ReportMerger();
        Progress progress = new Progress(err, "classes");
        try {
            merger.add(new Scanner(certainty, progress::at).scan(paths));
        } catch (IOException e) {
            throw new CommandException(ExitCode.USAGE, Escape.line(e.getMessage()));
        } finally {
            progress.end();
        }
        ReportCommand.merge(reports, merger, err);
        return output.write(merger.merged(), out);
    }
}
