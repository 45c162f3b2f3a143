package org.tlsguard.engine.record;

import java.security.cert.CertificateEncodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.tlsguard.engine.observe.CodeOrigin;
import org.tlsguard.engine.observe.Terms;
import org.tlsguard.policy.Catalogue;
import org.tlsguard.policy.Cause;
import org.tlsguard.policy.Exemption;
import org.tlsguard.policy.LibraryRemedies;
import org.tlsguard.policy.Mode;
import org.tlsguard.policy.Outcome;
import org.tlsguard.policy.Peer;
import org.tlsguard.policy.Policy;
import org.tlsguard.policy.PolicyDraft;
import org.tlsguard.policy.State;
import org.tlsguard.report.CertificateFacts;
import org.tlsguard.report.Destination;
import org.tlsguard.report.Escape;
import org.tlsguard.report.Finding;
import org.tlsguard.report.Origin;
import org.tlsguard.report.PeerFacts;
import org.tlsguard.report.Report;

/**
 * Decides what comes of each sin, by mode and exemption, and remembers it: once, however often it is seen. Memory is
 * bounded; what finds no room is counted.
 */
public final class Recorder {

    private static final int MOST_FINDINGS = 1_000;
    private static final int MOST_DESTINATIONS = 2_000;

    /** What a report says of a finding of the candidate's own. */
    private static final String CANDIDATE = "candidate";

    /** What a report says of a finding that the candidate would let pass without a word. */
    private static final String ALLOWED = "allowed";

    private static final List<Outcome> SEVERITY =
            Arrays.asList(Outcome.EXEMPTED, Outcome.REPORTED, Outcome.REWRITTEN, Outcome.VETOED);

    private final Log log;
    private final Runnable news;
    private final Notices notices;
    private final Map<String, Entry> findings = new LinkedHashMap<>();

    /** What the candidate policy has found, guarded by {@code findings}. */
    private final Map<String, Entry> tried = new LinkedHashMap<>();

    private final Map<String, Tally> destinations = new LinkedHashMap<>();
    private final AtomicLong handshakes = new AtomicLong();
    private final AtomicLong internalErrors = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private final TrustStores trustStores = new TrustStores();
    private final FlightRecords flight = new FlightRecords(this);
    private volatile Regime regime;

    private static final class Entry {

        final Finding finding;

        /** Whom and what it concerns, however the policies differ about it. */
        final String concern;

        final long first;

        /** The candidate that was asked when it was seen last; null when there was none. */
        Policy candidate;

        long last;
        long count;

        Entry(Finding finding, String concern, long first) {
            this.finding = finding;
            this.concern = concern;
            this.first = first;
        }
    }

    private static final class Tally {

        final Destination destination;
        long handshakes;

        Tally(Destination destination) {
            this.destination = destination;
        }
    }

    /**
     * @param regime what is in force
     * @param news told whenever there is something to write
     */
    public Recorder(Regime regime, Log log, Runnable news) {
        this.regime = regime;
        this.log = log;
        this.news = news;
        notices = new Notices(log, news);
    }

    /** What is in force. */
    public Regime regime() {
        return regime;
    }

    /** The mode in force where a policy names none for a rule. */
    public Mode mode() {
        return regime.mode();
    }

    /** What the operator should know. */
    public Notices notices() {
        return notices;
    }

    /** The trust anchors by which peers are judged. */
    public TrustStores trustStores() {
        return trustStores;
    }

    /** Replaces what is in force. What was found so far stays; what the former candidate said of it is forgotten. */
    public void enact(Regime next) {
        synchronized (findings) {
            if (next.candidate() != regime.candidate()) {
                tried.clear();
            }
            regime = next;
        }
        notices.accepted();
        trustStores.policyChanged();
        news.run();
    }

    /** Decides and remembers what concerns the JVM and no connection, by the policy in force and by the candidate. */
    public void ruleOfJvm(Sin sin) {
        for (Terms each : regime.general()) {
            rule(sin.under(each));
        }
    }

