package org.tlsguard.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes one report of many: the same finding from several JVMs becomes one, with the counts added.
 *
 * <p>What the reports have in common (mode, policy, JVM) stays; what differs is left out. Memory is bounded, however
 * many reports there are. Not thread-safe.
 */
public final class ReportMerger {

    /** How many findings, and how many destinations, a merged report has at most. */
    public static final int MAX_ENTRIES = 10_000;

    /**
     * How many characters the findings of a merged report may have. Stacks, most of them by far, have half of it: a finding
     * that comes later is kept without.
     */
    static final int MAX_TEXT = 8_000_000;

    /** There is a row per hook of any version; many more than this is no report of ours. */
    private static final int MAX_HOOKS = 1_000;

    /** What a fleet is started with differs less than its findings do. */
    private static final int MAX_SWITCHES = 1_000;

    /** A policy names a few. */
    private static final int MAX_TRUST_STORES = 100;

    private final Map<Object, Finding> findings = new LinkedHashMap<Object, Finding>();
    private final Map<Object, Destination> destinations = new LinkedHashMap<Object, Destination>();
    private final Map<String, HookStatus> hooks = new LinkedHashMap<String, HookStatus>();
    private final Map<Object, Switch> switches = new LinkedHashMap<Object, Switch>();
    private final Map<String, TrustStore> trustStores = new LinkedHashMap<String, TrustStore>();
    private final Set<String> notices = new LinkedHashSet<String>();
    private Report common;
    private long handshakes;
    private long internalErrors;
    private long droppedFindings;
    private long text;
    private long stacks;

    /**
     * Adds a report.
     *
     * @param report the report of one JVM, or one already merged
     */
    public void add(Report report) {
        common = common == null ? report : common(common, report);
        handshakes = sum(handshakes, report.handshakes());
        internalErrors = sum(internalErrors, report.internalErrors());
        droppedFindings = sum(droppedFindings, report.droppedFindings());
        for (String notice : report.notices()) {
            if (notices.size() < Report.MAX_NOTICES) {
                notices.add(notice);
            }
        }
        for (HookStatus hook : report.hooks()) {
            add(hook);
        }
        for (Switch each : report.switches()) {
            add(each);
        }
        for (TrustStore store : report.trustStores()) {
            add(store);
        }
        for (Finding finding : report.findings()) {
            add(finding);
        }
        for (Destination destination : report.destinations()) {
            add(destination);
        }
    }

    /**
     * Returns what was added so far as one report. Findings beyond {@link #MAX_ENTRIES} are counted among its
     * {@linkplain Report#droppedFindings() dropped} ones; destinations beyond it are left out.
     */
    public Report merged() {
        Report head = common == null ? Report.builder().reports(0).build() : common;
        return header(head)
                .notices(new ArrayList<String>(notices))
                .hooks(new ArrayList<HookStatus>(hooks.values()))
                .switches(new ArrayList<Switch>(switches.values()))
                .trustStores(new ArrayList<TrustStore>(trustStores.values()))
                .handshakes(handshakes)
                .internalErrors(internalErrors)
                .droppedFindings(droppedFindings)
                .findings(Execution.mark(new ArrayList<Finding>(findings.values()), head.reports()))
                .destinations(new ArrayList<Destination>(destinations.values()))
                .build();
    }

    private static Report.Builder header(Report report) {
        return Report.builder()
                .toolVersion(report.toolVersion())
                .mode(report.mode())
                .policySource(report.policySource())
                .policySha256(report.policySha256())
                .candidateSource(report.candidateSource())
                .candidateSha256(report.candidateSha256())
                .jvmVersion(report.jvmVersion())
                .jvmVendor(report.jvmVendor())
                .pid(report.pid())
                .mainClass(report.mainClass())
                .start(report.start())
                .reports(report.reports())
                .scan(report.scan());
    }

