package org.tlsguard.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A report as SARIF 2.1.0 (OASIS, Static Analysis Results Interchange Format), for code scanning services.
 *
 * <p>A rule of SARIF is a rule of ours with its cause, such as {@code trust/self-signed}. A result's place is the
 * source file of its origin, as a path below the root of some source folder. What an exemption allowed is a suppressed
 * result; what only the candidate policy found is one to review.
 */
public final class SarifReport {

    /** Changes when what goes into it does, so that services do not match results of before with those of after. */
    private static final String FINGERPRINT = "tlsguard/v1";

    /** The one that GitHub's code scanning matches results by; it would otherwise make one from the line's text. */
    private static final String GITHUB_FINGERPRINT = "primaryLocationLineHash";

    /** Where no code is at fault, as for a default of the JVM's: code scanning wants a place, and the report has the rest. */
    private static final Origin NOBODY =
            Origin.builder().location("hall-of-shame.json").build();

    private final Report report;
    private final JsonWriter json;
    private final List<Finding> rules = new ArrayList<Finding>();
    private final Map<String, Integer> ruleIndices = new LinkedHashMap<String, Integer>();

    private SarifReport(Report report, Appendable out) {
        this.report = report;
        this.json = new JsonWriter(out);
        for (Finding finding : report.findings()) {
            if (!ruleIndices.containsKey(ruleId(finding))) {
                ruleIndices.put(ruleId(finding), rules.size());
                rules.add(finding);
            }
        }
    }

    /**
     * Writes a report.
     *
     * @param report the report
     * @param out where it goes, as Unicode text to be encoded in UTF-8; neither flushed nor closed
     * @throws IOException if {@code out} does
     */
    public static void write(Report report, Appendable out) throws IOException {
        new SarifReport(report, out).log();
    }

    private void log() throws IOException {
        json.object()
                .member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
                .member("version", "2.1.0");
        json.array("runs").object();
        tool();
        // A service replaces what it has of the same category: what JVMs did is another one than what was seen in code.
        json.object("automationDetails")
                .member("id", report.scan() != null && report.reports() == 0 ? "tlsguard/scan/" : "tlsguard/jvm/")
                .endObject();
        invocation();
        json.member("columnKind", "utf16CodeUnits");
        json.array("results");
        for (Finding finding : report.findings()) {
            result(finding);
        }
        json.endArray();
        json.endObject().endArray();
        json.endObject().end();
    }

    private void tool() throws IOException {
        json.object("tool").object("driver");
        json.member("name", "tlsguard").member("version", report.toolVersion());
        json.array("rules");
        for (Finding example : rules) {
            rule(example);
        }
        json.endArray();
        json.endObject().endObject();
    }

    private void rule(Finding example) throws IOException {
        json.object().member("id", ruleId(example));
        text("shortDescription", "TLS " + example.rule() + ": " + example.cause());
        String meaning = Words.meaning(example.rule(), example.cause());
        text("fullDescription", meaning);
        text("help", example.remedy() == null ? meaning : example.remedy());
        Severity severity = Severity.of(example);
        json.object("defaultConfiguration").member("level", severity.level()).endObject();
        List<String> tags = new ArrayList<String>();
        tags.add("security");
        for (String cwe : example.cwe()) {
            tags.add("external/cwe/" + cwe.toLowerCase(Locale.ROOT));
        }
        json.object("properties").member("tags", tags).member("security-severity", severity.score());
        json.endObject();
        json.endObject();
    }

    private void invocation() throws IOException {
        json.array("invocations").object();
        // A run that missed something was not successful, so that its silence is not taken for innocence.
        List<String> warnings = Words.warnings(report);
        json.member("executionSuccessful", warnings.isEmpty());
        if (report.start() != 0) {
            json.member("startTimeUtc", Time.iso(report.start()));
        }
        if (report.pid() > 0) {
            json.member("processId", report.pid());
        }
        if (!warnings.isEmpty() || !report.notices().isEmpty()) {
            json.array("toolExecutionNotifications");
            notifications("warning", warnings);
            notifications("note", report.notices());
            json.endArray();
        }
        json.endObject().endArray();
    }

