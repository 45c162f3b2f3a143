package org.tlsguard.cli;

import java.io.BufferedWriter;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.tlsguard.report.Escape;
import org.tlsguard.report.Finding;
import org.tlsguard.report.HtmlReport;
import org.tlsguard.report.JsonReport;
import org.tlsguard.report.Report;
import org.tlsguard.report.ReportMerger;
import org.tlsguard.report.SarifReport;
import org.tlsguard.report.TextReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
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
                    + " A finding that several JVMs have in common is shown once, with the counts added."
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

    private enum Format {
        TEXT,
        HTML,
        SARIF,
        JSON
    }

    private enum FailOn {
        ACTIVE,
        LATENT
    }

    private final PrintStream out;
    private final PrintStream err;

    @Parameters(arity = "1..*", paramLabel = "REPORT", description = ReportFiles.DESCRIPTION)
    private List<String> reports = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description =
                    "text (default), html (one self-contained page), sarif (2.1.0), or json (as the agent writes it).")
    private Format format = Format.TEXT;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write to this file, in UTF-8, instead of to standard output.")
    private File output;

    @Option(
            names = "--fail-on",
            paramLabel = "STATE",
            description =
                    "Exit with 1 if there is such a finding: active (it did harm), or latent (it did, or it stands"
                            + " ready to). What an exemption allowed, and what only a candidate policy found, does not"
                            + " count.")
    private FailOn failOn;

    @Option(names = "--color", description = "Emphasise text with colours.")
    private boolean colours;

    ReportCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() throws CommandException {
        List<File> files = ReportFiles.find(reports);
        ReportMerger merger = new ReportMerger();
        Progress progress = new Progress(err, "reports", files.size());
        try {
            for (File file : files) {
                merger.add(ReportReader.read(file));
                progress.step();
            }
        } finally {
            progress.end();
        }
        Report merged = merger.merged();
        write(merged);
        return fails(merged) ? ExitCode.FINDINGS : ExitCode.OK;
    }

    private void write(Report report) throws CommandException {
        try {
            if (output != null) {
                try (OutputStream file = new FileOutputStream(output)) {
                    writeUtf8(report, file);
                }
            } else if (format == Format.TEXT) {
                // A terminal may have another encoding, which its stream knows.
                TextReport.write(report, out, colours);
            } else {
                writeUtf8(report, out);
            }
        } catch (IOException e) {
            String target = output == null ? "standard output" : Escape.line(output.getPath());
            throw new CommandException(ExitCode.USAGE, target + ": cannot be written: " + Escape.line(e.getMessage()));
        }
    }

    private void writeUtf8(Report report, OutputStream stream) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
        switch (format) {
            case HTML:
                HtmlReport.write(report, writer);
                break;
            case SARIF:
                SarifReport.write(report, writer);
                break;
            case JSON:
                JsonReport.write(report, writer);
                break;
            default:
                TextReport.write(report, writer, colours);
        }
        writer.flush();
    }

    private boolean fails(Report report) {
        if (failOn == null) {
            return false;
        }
        for (Finding finding : report.findings()) {
            boolean counts = !"exempted".equals(finding.outcome()) && !"candidate".equals(finding.disposition());
            if (counts && (failOn == FailOn.LATENT || "active".equals(finding.state()))) {
                return true;
            }
        }
        return false;
    }
}
