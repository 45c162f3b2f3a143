package org.tlsguard.cli;

import java.io.File;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.tlsguard.report.Destination;
import org.tlsguard.report.Finding;
import org.tlsguard.report.ReportMerger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code report}: many JVMs' reports as one, in any form. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        headerHeading = Help.NAME + "report - ",
        header = "show many JVMs' reports as one",
        synopsisHeading = Help.SYNOPSIS,
        descriptionHeading = Help.DESCRIPTION,
        description = {
            "Reads the reports that the agent left, merges them, and shows the result: the worst sinner first."
                    + " A finding that several JVMs have in common is shown once, with the counts added.",
            "",
            "A report of scan in JSON may be among them: what it found in code is then marked as executed, or as never"
                    + " executed so far."
        },
        parameterListHeading = Help.ARGUMENTS,
        optionListHeading = Help.OPTIONS,
        exitCodeListHeading = Help.EXIT_STATUS,
        exitCodeList = {
            "0:the reports were read, and nothing was found that --fail-on asks for",
            "1:something was found that --fail-on asks for",
            "2:wrong arguments, or a file that cannot be read or written"
        },
        footerHeading = Help.EXAMPLES,
        footer = {
            "  " + Main.NAME + " report tlsguard-report",
            "  " + Main.NAME + " report --format html -o all.html /var/log/tlsguard/*",
            "  " + Main.NAME + " report --format sarif -o tls.sarif --fail-on active tlsguard-report"
        })
final class ReportCommand implements Callable<Integer> {

    private final PrintStream out;
    private final PrintStream err;

    @Parameters(arity = "1..*", paramLabel = "REPORT", description = ReportFiles.DESCRIPTION)
    private List<String> reports = new ArrayList<>();

    @Mixin
    private ReportOutput output;

    ReportCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() throws CommandException {
        ReportMerger merger = new ReportMerger();
        merge(reports, merger, err);
        return output.write(merger.merged(), out);
    }

    /** Adds reports, one finding after the other, so that only the merged one is in memory. */
    static void merge(List<String> reports, ReportMerger merger, PrintStream err) throws CommandException {
        List<File> files = ReportFiles.find(reports);
        Progress progress = new Progress(err, "reports", files.size());
        try {
            for (File file : files) {
                merger.add(ReportReader.read(file, into(merger), null).build());
                progress.step();
            }
        } finally {
            progress.end();
        }
    }

    /** Takes what is read into a merger. */
    static ReportReader.Sink into(ReportMerger merger) {
        return new ReportReader.Sink() {
            @Override
            public void finding(Finding finding) {
                merger.add(finding);
            }

            @Override
            public void destination(Destination destination) {
                merger.add(destination);
            }
        };
    }
}
