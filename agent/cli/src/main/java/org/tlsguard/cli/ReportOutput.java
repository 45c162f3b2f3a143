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
import org.tlsguard.report.Escape;
import org.tlsguard.report.Finding;
import org.tlsguard.report.HtmlReport;
import org.tlsguard.report.JsonReport;
import org.tlsguard.report.Report;
import org.tlsguard.report.SarifReport;
import org.tlsguard.report.TextReport;
import picocli.CommandLine.Option;

/** The options by which a report is asked for in some form and some place, and judged. */
final class ReportOutput {

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

    /**
     * Writes a report as it was asked for.
     *
     * @param out standard output
     * @return what the command exits with
     */
    int write(Report report, PrintStream out) throws CommandException {
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
        return fails(report) ? ExitCode.FINDINGS : ExitCode.OK;
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
            boolean active = "active".equals(finding.state()) || "active".equals(finding.execution());
            if (counts && (failOn == FailOn.LATENT || active)) {
                return true;
            }
        }
        return false;
    }
}
