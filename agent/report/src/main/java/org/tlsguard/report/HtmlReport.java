package org.tlsguard.report;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A report as one self-contained page for people, to be read from the top: what happened, who is to blame, what to do.
 *
 * <p>It loads nothing and needs no script; its own content security policy sees to that even if an escape were
 * forgotten.
 */
public final class HtmlReport {

    /** Columns of numbers. */
    private static final List<String> NUMBERS =
            Arrays.asList("Handshakes", "Trusted", "Used", "Active", "Latent", "Sightings");

    private final Report report;
    private final HtmlWriter html;

    private HtmlReport(Report report, Appendable out) {
        this.report = report;
        this.html = new HtmlWriter(out);
    }

    /**
     * Writes a report.
     *
     * @param report the report
     * @param out where it goes, as Unicode text to be encoded in UTF-8; neither flushed nor closed
     * @throws IOException if {@code out} does
     */
    public static void write(Report report, Appendable out) throws IOException {
        new HtmlReport(report, out).page();
    }

    private void page() throws IOException {
        html.own("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta http-equiv=\"Content-Security-Policy\""
                + " content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<meta name=\"color-scheme\" content=\"light dark\">\n");
        html.element("title", "tlsguard: " + Words.headline(report)).newLine();
        html.open("style").own(HtmlStyle.CSS).close("style").newLine();
        html.own("</head>\n<body>\n");
        header();
        sinners();
        destinations();
        trustStores();
        switches();
        hooks();
        footer();
        html.own("</body>\n</html>\n");
    }

    private void header() throws IOException {
        html.open("header").newLine();
        html.element("div", "tlsguard hall of shame", "class", "brand").newLine();
        html.element("h1", Words.headline(report)).newLine();
        html.element("p", Words.circumstances(report), "class", "soft").newLine();
        html.open("ul", "class", "tiles").newLine();
        if (report.scan() != null) {
            tile("classes scanned", report.scan().classes(), false);
        }
        tile("handshakes", report.handshakes(), false);
        tile("active", report.active(), true);
        tile("latent", report.latent(), false);
        tile("vetoed", report.vetoed(), false);
        tile("rewritten", report.rewritten(), false);
        tile("exempted", report.exempted(), false);
        html.close("ul").newLine();
        paragraph(Words.candidate(report));
        for (String notice : report.notices()) {
            html.element("p", notice, "class", "warning").newLine();
        }
        for (String warning : Words.warnings(report)) {
            html.element("p", warning, "class", "warning").newLine();
        }
        html.close("header").newLine();
    }

    private void tile(String name, long number, boolean alarming) throws IOException {
        html.open("li", "class", alarming && number > 0 ? "bad" : "calm");
        html.element("b", Long.toString(number)).text(name).close("li").newLine();
    }

    private void sinners() throws IOException {
        html.element("h2", "The sinners").newLine();
        if (report.findings().isEmpty()) {
            html.element("p", "Nobody.", "class", "soft").newLine();
        }
        List<Sinner> jars = Sinner.byLocation(report.findings());
        if (jars.size() > 1) {
            ranking(jars);
        }
        for (Sinner jar : jars) {
            html.open("section").newLine().open("h3");
            name(jar.name(), "Unknown location");
            if (jar.artifact() != null) {
                html.text(" ")
                        .open("span", "class", "soft")
                        .element("code", jar.artifact())
                        .close("span");
            }
            html.close("h3").newLine();
            for (Sinner culprit : Sinner.byClass(jar.findings())) {
                html.open("h4");
                name(culprit.name(), "Unknown class");
                html.close("h4").newLine();
                for (Finding finding : culprit.findings()) {
                    finding(finding);
                }
            }
            html.close("section").newLine();
        }
    }

    /** All of them at a glance, where one would have to look for the next. */
    private void ranking(List<Sinner> jars) throws IOException {
        head("Code", "Worst", "Active", "Latent", "Sightings");
        for (Sinner jar : jars) {
            html.open("tr").open("td");
            name(jar.name(), "Unknown location");
            html.close("td");
            html.element("td", Severity.of(jar.findings().get(0)).title());
            html.element("td", Integer.toString(jar.active()), "class", jar.active() > 0 ? "number failed" : "number");
            html.element("td", Integer.toString(jar.findings().size() - jar.active()), "class", "number");
            html.element("td", Long.toString(jar.sightings()), "class", "number");
            html.close("tr").newLine();
        }
        html.close("table").newLine();
    }

    private void finding(Finding finding) throws IOException {
        html.open("article", "class", Severity.of(finding).name().toLowerCase(Locale.ROOT))
                .newLine();
        html.open("div", "class", "title");
        html.element("b", finding.rule() + " / " + finding.cause());
        if (finding.severity() != null) {
            html.element("span", finding.severity(), "class", "tag severity");
        }
        html.element("span", finding.state(), "class", finding.isActive() ? "tag active" : "tag");
        html.element("span", finding.isStatic() ? Words.sighting(finding) : finding.outcome(), "class", "tag");
        if (finding.isCandidate()) {
            html.element("span", "candidate policy", "class", "tag");
        }
        if (!finding.isStatic()) {
            html.element("span", Words.seen(finding), "class", "seen");
        }
        html.close("div").newLine();
        paragraph(Evidence.of(finding));
        paragraph(finding.message());
        if (finding.remedy() != null) {
            html.open("p", "class", "remedy")
                    .element("b", "Remedy")
                    .text(" " + finding.remedy())
                    .close("p")
                    .newLine();
        }
        html.open("dl").newLine();
        code("Code", Words.frame(finding.origin()));
        code("Installed by", finding.origin() == null ? null : finding.origin().caller());
        code("Peer", Words.peer(finding.peer()));
        code("Version", finding.protocol());
        code("Cipher suite", finding.cipherSuite());
        if (finding.certificate() != null) {
            certificate(finding.certificate());
        }
        words("Candidate policy", Words.byCandidate(finding));
        words("Weakness", Words.list(finding.cwe()));
        html.close("dl").newLine();
        if (finding.allow() != null) {
            html.open("details").element("summary", "The lines of policy that would allow exactly this");
            html.lines(finding.allow()).close("details").newLine();
        }
        if (!finding.stack().isEmpty()) {
            html.open("details")
                    .element("summary", "Stack, " + Words.count(finding.stack().size(), "frame"));
            html.open("pre");
            for (String frame : finding.stack()) {
                html.text(frame).newLine();
            }
            html.close("pre").close("details").newLine();
        }
        html.close("article").newLine();
    }

