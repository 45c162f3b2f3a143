package org.tlsguard.report;

import java.io.IOException;
import java.util.List;

/** A report as text for the terminal, ranked, at most {@value #WIDTH} columns wide as far as words can be broken. */
public final class TextReport {

    private static final int WIDTH = 100;
    private static final int TERM = 14;

    private static final String RESET = "\u001b[0m";
    private static final String BOLD = "\u001b[1m";
    private static final String RED = "\u001b[31m";
    private static final String YELLOW = "\u001b[33m";

    private final Report report;
    private final Appendable out;
    private final boolean colours;

    private TextReport(Report report, Appendable out, boolean colours) {
        this.report = report;
        this.out = out;
        this.colours = colours;
    }

    /**
     * Writes a report without colours.
     *
     * @param report the report
     * @param out where it goes, as Unicode text; neither flushed nor closed
     * @throws IOException if {@code out} does
     */
    public static void write(Report report, Appendable out) throws IOException {
        write(report, out, false);
    }

    /**
     * Writes a report.
     *
     * @param report the report
     * @param out where it goes, as Unicode text; neither flushed nor closed
     * @param colours whether to emphasise by ANSI escape sequences, never the only bearer of a meaning
     * @throws IOException if {@code out} does
     */
    public static void write(Report report, Appendable out, boolean colours) throws IOException {
        new TextReport(report, out, colours).everything();
    }

    private void everything() throws IOException {
        styled(BOLD, Words.headline(report)).line();
        paragraph("", Words.circumstances(report));
        if (report.reports() > 0) {
            paragraph(
                    "",
                    Words.count(report.handshakes(), "handshake") + "; " + report.vetoed() + " vetoed, "
                            + report.rewritten() + " rewritten, " + report.exempted() + " exempted.");
        }
        paragraph("", Words.candidate(report));
        for (String warning : Words.warnings(report)) {
            paragraph("", "Warning: " + warning);
        }
        for (String notice : report.notices()) {
            paragraph("", "Notice: " + notice);
        }
        for (Sinner jar : Sinner.byLocation(report.findings())) {
            line();
            String name = jar.name() == null ? "unknown location" : Escape.line(jar.name());
            styled(BOLD, jar.artifact() == null ? name : name + " (" + Escape.line(jar.artifact()) + ")")
                    .line();
            for (Sinner culprit : Sinner.byClass(jar.findings())) {
                for (Finding finding : culprit.findings()) {
                    finding(finding);
                }
            }
        }
        destinations();
        trustStores();
        switches();
    }

    private void finding(Finding finding) throws IOException {
        line().append("  ").styled(style(finding), Escape.line(finding.rule() + "/" + finding.cause()));
        append(": ");
        if (finding.severity() != null) {
            append(Escape.line(finding.severity())).append(", ");
        }
        append(Escape.line(finding.state())).append(", ");
        append(Escape.line(finding.isStatic() ? Words.sighting(finding) : finding.outcome()));
        append(finding.isCandidate() ? " (candidate policy)" : "").line();
        paragraph("    ", Evidence.of(finding));
        paragraph("    ", finding.message());
        term("seen", finding.isStatic() ? null : Words.seen(finding));
        term("code", Words.frame(finding.origin()));
        term("installed by", finding.origin() == null ? null : finding.origin().caller());
        term("peer", Words.peer(finding.peer()));
        term("version", finding.protocol());
        term("cipher suite", finding.cipherSuite());
        CertificateFacts certificate = finding.certificate();
        if (certificate != null) {
            term("certificate", certificate.subject());
            term("names", Words.list(certificate.names()));
            term("issuer", certificate.issuer());
            term("valid until", certificate.notAfter());
            term("key pin", certificate.spkiSha256() == null ? null : "sha256/" + certificate.spkiSha256());
        }
        term("candidate", Words.byCandidate(finding));
        term("remedy", finding.remedy());
        allow(finding.allow());
    }

    private String style(Finding finding) {
        return finding.isActive() && !finding.isExempted() && !finding.isCandidate() ? RED : YELLOW;
    }

    /** Policy lines keep their breaks and indentation, to be copied. */
    private void allow(String lines) throws IOException {
        if (lines == null) {
            return;
        }
        append("    to allow exactly this:").line();
        for (int at = 0; at < lines.length(); ) {
            int end = lines.indexOf('\n', at);
            end = end < 0 ? lines.length() : end;
            append("      ").append(Escape.line(lines.substring(at, end))).line();
            at = end + 1;
        }
    }

    private void destinations() throws IOException {
        List<Destination> destinations = report.destinations();
        if (destinations.isEmpty()) {
            return;
        }
        line().styled(BOLD, "Destinations").line();
        for (Destination destination : destinations) {
            append("  ").append(Escape.line(Words.peer(destination.role(), destination.host(), destination.port())));
            append(": ").append(Words.count(destination.handshakes(), "handshake"));
            detail(destination.protocol());
            detail(destination.cipherSuite());
            detail(destination.anchor());
            line();
        }
    }

    private void trustStores() throws IOException {
        if (report.trustStores().isEmpty()) {
            return;
        }
        line().styled(BOLD, "Trust anchors").line();
        for (TrustStore store : report.trustStores()) {
            paragraph(
                    "  ",
                    Words.store(store) + ": " + store.trusted() + " trusted, "
                            + store.used().size() + " used");
        }
    }

    private void switches() throws IOException {
        if (report.switches().isEmpty()) {
            return;
        }
        line().styled(BOLD, "Switches").line();
        for (Switch each : report.switches()) {
            String value = each.value() == null ? " (value not shown)" : "=" + each.value();
            paragraph(
                    "  ",
                    each.kind() + " property " + each.name() + value
                            + (each.setBy() == null ? "" : ", set by " + each.setBy())
                            + (each.weakens() ? ": weakens TLS" : ""));
        }
    }

    private void detail(String text) throws IOException {
        if (text != null) {
            append(", ").append(Escape.line(text));
        }
    }

    private void term(String term, String text) throws IOException {
        if (text != null) {
            StringBuilder first = new StringBuilder("    ").append(term);
            while (first.length() < 4 + TERM) {
                first.append(' ');
            }
            wrap(first.toString(), "                  ", Escape.line(text, Bounds.SENTENCES));
        }
    }

    private void paragraph(String indent, String text) throws IOException {
        if (text != null) {
            wrap(indent, indent, Escape.line(text, Bounds.SENTENCES));
        }
    }

    /** Breaks harmless text at its spaces; a word longer than a line, which may be a name to copy, stays whole. */
    private void wrap(String first, String indent, String text) throws IOException {
        append(first);
        int column = first.length();
        boolean fresh = true;
        for (String word : text.split(" ")) {
            if (!fresh && column + 1 + word.length() > WIDTH) {
                line().append(indent);
                column = indent.length();
                fresh = true;
            }
            if (!fresh) {
                append(" ");
                column++;
            }
            append(word);
            column += word.length();
            fresh = false;
        }
        line();
    }

    private TextReport styled(String style, String text) throws IOException {
        return colours ? append(style).append(text).append(RESET) : append(text);
    }

    private TextReport append(String text) throws IOException {
        out.append(text);
        return this;
    }

    private TextReport line() throws IOException {
        return append("\n");
    }
}