    private void notifications(String level, List<String> texts) throws IOException {
        for (String text : texts) {
            json.object().member("level", level);
            text("message", text);
            json.endObject();
        }
    }

    private void result(Finding finding) throws IOException {
        json.object().member("ruleId", ruleId(finding)).member("ruleIndex", ruleIndices.get(ruleId(finding)));
        json.member("kind", finding.isCandidate() ? "review" : "fail");
        json.member("level", level(finding));
        text("message", message(finding));
        location(finding.origin() == null ? NOBODY : finding.origin());
        json.object("partialFingerprints")
                .member(FINGERPRINT, finding.fingerprint())
                .member(GITHUB_FINGERPRINT, finding.fingerprint())
                .endObject();
        // The standard has no place for "never": a finding exists because it was seen.
        json.member("occurrenceCount", Math.max(1, finding.count()));
        if (finding.isExempted()) {
            json.array("suppressions").object().member("kind", "external");
            json.member("justification", "An exemption in the policy allowed it.")
                    .endObject()
                    .endArray();
        }
        properties(finding);
        json.endObject();
    }

    /** The standard wants "none" of what is no failure; what is worth a look is not worth an alarm. */
    private static String level(Finding finding) {
        if (finding.isCandidate()) {
            return "none";
        }
        return "possible".equals(finding.certainty())
                ? "note"
                : Severity.of(finding).level();
    }

    private void location(Origin origin) throws IOException {
        json.array("locations").object();
        String uri = uri(origin);
        if (uri != null) {
            json.object("physicalLocation")
                    .object("artifactLocation")
                    .member("uri", uri)
                    .endObject();
            if (origin.file() != null && origin.line() > 0) {
                json.object("region").member("startLine", origin.line()).endObject();
            }
            json.endObject();
        }
        if (origin.className() != null) {
            json.array("logicalLocations").object();
            if (origin.method() != null) {
                json.member("name", origin.method());
                json.member("fullyQualifiedName", origin.className() + "." + origin.method());
                json.member("kind", "function");
            } else {
                json.member("fullyQualifiedName", origin.className()).member("kind", "type");
            }
            json.endObject().endArray();
        }
        json.endObject().endArray();
    }

    /** What the standard has no place for. */
    private void properties(Finding finding) throws IOException {
        json.object("properties")
                .member("state", finding.state())
                .member("outcome", finding.outcome())
                .member("disposition", finding.disposition())
                .member("candidateOutcome", finding.candidateOutcome())
                .member("certainty", finding.certainty())
                .member("execution", finding.execution());
        if (finding.origin() != null) {
            json.member("location", finding.origin().location())
                    .member("artifact", finding.origin().artifact())
                    .member("caller", finding.origin().caller());
        }
        json.member("peer", Words.peer(finding.peer()))
                .member("protocol", finding.protocol())
                .member("cipherSuite", finding.cipherSuite());
        if (finding.certificate() != null) {
            json.member("certificateSha256", finding.certificate().sha256());
        }
        json.member("allow", finding.allow());
        json.endObject();
    }

    private void text(String key, String text) throws IOException {
        json.object(key).member("text", text).endObject();
    }

    private static String ruleId(Finding finding) {
        return finding.rule() + "/" + finding.cause();
    }

    private static String message(Finding finding) {
        String evidence = Evidence.of(finding);
        if (finding.message() == null) {
            return evidence == null ? ruleId(finding) : evidence;
        }
        return evidence == null ? finding.message() : finding.message() + " " + evidence;
    }

    /**
     * A URI reference (RFC 3986): the source file below its package's folders, else the jar; null if neither is known.
     */
    private static String uri(Origin origin) {
        if (origin.file() == null) {
            String jar = origin.location();
            return jar == null ? null : (jar.startsWith("/") ? "file://" : "") + encode(jar);
        }
        String name = origin.className() == null ? "" : origin.className();
        int dot = name.lastIndexOf('.');
        return encode(name.substring(0, dot + 1).replace('.', '/') + origin.file());
    }

    private static String encode(String path) {
        StringBuilder uri = new StringBuilder(path.length() + 16);
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "/-._~!$".indexOf(c) >= 0) {
                uri.append(c);
            } else {
                uri.append('%').append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 0xf, 16));
            }
        }
        return uri.toString();
    }
}
