package org.tlsguard.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tlsguard.report.CertificateFacts;
import org.tlsguard.report.Destination;
import org.tlsguard.report.Escape;
import org.tlsguard.report.Finding;
import org.tlsguard.report.HookStatus;
import org.tlsguard.report.JsonReport;
import org.tlsguard.report.Origin;
import org.tlsguard.report.PeerFacts;
import org.tlsguard.report.Report;
import org.tlsguard.report.ReportMerger;
import org.tlsguard.report.ScanFacts;
import org.tlsguard.report.Switch;
import org.tlsguard.report.TrustStore;

/**
 * Reads a report back from its JSON.
 *
 * <p>The file may have been made by anyone: it is read as a stream, its size, depth, texts and lists are bounded, and
 * what does not fit is an error with its line and column. Keys that this version does not know are passed over: a later
 * version of the same schema may add some.
 */
final class ReportReader {

    /** Some 2 kB for each of ten million findings. What is not kept costs time alone. */
    private static final long MAX_BYTES = 20L << 30;

    private static final int MAX_DEPTH = 32;
    private static final int MAX_TEXT = 64 << 10;
    /** More than a report keeps of any list of texts. */
    private static final int MAX_TEXTS = 2_000;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxDocumentLength(MAX_BYTES)
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(MAX_TEXT)
                    .maxNameLength(MAX_TEXT)
                    .maxNumberLength(20)
                    .build())
            .build();

    /** What takes a report in while it is read: nothing of it has to be kept. */
    interface Sink {

        /** A finding, whole. */
        void finding(Finding finding);

        /** A destination, whole. */
        void destination(Destination destination);
    }

    private final File file;
    private final JsonParser json;
    private final Sink sink;
    private final Report.Builder report = Report.builder();
    private final List<HookStatus> hooks = new ArrayList<>();
    private long droppedFindings;

    private ReportReader(File file, JsonParser json, Sink sink) {
        this.file = file;
        this.json = json;
        this.sink = sink;
    }

    /**
     * Reads a report and hands its findings and destinations on one by one.
     *
     * @param file a {@code hall-of-shame.json}
     * @param sink takes what the report holds, up to the place of an error if there is one
     * @param progress told the bytes that were read; null for nobody
     * @return the report without findings and destinations
     * @throws CommandException if it cannot be read or is no report; the message is {@code FILE:LINE:COLUMN: what is
     *     wrong}
     */
    static Report.Builder read(File file, Sink sink, Progress progress) throws CommandException {
        try (InputStream in = new CountedStream(new FileInputStream(file), progress);
                JsonParser parser = JSON.createParser(in)) {
            ReportReader reader = new ReportReader(file, parser, sink);
            try {
                return reader.report();
            } catch (JsonEOFException e) {
                throw reader.error(parser.currentLocation(), "the report ends in the middle");
            } catch (JsonProcessingException e) {
                // An exceeded bound has no location of its own.
                JsonLocation where = e.getLocation() == null ? parser.currentLocation() : e.getLocation();
                boolean cut = e.getOriginalMessage().startsWith("Unexpected end-of-input");
                throw reader.error(where, cut ? "the report ends in the middle" : e.getOriginalMessage());
            }
        } catch (FileNotFoundException e) {
            throw new CommandException(
                    ExitCode.USAGE,
                    Escape.line(file.getPath()) + ": cannot be read: "
                            + (file.exists() ? "no permission, or no file" : "no such file"));
        } catch (IOException e) {
            throw new CommandException(
                    ExitCode.USAGE, Escape.line(file.getPath()) + ": cannot be read: " + Escape.line(e.getMessage()));
        }
    }

    private static final class CountedStream extends FilterInputStream {

        private final Progress progress;

        CountedStream(InputStream in, Progress progress) {
            super(in);
            this.progress = progress;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            if (progress != null && count > 0) {
                progress.step(count);
            }
            return count;
        }
    }

    private Report.Builder report() throws IOException, CommandException {
        json.nextToken();
        boolean versioned = false;
        for (String key = firstKey(); key != null; key = nextKey()) {
            switch (key) {
                case "schemaVersion":
                    schemaVersion();
                    versioned = true;
                    break;
                case "tool":
                    tool();
                    break;
                case "mode":
                    report.mode(text());
                    break;
                case "policy":
                    policy();
                    break;
                case "candidate":
                    candidate();
                    break;
                case "notices":
                    report.notices(texts());
                    break;
                case "jvm":
                    jvm();
                    break;
                case "reports":
                    report.reports(number());
                    break;
                case "scan":
                    scan();
                    break;
                case "hooks":
                    hooks();
                    break;
                case "switches":
                    report.switches(switches());
                    break;
                case "summary":
                    summary();
                    break;
                case "findings":
                    findings();
                    break;
                case "destinations":
                    destinations();
                    break;
                case "trustStores":
                    report.trustStores(trustStores());
                    break;
                default:
                    json.skipChildren();
            }
        }
        if (!versioned) {
            throw error("this is no report of tlsguard: it has no schemaVersion");
        }
        if (json.nextToken() != null) {
            throw error("there is something after the report");
        }
        return report.hooks(hooks).droppedFindings(droppedFindings);
    }

    private void schemaVersion() throws IOException, CommandException {
        long version = number();
        if (version != JsonReport.SCHEMA_VERSION) {
            throw error("schemaVersion " + version + ": this version of tlsguard reads schemaVersion "
                    + JsonReport.SCHEMA_VERSION);
        }
    }

    private void tool() throws IOException, CommandException {
        for (String key = firstKey(); key != null; key = nextKey()) {
            if ("version".equals(key)) {
                report.toolVersion(text());
            } else {
                json.skipChildren();
            }
        }
    }

    private void policy() throws IOException, CommandException {
        for (String key = firstKey(); key != null; key = nextKey()) {
            switch (key) {
                case "source":
                    report.policySource(text());
                    break;
                case "sha256":
                    report.policySha256(text());
                    break;
                default:
                    json.skipChildren();
            }
        }
    }

    private void candidate() throws IOException, CommandException {
        for (String key = firstKey(); key != null; key = nextKey()) {
            switch (key) {
                case "source":
                    report.candidateSource(text());
                    break;
                case "sha256":
                    report.candidateSha256(text());
                    break;
                default:
                    json.skipChildren();
            }
        }
    }

    private void jvm() throws IOException, CommandException {
        for (String key = firstKey(); key != null; key = nextKey()) {
            switch (key) {
                case "version":
                    report.jvmVersion(text());
                    break;
                case "vendor":
                    report.jvmVendor(text());
                    break;
                case "pid":
                    report.pid(number());
                    break;
                case "mainClass":
                    report.mainClass(text());
                    break;
                case "start":
                    report.start(time());
                    break;
                default:
                    json.skipChildren();
            }
        }
    }

    private void scan() throws IOException, CommandException {
        long classes = 0;
        long archives = 0;
        long lessCertain = 0;
        List<String> problems = new ArrayList<>();
        for (String key = firstKey(); key != null; key = nextKey()) {
            switch (key) {
                case "classes":
                    classes = number();
                    break;
                case "archives":
                    archives = number();
                    break;
                case "lessCertain":
                    lessCertain = number();
                    break;
                case "problems":
                    problems = texts();
                    break;
                default:
                    json.skipChildren();
            }
        }
        report.scan(ScanFacts.of(classes, archives, lessCertain, problems));
    }

    private void hooks() throws IOException, CommandException {
        for (boolean more = firstElement(); more; more = nextElement()) {
            HookStatus hook = hook();
            if (hooks.size() < ReportMerger.MAX_ENTRIES) {
                hooks.add(hook);
            }
        }
    }

    private HookStatus hook() throws IOException, CommandException {
        String name = null;
        boolean live = false;
        String state = null;
        String detail = null;
        for (String key = firstKey(); key != null; key = nextKey()) {
            switch (key) {
                case "name":
                    name = text();
                    break;
                case "live":
                    live = truth();
                    break;
                case "state":
                    state = text();
                    break;
                case "detail":
                    detail = text();
                    break;
                default:
                    json.skipChildren();
            }
        }
        return HookStatus.of(needed(name, "hook", "name"), live, state, detail);
    }

    private List<Switch> switches() throws IOException, CommandException {
        List<Switch> switches = new ArrayList<>();
        for (boolean more = firstElement(); more; more = nextElement()) {
            Switch each = oneSwitch();
            if (switches.size() < MAX_TEXTS) {
                switches.add(each);
            }
        }
        return switches;
    }

    private Switch oneSwitch() throws IOException, CommandException {
        String name = null;
        String kind = null;
        String value = null;
        String setBy = null;
        boolean weakens = false;
        for (String key = firstKey(); key != null; key = nextKey()) {
            switch (key) {
                case "name":
                    name = text();
                    break;
                case "kind":
                    kind = text();
                    break;
                case "value":
                    value = text();
                    break;
                case "setBy":
                    setBy = text();
                    break;
                case "weakens":
                    weakens = truth();
                    break;
                default:
                    json.skipChildren();
            }
        }
        return Switch.of(needed(name, "switch", "name"), needed(kind, "switch", "kind"), value, setBy, weakens);
    }

    private List<TrustStore> trustStores() throws IOException, CommandException {
        List<TrustStore> stores = new ArrayList<>();
        for (boolean more = firstElement(); more; more = nextElement()) {
            TrustStore store = trustStore();
            if (stores.size() < MAX_TEXTS) {
                stores.add(store);
            }
        }
        return stores;
    }

    /** How many are trusted is counted anew. */
    private TrustStore trustStore() throws IOException, CommandException {
        String name = null;
        List<String> used = new ArrayList<>();
        List<String> unused = new ArrayList<>();
        for (String key = firstKey(); key != null; key = nextKey()) {
            switch (key) {
                case "name":
                    name = text();
                    break;
                case "used":
                    used = texts();
                    break;
                case "unused":
                    unused = texts();
                    break;
                default:
                    json.skipChildren();
            }
        }
        return TrustStore.of(needed(name, "trust store", "name"), used, unused);
    }

    /** The counts of findings are counted anew. */
    private void summary() throws IOException, CommandException {
        for (String key = firstKey(); key != null; key = nextKey()) {
            switch (key) {
                case "handshakes":
                    report.handshakes(number());
                    break;
                case "internalErrors":
                    report.internalErrors(number());
                    break;
                case "droppedFindings":
                    droppedFindings = number();
                    break;
                default:
                    json.skipChildren();
            }
        }
    }

    private void findings() throws IOException, CommandException {
        for (boolean more = firstElement(); more; more = nextElement()) {
            sink.finding(finding());
        }
    }

    private Finding finding() throws IOException, CommandException {
        Finding.Builder finding = Finding.builder();
        String rule = null;
        String cause = null;
        String state = null;
        String outcome = null;
        for (String key = firstKey(); key != null; key = nextKey()) {
            switch (key) {
                case "rule":
                    rule = text();
                    break;
                case "cause":
                    cause = text();
                    break;
                case "state":
                    state = text();
                    break;
                case "outcome":
                    outcome = text();
                    break;
                case "severity":
                    finding.severity(text());
                    break;
                case "disposition":
                    finding.disposition(text());
                    break;
                case "candidate":
                    finding.candidateOutcome(candidateOutcome());
                    break;
                case "certainty":
                    finding.certainty(text());
                    break;
                case "execution":
                    finding.execution(text());
                    break;
                case "cwe":
                    finding.cwe(texts());
                    break;
                case "message":
                    finding.message(text());
                    break;
                case "remedy":
                    finding.remedy(text());
                    break;
                case "allow":
                    finding.allow(text());
                    break;
                case "origin":
                    finding.origin(origin());
                    break;
                case "peer":
                    finding.peer(peer());
                    break;
                case "certificate":
                    finding.certificate(certificate());
                    break;
                case "protocol":
                    finding.protocol(text());
                    break;
                case "cipherSuite":
                    finding.cipherSuite(text());
                    break;
                case "count":
                    finding.count(number());
                    break;
                case "first":
                    finding.first(time());
                    break;
                case "last":
                    finding.last(time());
                    break;
                case "stack":
                    finding.stack(texts());
                    break;
                default:
                    json.skipChildren();
            }
        }
        return finding.rule(needed(rule, "finding", "rule"))
                .cause(needed(cause, "finding", "cause"))
                .state(needed(state, "finding", "state"))
                .outcome(needed(outcome, "finding", "outcome"))
                .build();
    }

    private String candidateOutcome() throws IOException, CommandException {
        String outcome = null;
        for (String key = firstKey(); key != null; key = nextKey()) {
            if ("outcome".equals(key)) {
                outcome = text();
            } else {
                json.skipChildren();
            }
        }
        return outcome;
    }

    private Origin origin() throws IOException, CommandException {
        Origin.Builder origin = Origin.builder();
        for (String key = firstKey(); key != null; key = nextKey()) {
            switch (key) {
                case "class":
                    origin.className(text());
                    break;
                case "method":
                    origin.method(text());
                    break;
                case "file":
                    origin.file(text());
                    break;
                case "line":
                    origin.line(smallNumber());
                    break;
                case "location":
                    origin.location(text());
                    break;
                case "artifact":
                    origin.artifact(text());
                    break;
                case "caller":
                    origin.caller(text());
                    break;
                default:
                    json.skipChildren();
            }
        }
        return origin.build();
    }

    private PeerFacts peer() throws IOException, CommandException {
        String role = null;
        String host = null;
        int port = -1;
        for (String key = firstKey(); key != null; key = nextKey()) {
            switch (key) {
                case "role":
                    role = text();
                    break;
                case "host":
                    host = text();
                    break;
                case "port":
                    port = smallNumber();
                    break;
                default:
                    json.skipChildren();
            }
        }
        return PeerFacts.of(needed(role, "peer", "role"), host, port);
    }

    private CertificateFacts certificate() throws IOException, CommandException {
        String subject = null;
        String issuer = null;
        List<String> names = new ArrayList<>();
        String notAfter = null;
        String sha256 = null;
        String spkiSha256 = null;
        for (String key = firstKey(); key != null; key = nextKey()) {
            switch (key) {
                case "subject":
                    subject = text();
                    break;
                case "issuer":
                    issuer = text();
                    break;
                case "names":
                    names = texts();
                    break;
                case "notAfter":
                    notAfter = text();
                    break;
                case "sha256":
                    sha256 = text();
                    break;
                case "spkiSha256":
                    spkiSha256 = text();
                    break;
                default:
                    json.skipChildren();
            }
        }
        return CertificateFacts.of(subject, issuer, names, notAfter, sha256, spkiSha256);
    }

    private void destinations() throws IOException, CommandException {
        for (boolean more = firstElement(); more; more = nextElement()) {
            sink.destination(destination());
        }
    }

    private Destination destination() throws IOException, CommandException {
        String role = null;
        String host = null;
        int port = -1;
        String protocol = null;
        String cipherSuite = null;
        String anchor = null;
        long handshakes = 0;
        for (String key = firstKey(); key != null; key = nextKey()) {
            switch (key) {
                case "role":
                    role = text();
                    break;
                case "host":
                    host = text();
                    break;
                case "port":
                    port = smallNumber();
                    break;
                case "protocol":
                    protocol = text();
                    break;
                case "cipherSuite":
                    cipherSuite = text();
                    break;
                case "anchor":
                    anchor = text();
                    break;
                case "handshakes":
                    handshakes = number();
                    break;
                default:
                    json.skipChildren();
            }
        }
        return Destination.of(
                needed(role, "destination", "role"), host, port, protocol, cipherSuite, anchor, handshakes);
    }

    /**
     * Enters the object the parser is at; its first key, the parser being at that key's value, or null if it is empty.
     */
    private String firstKey() throws IOException, CommandException {
        expect(JsonToken.START_OBJECT, "an object");
        return nextKey();
    }

    private String nextKey() throws IOException {
        if (json.nextToken() == JsonToken.END_OBJECT) {
            return null;
        }
        String key = json.currentName();
        json.nextToken();
        return key;
    }

    /** Enters the array the parser is at; whether it has an element, at which the parser is then. */
    private boolean firstElement() throws IOException, CommandException {
        expect(JsonToken.START_ARRAY, "an array");
        return nextElement();
    }

    private boolean nextElement() throws IOException {
        return json.nextToken() != JsonToken.END_ARRAY;
    }

    private String text() throws IOException, CommandException {
        expect(JsonToken.VALUE_STRING, "a text");
        return json.getText();
    }

    private List<String> texts() throws IOException, CommandException {
        List<String> texts = new ArrayList<>();
        for (boolean more = firstElement(); more; more = nextElement()) {
            String text = text();
            if (texts.size() < MAX_TEXTS) {
                texts.add(text);
            }
        }
        return texts;
    }

    private long number() throws IOException, CommandException {
        expect(JsonToken.VALUE_NUMBER_INT, "a whole number");
        long number = json.getLongValue();
        if (number < 0) {
            throw error("expected a number that is not negative");
        }
        return number;
    }

    private int smallNumber() throws IOException, CommandException {
        long number = number();
        if (number > Integer.MAX_VALUE) {
            throw error("expected a smaller number");
        }
        return (int) number;
    }

    private boolean truth() throws IOException, CommandException {
        if (json.currentToken() == JsonToken.VALUE_TRUE) {
            return true;
        }
        expect(JsonToken.VALUE_FALSE, "true or false");
        return false;
    }

    private long time() throws IOException, CommandException {
        String text = text();
        try {
            return Instant.parse(text).toEpochMilli();
        } catch (DateTimeException | ArithmeticException e) {
            throw error("expected a time such as 2026-11-23T14:00:00Z");
        }
    }

    private void expect(JsonToken token, String what) throws IOException, CommandException {
        if (json.currentToken() == null) {
            throw error("the report ends in the middle");
        }
        if (json.currentToken() != token) {
            throw error("expected " + what);
        }
    }

    private String needed(String text, String what, String key) throws CommandException {
        if (text == null) {
            throw error("this " + what + " has no " + key);
        }
        return text;
    }

    private CommandException error(String message) {
        return error(json.currentTokenLocation(), message);
    }

    private CommandException error(JsonLocation where, String message) {
        int column = Math.max(where.getColumnNr(), 1); // 0 at the end of an empty file
        return new CommandException(
                ExitCode.USAGE,
                Escape.line(file.getPath()) + ":" + where.getLineNr() + ":" + column + ": " + Escape.line(message));
    }
}