    /** Decides and remembers. */
    public Ruling rule(Sin sin) {
        Mode ruleMode = sin.terms.mode(sin.rule);
        if (ruleMode == Mode.OFF) {
            return new Ruling(null, null);
        }
        Exemption exemption = exemption(sin, new Date());
        Outcome outcome = outcome(sin, ruleMode, exemption);
        if (!sin.terms.candidate && flight.isOn()) {
            flight.finding(sin, outcome.id());
        }
        String key = key(sin, outcome);
        if (countAgain(key, sin) && (outcome != Outcome.VETOED || sin.terms.candidate)) {
            // Nothing is made anew for what was seen before, on the path of a handshake that goes on.
            return new Ruling(outcome, null);
        }
        String message = "tlsguard: " + sin.rule.id() + "/" + sin.cause.id() + ": " + sentence(sin);
        String allow = sin.peer == null && sin.origin.className() == null
                ? null
                : PolicyDraft.allow(
                        sin.rule, sin.cause, sin.peer, sin.certificate, sin.values, sin.origin.className(), new Date());
        remember(key, sin, outcome, message, allow, exemption);
        if (outcome == Outcome.VETOED && allow != null) {
            message = message + ". These lines of policy would allow exactly this:\n" + allow;
        }
        return new Ruling(outcome, message);
    }

    /** Counts a handshake and what it negotiated. */
    public void handshake(Peer peer, String protocol, String cipherSuite, String anchor) {
        handshakes.incrementAndGet();
        if (flight.isOn()) {
            flight.handshake(peer.role().id(), peer.host(), peer.port(), protocol, cipherSuite, anchor);
        }
        String key =
                peer.role() + " " + peer.host() + " " + peer.port() + " " + protocol + " " + cipherSuite + " " + anchor;
        synchronized (destinations) {
            Tally tally = destinations.get(key);
            if (tally == null && destinations.size() < MOST_DESTINATIONS) {
                tally = new Tally(
                        Destination.of(peer.role().id(), peer.host(), peer.port(), protocol, cipherSuite, anchor, 1));
                destinations.put(key, tally);
            }
            if (tally != null) {
                tally.handshakes++;
            }
        }
        news.run();
    }

    /** Counts a fault of the guard itself; the first ones are told in the log. */
    public void fault(String where, Throwable fault) {
        if (internalErrors.incrementAndGet() <= 5) {
            StringBuilder text = new StringBuilder("internal fault in ")
                    .append(where)
                    .append(": ")
                    .append(fault);
            StackTraceElement[] stack = fault.getStackTrace();
            for (int i = 0; i < Math.min(6, stack.length); i++) {
                text.append(i == 0 ? " at " : " < ").append(stack[i]);
            }
            log.line(text.toString());
        }
        news.run();
    }

    /** Fills in what was recorded so far. */
    public Report.Builder fill(Report.Builder report) {
        Regime now = regime;
        List<Finding> all = findings(now.candidate());
        List<Destination> peers = new ArrayList<>();
        Set<String> anchors = new HashSet<>();
        synchronized (destinations) {
            for (Tally each : destinations.values()) {
                Destination known = each.destination;
                anchors.add(known.anchor());
                peers.add(Destination.of(
                        known.role(),
                        known.host(),
                        known.port(),
                        known.protocol(),
                        known.cipherSuite(),
                        known.anchor(),
                        each.handshakes));
            }
        }
        return report.policySource(now.policy().source())
                .policySha256(now.policy().sha256())
                .candidateSource(
                        now.candidate() == null ? null : now.candidate().source())
                .candidateSha256(
                        now.candidate() == null ? null : now.candidate().sha256())
                .mode(now.mode().id())
                .notices(notices.current(now))
                .handshakes(handshakes.get())
                .internalErrors(internalErrors.get())
                .droppedFindings(dropped.get())
                .findings(all)
                .destinations(peers)
                .trustStores(trustStores.current(anchors));
    }