    private static Report common(Report a, Report b) {
        if (isOfCode(a) || isOfCode(b)) {
            return header(isOfCode(a) ? b : a)
                    .scan(ScanFacts.sum(a.scan(), b.scan()))
                    .build();
        }
        return Report.builder()
                .toolVersion(common(a.toolVersion(), b.toolVersion()))
                .mode(common(a.mode(), b.mode()))
                .policySource(common(a.policySource(), b.policySource()))
                .policySha256(common(a.policySha256(), b.policySha256()))
                .candidateSource(common(a.candidateSource(), b.candidateSource()))
                .candidateSha256(common(a.candidateSha256(), b.candidateSha256()))
                .jvmVersion(common(a.jvmVersion(), b.jvmVersion()))
                .jvmVendor(common(a.jvmVendor(), b.jvmVendor()))
                .pid(a.pid() == b.pid() ? a.pid() : 0)
                .mainClass(common(a.mainClass(), b.mainClass()))
                .start(earlier(a.start(), b.start()))
                .reports(sum(a.reports(), b.reports()))
                .scan(ScanFacts.sum(a.scan(), b.scan()))
                .build();
    }

    /** Whether a report tells of no JVM, so that nothing in it can differ from one that does. */
    private static boolean isOfCode(Report report) {
        return report.reports() == 0;
    }

    private static String common(String a, String b) {
        return a != null && a.equals(b) ? a : null;
    }

    /** A failure anywhere must not be hidden by success elsewhere; otherwise, what is at work somewhere is at work. */
    private void add(HookStatus hook) {
        HookStatus known = hooks.get(hook.name());
        if (known == null
                ? hooks.size() < MAX_HOOKS
                : !known.isFailed() && (hook.isFailed() || !known.live() && hook.live())) {
            hooks.put(hook.name(), hook);
        }
    }

    /** The same value of the same property is one, weak if it was so under any policy. */
    private void add(Switch found) {
        List<Object> identity = Arrays.<Object>asList(found.kind(), found.name(), found.value());
        Switch known = switches.get(identity);
        if (known != null) {
            switches.put(
                    identity,
                    Switch.of(
                            found.name(),
                            found.kind(),
                            found.value(),
                            common(known.setBy(), found.setBy()),
                            known.weakens() || found.weakens()));
        } else if (switches.size() < MAX_SWITCHES) {
            switches.put(identity, found);
        }
    }

    private void add(TrustStore store) {
        TrustStore known = trustStores.get(store.name());
        if (known != null || trustStores.size() < MAX_TRUST_STORES) {
            trustStores.put(store.name(), known == null ? store : known.plus(store));
        }
    }

    /**
     * Adds a finding of a report that is too large to be held as a whole; the rest of it is a report of its own.
     *
     * @param finding the finding
     */
    public void add(Finding finding) {
        Object identity = finding.identity();
        Finding known = findings.get(identity);
        if (known != null) {
            String asked = known.candidateOutcome() == null ? finding.candidateOutcome() : known.candidateOutcome();
            findings.put(
                    identity,
                    known.seen(
                                    sum(known.count(), finding.count()),
                                    earlier(known.first(), finding.first()),
                                    Math.max(known.last(), finding.last()))
                            .asked(asked));
            return;
        }
        Finding kept = stacks + finding.stackLength() > MAX_TEXT / 2 ? finding.withoutStack() : finding;
        long length = kept.textLength() + kept.stackLength();
        if (findings.size() >= MAX_ENTRIES || text + length > MAX_TEXT) {
            droppedFindings = sum(droppedFindings, finding.count());
            return;
        }
        text += length;
        stacks += kept.stackLength();
        findings.put(identity, kept);
    }

    /**
     * Likewise a destination.
     *
     * @param destination the destination
     */
    public void add(Destination destination) {
        List<Object> identity = Arrays.<Object>asList(
                destination.role(),
                destination.host(),
                destination.port(),
                destination.protocol(),
                destination.cipherSuite(),
                destination.anchor());
        Destination known = destinations.get(identity);
        if (known != null || destinations.size() < MAX_ENTRIES) {
            destinations.put(identity, known == null ? destination : known.plus(destination.handshakes()));
        }
    }

    /** The earlier of two times, of which 0 is none. */
    private static long earlier(long a, long b) {
        return a == 0 ? b : b == 0 ? a : Math.min(a, b);
    }

    /** The sum of two numbers that are not negative, or the largest number there is. */
    static long sum(long a, long b) {
        long sum = a + b;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }
}
