package org.tlsguard.report;

import java.io.IOException;
import java.util.List;

/** A report as JSON, schema version 1: the form that is read back, merged and queried. */
public final class JsonReport {

    /** The {@code schemaVersion} of what is written. */
    public static final int SCHEMA_VERSION = 1;

    private JsonReport() {}

    /**
     * Writes a report.
     *
     * @param report the report
     * @param out where it goes, as Unicode text; neither flushed nor closed
     * @throws IOException if {@code out} does
     */
    public static void write(Report report, Appendable out) throws IOException {
        JsonWriter json = new JsonWriter(out);
        json.object().member("schemaVersion", SCHEMA_VERSION);
        json.object("tool").member("name", "tlsguard").member("version", report.toolVersion());
        json.endObject();
        json.member("mode", report.mode());
        json.object("policy").member("source", report.policySource()).member("sha256", report.policySha256());
        json.endObject();
        if (report.candidateSource() != null) {
            json.object("candidate")
                    .member("source", report.candidateSource())
                    .member("sha256", report.candidateSha256());
            json.endObject();
        }
        json.member("notices", report.notices());
        jvm(report, json);
        if (report.reports() != 1) {
            json.member("reports", report.reports());
        }
        if (report.scan() != null) {
            scan(report.scan(), json);
        }
        json.array("hooks");
        for (HookStatus hook : report.hooks()) {
            hook(hook, json);
        }
        json.endArray();
        switches(report.switches(), json);
        summary(report, json);
        json.array("findings");
        for (Finding finding : report.findings()) {
            finding(finding, json);
        }
        json.endArray();
        json.array("destinations");
        for (Destination destination : report.destinations()) {
            destination(destination, json);
        }
        json.endArray();
        trustStores(report.trustStores(), json);
        json.endObject().end();
    }

    private static void jvm(Report report, JsonWriter json) throws IOException {
        json.object("jvm").member("version", report.jvmVersion()).member("vendor", report.jvmVendor());
        if (report.pid() > 0) {
            json.member("pid", report.pid());
        }
        json.member("mainClass", report.mainClass());
        time("start", report.start(), json);
        json.endObject();
    }

    private static void scan(ScanFacts scan, JsonWriter json) throws IOException {
        json.object("scan")
                .member("classes", scan.classes())
                .member("archives", scan.archives())
                .member("lessCertain", scan.lessCertain())
                .member("problems", scan.problems());
        json.endObject();
    }

    private static void hook(HookStatus hook, JsonWriter json) throws IOException {
        json.object()
                .member("name", hook.name())
                .member("live", hook.live())
                .member("state", hook.state())
                .member("detail", hook.detail());
        json.endObject();
    }

    private static void switches(List<Switch> switches, JsonWriter json) throws IOException {
        if (switches.isEmpty()) {
            return;
        }
        json.array("switches");
        for (Switch each : switches) {
            json.object()
                    .member("name", each.name())
                    .member("kind", each.kind())
                    .member("value", each.value())
                    .member("setBy", each.setBy())
                    .member("weakens", each.weakens());
            json.endObject();
        }
        json.endArray();
    }

    private static void trustStores(List<TrustStore> stores, JsonWriter json) throws IOException {
        if (stores.isEmpty()) {
            return;
        }
        json.array("trustStores");
        for (TrustStore each : stores) {
            json.object()
                    .member("name", each.name())
                    .member("trusted", each.trusted())
                    .member("used", each.used())
                    .member("unused", each.unused());
            json.endObject();
        }
        json.endArray();
    }

    private static void summary(Report report, JsonWriter json) throws IOException {
        json.object("summary")
                .member("handshakes", report.handshakes())
                .member("active", report.active())
                .member("latent", report.latent())
                .member("vetoed", report.vetoed())
                .member("rewritten", report.rewritten())
                .member("exempted", report.exempted())
                .member("internalErrors", report.internalErrors())
                .member("droppedFindings", report.droppedFindings());
        json.endObject();
    }

    private static void finding(Finding finding, JsonWriter json) throws IOException {
        json.object()
                .member("rule", finding.rule())
                .member("cause", finding.cause())
                .member("state", finding.state())
                .member("outcome", finding.outcome())
                .member("severity", finding.severity())
                .member("disposition", finding.disposition())
                .member("certainty", finding.certainty())
                .member("execution", finding.execution());
        if (finding.candidateOutcome() != null) {
            json.object("candidate").member("outcome", finding.candidateOutcome());
            json.endObject();
        }
        json.member("cwe", finding.cwe())
                .member("message", finding.message())
                .member("remedy", finding.remedy())
                .member("allow", finding.allow());
        if (finding.origin() != null) {
            origin(finding.origin(), json);
        }
        if (finding.peer() != null) {
            json.object("peer").member("role", finding.peer().role());
            address(finding.peer().host(), finding.peer().port(), json);
            json.endObject();
        }
        if (finding.certificate() != null) {
            certificate(finding.certificate(), json);
        }
        json.member("protocol", finding.protocol())
                .member("cipherSuite", finding.cipherSuite())
                .member("count", finding.count());
        time("first", finding.first(), json);
        time("last", finding.last(), json);
        json.member("stack", finding.stack());
        json.endObject();
    }

    private static void origin(Origin origin, JsonWriter json) throws IOException {
        json.object("origin")
                .member("class", origin.className())
                .member("method", origin.method())
                .member("file", origin.file());
        if (origin.line() > 0) {
            json.member("line", origin.line());
        }
        json.member("location", origin.location())
                .member("artifact", origin.artifact())
                .member("caller", origin.caller());
        json.endObject();
    }

    private static void certificate(CertificateFacts certificate, JsonWriter json) throws IOException {
        json.object("certificate")
                .member("subject", certificate.subject())
                .member("issuer", certificate.issuer())
                .member("names", certificate.names())
                .member("notAfter", certificate.notAfter())
                .member("sha256", certificate.sha256())
                .member("spkiSha256", certificate.spkiSha256());
        json.endObject();
    }

    private static void destination(Destination destination, JsonWriter json) throws IOException {
        json.object().member("role", destination.role());
        address(destination.host(), destination.port(), json);
        json.member("protocol", destination.protocol())
                .member("cipherSuite", destination.cipherSuite())
                .member("anchor", destination.anchor())
                .member("handshakes", destination.handshakes());
        json.endObject();
    }

    private static void address(String host, int port, JsonWriter json) throws IOException {
        json.member("host", host);
        if (port >= 0) {
            json.member("port", port);
        }
    }

    private static void time(String key, long epochMillis, JsonWriter json) throws IOException {
        if (epochMillis != 0) {
            json.member(key, Time.iso(epochMillis));
        }
    }
}