    /**
     * Those of the policy in force, each with what the candidate would do about the same; and then those that only the
     * candidate has.
     */
    private List<Finding> findings(Policy candidate) {
        List<Finding> all = new ArrayList<>();
        synchronized (findings) {
            Map<String, String> outcomes = new HashMap<>();
            for (Entry each : tried.values()) {
                String outcome = each.finding.outcome();
                String known = outcomes.get(each.concern);
                if (known == null || severity(outcome) > severity(known)) {
                    outcomes.put(each.concern, outcome);
                }
            }
            for (Entry each : findings.values()) {
                String outcome = outcomes.get(each.concern);
                boolean asked = candidate != null && each.candidate == candidate;
                all.add(finding(each)
                        .candidateOutcome(asked ? outcome == null ? ALLOWED : outcome : null)
                        .build());
            }
            for (Map.Entry<String, Entry> each : tried.entrySet()) {
                if (!isFoundInForce(each.getKey())) {
                    all.add(finding(each.getValue()).disposition(CANDIDATE).build());
                }
            }
        }
        return all;
    }

    private boolean isFoundInForce(String keyOfCandidate) {
        for (Outcome each : Outcome.values()) {
            if (findings.containsKey(each.id() + keyOfCandidate.substring(keyOfCandidate.indexOf(' ')))) {
                return true;
            }
        }
        return false;
    }

    private static int severity(String outcome) {
        return SEVERITY.indexOf(Outcome.of(outcome));
    }

    private static Finding.Builder finding(Entry entry) {
        return builder(entry.finding).count(entry.count).first(entry.first).last(entry.last);
    }

    /** An exemption that holds for all of what a sin is about; null when there is none. */
    private static Exemption exemption(Sin sin, Date now) {
        Exemption found = null;
        for (String each : values(sin)) {
            found = sin.terms.policy.exemption(sin.rule, sin.cause, each, sin.origin.className(), now);
            if (found == null) {
                return null;
            }
        }
        return found;
    }