    private void certificate(CertificateFacts certificate) throws IOException {
        code("Subject", certificate.subject());
        code("Names", Words.list(certificate.names()));
        code("Issuer", certificate.issuer());
        code("Valid until", certificate.notAfter());
        code("SHA-256", certificate.sha256());
        code("Key pin", certificate.spkiSha256() == null ? null : "sha256/" + certificate.spkiSha256());
    }

    private void paragraph(String text) throws IOException {
        if (text != null) {
            html.element("p", text).newLine();
        }
    }

    private void code(String term, String text) throws IOException {
        if (text != null) {
            html.element("dt", term)
                    .open("dd")
                    .element("code", text)
                    .close("dd")
                    .newLine();
        }
    }

    private void words(String term, String text) throws IOException {
        if (text != null) {
            html.element("dt", term).element("dd", text).newLine();
        }
    }

    private void name(String name, String unknown) throws IOException {
        if (name != null) {
            html.element("code", name);
        } else {
            html.text(unknown);
        }
    }

    private void destinations() throws IOException {
        List<Destination> destinations = report.destinations();
        if (destinations.isEmpty()) {
            return;
        }
        html.element("h2", "Destinations").newLine();
        head("Peer", "TLS version", "Cipher suite", "Trust anchor", "Handshakes");
        for (Destination destination : destinations) {
            html.open("tr");
            cell(Words.peer(destination.role(), destination.host(), destination.port()));
            cell(destination.protocol());
            cell(destination.cipherSuite());
            html.element("td", destination.anchor() == null ? "" : destination.anchor());
            html.element("td", Long.toString(destination.handshakes()), "class", "number");
            html.close("tr").newLine();
        }
        html.close("table").newLine();
    }

    private void trustStores() throws IOException {
        if (report.trustStores().isEmpty()) {
            return;
        }
        html.element("h2", "Trust anchors").newLine();
        head("Trusted by", "Trusted", "Used", "Anchors used");
        for (TrustStore store : report.trustStores()) {
            html.open("tr");
            html.element("td", Words.store(store));
            html.element("td", Integer.toString(store.trusted()), "class", "number");
            html.element("td", Integer.toString(store.used().size()), "class", "number");
            html.open("td");
            for (String each : store.used()) {
                html.open("div").element("code", each).close("div");
            }
            unused(store);
            html.close("td").close("tr").newLine();
        }
        html.close("table").newLine();
    }

    private void unused(TrustStore store) throws IOException {
        if (store.unused().isEmpty()) {
            return;
        }
        html.open("details", "class", "long").element("summary", store.unused().size() + " trusted for nothing so far");
        html.open("pre");
        for (String each : store.unused()) {
            html.text(each).newLine();
        }
        html.close("pre").close("details");
    }

    private void switches() throws IOException {
        if (report.switches().isEmpty()) {
            return;
        }
        html.element("h2", "Switches").newLine();
        head("Property", "Value", "Set by", "Effect");
        for (Switch each : report.switches()) {
            html.open("tr").open("td").element("code", each.name());
            html.element("div", each.kind() + " property", "class", "soft").close("td");
            if (each.value() == null) {
                html.element("td", "not shown", "class", "soft");
            } else {
                cell(each.value());
            }
            html.element("td", each.setBy() == null ? "" : each.setBy());
            html.element("td", each.weakens() ? "weakens TLS" : "", "class", each.weakens() ? "failed" : "soft");
            html.close("tr").newLine();
        }
        html.close("table").newLine();
    }

    private void hooks() throws IOException {
        if (report.hooks().isEmpty()) {
            return;
        }
        html.element("h2", "Hooks").newLine();
        head("Hook", "State", "Detail");
        for (HookStatus hook : report.hooks()) {
            html.open("tr");
            cell(hook.name());
            html.element("td", Words.state(hook), "class", hook.live() ? "live" : hook.isFailed() ? "failed" : "soft");
            html.element("td", hook.detail() == null ? "" : hook.detail());
            html.close("tr").newLine();
        }
        html.close("table").newLine();
    }

    private void head(String... columns) throws IOException {
        html.open("table").newLine().open("tr");
        for (String column : columns) {
            html.element("th", column, "class", NUMBERS.contains(column) ? "number" : "words");
        }
        html.close("tr").newLine();
    }

    private void cell(String text) throws IOException {
        html.open("td");
        if (text != null) {
            html.element("code", text);
        }
        html.close("td");
    }

    private void footer() throws IOException {
        html.open("footer");
        html.text("tlsguard").text(report.toolVersion() == null ? "" : " " + report.toolVersion());
        if (report.policySha256() != null) {
            html.text(". Policy ").element("code", "sha256:" + report.policySha256());
        }
        html.close("footer").newLine();
    }
}
