package org.tlsguard.report;

import java.io.IOException;

/**
 * A finding as a Detection Finding (class 2004) of the Open Cybersecurity Schema Framework 1.3.0, in one line of JSON. What
 * the schema has no place for is under {@code unmapped}.
 */
final class OcsfEvent {

    private static final String SCHEMA = "1.3.0";
    private static final long CATEGORY_FINDINGS = 2;
    private static final long DETECTION_FINDING = 2004;

    private static final long CREATE = 1;
    private static final long UPDATE = 2;

    private static final long NEW = 1;
    private static final long SUPPRESSED = 3;

    private static final long ALLOWED = 1;
    private static final long DENIED = 2;

    private OcsfEvent() {}

    /**
     * Writes an event.
     *
     * @param isNew whether it has not been told before
     * @param now when it is told, in milliseconds since the epoch
     * @return the line, with its line feed
     */
    static String line(Report report, Finding finding, boolean isNew, long now) throws IOException {
        StringBuilder line = new StringBuilder(2_000);
        JsonWriter json = JsonWriter.onOneLine(line);
        json.object()
                .member("category_uid", CATEGORY_FINDINGS)
                .member("category_name", "Findings")
                .member("class_uid", DETECTION_FINDING)
                .member("class_name", "Detection Finding")
                .member("activity_id", isNew ? CREATE : UPDATE)
                .member("activity_name", isNew ? "Create" : "Update")
                .member("type_uid", DETECTION_FINDING * 100 + (isNew ? CREATE : UPDATE))
                .member("time", now)
                .member("severity_id", Severity.of(finding).ocsf())
                .member("severity", Severity.of(finding).title())
                .member("status_id", isSuppressed(finding) ? SUPPRESSED : NEW)
                .member("status", isSuppressed(finding) ? "Suppressed" : "New")
                .member("message", finding.message())
                .member("count", finding.count())
                .member("start_time", finding.first())
                .member("end_time", finding.last());
        disposition(finding, json);
        metadata(report, json);
        information(finding, json);
        evidence(report, finding, json);
        unmapped(report, finding, json);
        json.endObject().end();
        return line.toString();
    }

    /** Whether somebody has looked at it and allowed it; nobody tells the guard of any other review. */
    private static boolean isSuppressed(Finding finding) {
        return !finding.isCandidate() && finding.isExempted();
    }

    private static void disposition(Finding finding, JsonWriter json) throws IOException {
        boolean denied = !finding.isCandidate() && "vetoed".equals(finding.outcome());
        json.member("action_id", denied ? DENIED : ALLOWED).member("action", denied ? "Denied" : "Allowed");
        if (denied) {
            json.member("disposition_id", 2).member("disposition", "Blocked");
        } else if (!finding.isCandidate() && "rewritten".equals(finding.outcome())) {
            json.member("disposition_id", 11).member("disposition", "Corrected");
        } else if (isSuppressed(finding)) {
            json.member("disposition_id", 1).member("disposition", "Allowed");
        } else {
            json.member("disposition_id", 17).member("disposition", "Logged");
        }
    }

    private static void metadata(Report report, JsonWriter json) throws IOException {
        json.object("metadata").member("version", SCHEMA);
        json.array("profiles").value("security_control").endArray();
        json.object("product")
                .member("name", "tlsguard")
                .member("vendor_name", "tlsguard")
                .member("version", report.toolVersion());
        json.endObject().endObject();
    }

    private static void information(Finding finding, JsonWriter json) throws IOException {
        json.object("finding_info")
                .member("uid", finding.fingerprint())
                .member("title", "TLS " + finding.rule() + ": " + finding.cause())
                .member("desc", Evidence.of(finding));
        json.array("types").value(finding.rule() + "/" + finding.cause()).endArray();
        json.member("first_seen_time", finding.first()).member("last_seen_time", finding.last());
        json.endObject();
        if (finding.remedy() != null) {
            json.object("remediation").member("desc", finding.remedy()).endObject();
        }
    }

    private static void evidence(Report report, Finding finding, JsonWriter json) throws IOException {
        boolean hasPeer = finding.peer() != null && finding.peer().host() != null;
        // The schema wants one of these at least.
        if (report.pid() <= 0 && !hasPeer && !hasTls(finding)) {
            return;
        }
        json.array("evidences").object();
        if (report.pid() > 0) {
            json.object("process").member("pid", report.pid()).member("name", report.mainClass());
            json.endObject();
        }
        if (hasPeer) {
            endpoint(finding.peer(), json);
        }
        if (hasTls(finding)) {
            tls(finding, json);
        }
        json.endObject().endArray();
    }

    private static void endpoint(PeerFacts peer, JsonWriter json) throws IOException {
        json.object("client".equals(peer.role()) ? "src_endpoint" : "dst_endpoint")
                .member(kindOf(peer.host()), peer.host());
        if (peer.port() >= 0) {
            json.member("port", peer.port());
        }
        json.endObject();
    }

    /** An address, a host name as the schema has it, or whatever else the application called its peer. */
    private static String kindOf(String host) {
        if (host.indexOf(':') >= 0 || host.matches("\\d{1,3}(\\.\\d{1,3}){3}")) {
            return "ip";
        }
        return host.matches("([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\\.)*[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?")
                ? "hostname"
                : "name";
    }

    private static boolean hasTls(Finding finding) {
        return finding.certificate() != null || finding.protocol() != null || finding.cipherSuite() != null;
    }

    private static void tls(Finding finding, JsonWriter json) throws IOException {
        CertificateFacts certificate = finding.certificate();
        json.object("data").member("protocol", finding.protocol()).member("cipher_suite", finding.cipherSuite());
        if (certificate != null) {
            json.object("certificate")
                    .member("subject", certificate.subject())
                    .member("issuer", certificate.issuer())
                    .member("sans", certificate.names())
                    .member("not_after", certificate.notAfter())
                    .member("sha256", certificate.sha256())
                    .member("spki_sha256", certificate.spkiSha256());
            json.endObject();
        }
        json.endObject();
    }

    private static void unmapped(Report report, Finding finding, JsonWriter json) throws IOException {
        json.object("unmapped")
                .member("rule", finding.rule())
                .member("cause", finding.cause())
                .member("state", finding.state())
                .member("outcome", finding.outcome())
                .member("disposition", finding.disposition())
                .member("candidate_outcome", finding.candidateOutcome())
                .member("mode", report.mode())
                .member("cwe", finding.cwe())
                .member("allow", finding.allow());
        Origin origin = finding.origin();
        if (origin != null) {
            json.member("origin_class", origin.className())
                    .member("origin_method", origin.method())
                    .member("origin_location", origin.location())
                    .member("origin_artifact", origin.artifact())
                    .member("origin_caller", origin.caller());
        }
        json.endObject();
    }
}