    /** An exemption that would hold for any of it, had it not expired; null when there is none. */
    private static Exemption expired(Sin sin, Date now) {
        for (String each : values(sin)) {
            Exemption found = sin.terms.policy.expiredExemption(sin.rule, sin.cause, each, sin.origin.className(), now);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static List<String> values(Sin sin) {
        return sin.values.isEmpty() ? Collections.<String>singletonList(null) : sin.values;
    }

    private static Outcome outcome(Sin sin, Mode ruleMode, Exemption exemption) {
        if (exemption != null) {
            return Outcome.EXEMPTED;
        }
        if (ruleMode == Mode.AUDIT) {
            return Outcome.REPORTED;
        }
        if (sin.state == State.ACTIVE) {
            return Outcome.VETOED;
        }
        return sin.repaired ? Outcome.REWRITTEN : Outcome.REPORTED;
    }

    private static String sentence(Sin sin) {
        StringBuilder text = new StringBuilder();
        if (sin.peer != null) {
            text.append(sin.peer).append(": ");
        }
        text.append(sin.detail);
        if (sin.origin.className() != null) {
            text.append("; at fault: ").append(sin.origin);
        }
        Exemption expired = expired(sin, new Date());
        if (expired != null) {
            text.append("; the exemption at ")
                    .append(expired.where())
                    .append(" expired on ")
                    .append(expired.expiryDay())
                    .append(" and no longer holds");
        }
        return Escape.line(text.toString());
    }

    private static String key(Sin sin, Outcome outcome) {
        return outcome.id() + " " + sin.cause + " " + sin.state + " " + sin.values + " " + concern(sin)
                + (sin.certificate == null ? sin.detail : "");
    }

    private static String concern(Sin sin) {
        CodeOrigin code = sin.origin;
        return sin.rule + " " + code.className() + " " + code.method() + " " + code.location() + " " + code.caller()
                + " " + sin.peer + " " + (sin.certificate == null ? "" : fingerprint(sin));
    }

    private static String fingerprint(Sin sin) {
        try {
            return Integer.toHexString(Arrays.hashCode(sin.certificate.getEncoded()));
        } catch (CertificateEncodingException unreadable) {
            return "unreadable";
        }
    }

    private Map<String, Entry> book(Sin sin) {
        return sin.terms.candidate ? tried : findings;
    }

    private boolean countAgain(String key, Sin sin) {
        synchronized (findings) {
            Entry known = book(sin).get(key);
            if (known == null) {
                return false;
            }
            known.count++;
            known.candidate = regime.candidate();
            known.last = System.currentTimeMillis();
        }
        news.run();
        return true;
    }

    private void remember(String key, Sin sin, Outcome outcome, String message, String allow, Exemption exemption) {
        long now = System.currentTimeMillis();
        Entry entry = new Entry(finding(sin, outcome, message, allow), concern(sin), now);
        entry.last = now;
        entry.count = 1;
        synchronized (findings) {
            Map<String, Entry> book = book(sin);
            if (book.containsKey(key)) {
                return;
            }
            if (book.size() >= MOST_FINDINGS) {
                dropped.incrementAndGet();
                return;
            }
            entry.candidate = regime.candidate();
            book.put(key, entry);
        }
        if (!sin.terms.candidate) {
            log(sin, outcome, message, exemption);
        }
        news.run();
    }

    private void log(Sin sin, Outcome outcome, String message, Exemption exemption) {
        log.line(sin.state.id() + " " + outcome.id() + " " + message.substring("tlsguard: ".length())
                + (exemption == null ? "" : " (exempted by " + exemption.where() + ")"));
    }

    private static Finding finding(Sin sin, Outcome outcome, String message, String allow) {
        CodeOrigin code = sin.origin;
        Finding.Builder finding = Finding.builder()
                .rule(sin.rule.id())
                .cause(sin.cause.id())
                .state(sin.state.id())
                .outcome(outcome.id())
                .severity(Catalogue.severity(sin.rule, sin.cause, sin.state).id())
                .cwe(Catalogue.cwe(sin.rule, sin.cause))
                .message(message)
                .remedy(remedy(sin))
                .allow(allow)
                .certificate(sin.certificate == null ? null : CertificateFacts.of(sin.certificate))
                .protocol(sin.protocol)
                .cipherSuite(sin.cipherSuite)
                .stack(code.stack());
        if (code.className() != null) {
            finding.origin(Origin.builder()
                    .className(code.className())
                    .method(code.method())
                    .file(code.file())
                    .line(code.line())
                    .location(code.location())
                    .artifact(code.artifact())
                    .caller(code.caller())
                    .build());
        }
        if (sin.peer != null) {
            finding.peer(PeerFacts.of(sin.peer.role().id(), sin.peer.host(), sin.peer.port()));
        }
        return finding.build();
    }

    /**
     * Where a library does not verify, what to set there goes before what to do in general. One that has another library do
     * so has the setting.
     */
    private static String remedy(Sin sin) {
        String general = Catalogue.remedy(sin.rule, sin.cause);
        String atFault = sin.origin.className();
        if (atFault == null || sin.cause == Cause.PIN_MISMATCH || sin.cause == Cause.DISTRUSTED) {
            return general;
        }
        String callers = sin.origin.caller() == null
                ? null
                : LibraryRemedies.of(CodeOrigin.classOf(sin.origin.caller()), sin.rule);
        String own = callers != null ? callers : LibraryRemedies.of(atFault, sin.rule);
        return own == null ? general : own + ' ' + general;
    }

    private static Finding.Builder builder(Finding finding) {
        return Finding.builder()
                .rule(finding.rule())
                .cause(finding.cause())
                .state(finding.state())
                .outcome(finding.outcome())
                .severity(finding.severity())
                .cwe(finding.cwe())
                .message(finding.message())
                .remedy(finding.remedy())
                .allow(finding.allow())
                .origin(finding.origin())
                .peer(finding.peer())
                .certificate(finding.certificate())
                .protocol(finding.protocol())
                .cipherSuite(finding.cipherSuite())
                .stack(finding.stack());
    }
}
