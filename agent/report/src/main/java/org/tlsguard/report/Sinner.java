package org.tlsguard.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Findings with a common culprit, the gravest first. */
final class Sinner {

    private static final Comparator<Finding> GRAVEST_FIRST = new Comparator<Finding>() {
        @Override
        public int compare(Finding a, Finding b) {
            int order = Integer.compare(weight(b), weight(a));
            return order != 0 ? order : Long.compare(b.count(), a.count());
        }
    };

    private static final Comparator<Sinner> WORST_FIRST = new Comparator<Sinner>() {
        @Override
        public int compare(Sinner a, Sinner b) {
            int order = GRAVEST_FIRST.compare(a.findings.get(0), b.findings.get(0));
            return order != 0 ? order : Integer.compare(b.findings.size(), a.findings.size());
        }
    };

    private final String name;
    private final List<Finding> findings = new ArrayList<Finding>();

    private Sinner(String name) {
        this.name = name;
    }

    /** The sinners by the jar or directory their code came from, the worst first. */
    static List<Sinner> byLocation(List<Finding> findings) {
        return group(findings, true);
    }

    /** The sinners by class, the worst first. */
    static List<Sinner> byClass(List<Finding> findings) {
        return group(findings, false);
    }

    private static List<Sinner> group(List<Finding> findings, boolean byLocation) {
        Map<String, Sinner> sinners = new LinkedHashMap<String, Sinner>();
        for (Finding finding : findings) {
            Origin origin = finding.origin();
            String name = origin == null ? null : byLocation ? origin.location() : origin.className();
            Sinner sinner = sinners.get(name);
            if (sinner == null) {
                sinner = new Sinner(name);
                sinners.put(name, sinner);
            }
            sinner.findings.add(finding);
        }
        List<Sinner> ranked = new ArrayList<Sinner>(sinners.values());
        for (Sinner sinner : ranked) {
            Collections.sort(sinner.findings, GRAVEST_FIRST);
        }
        Collections.sort(ranked, WORST_FIRST);
        return ranked;
    }

    /** The jar, directory or class; null if unknown. */
    String name() {
        return name;
    }

    /** At least one finding, the gravest first. */
    List<Finding> findings() {
        return findings;
    }

    /** How many findings of harm done. */
    int active() {
        int active = 0;
        for (Finding finding : findings) {
            active += finding.isActive() ? 1 : 0;
        }
        return active;
    }

    /** How often any of it was seen. */
    long sightings() {
        long sightings = 0;
        for (Finding finding : findings) {
            sightings = ReportMerger.sum(sightings, finding.count());
        }
        return sightings;
    }

    /** The Maven coordinates of the jar, or null. */
    String artifact() {
        Origin origin = findings.get(0).origin();
        return origin == null ? null : origin.artifact();
    }

    /**
     * What is not allowed and in force comes before what is; then severity; then harm done before harm possible; then
     * what is sure before what is not.
     */
    private static int weight(Finding finding) {
        int weight = finding.isCandidate() ? 0 : finding.isExempted() ? 100 : 200;
        boolean harm = finding.isActive() || Execution.ACTIVE.equals(finding.execution());
        return weight + 10 * Severity.of(finding).weight() + (harm ? 5 : 0) + sureness(finding);
    }

    private static int sureness(Finding finding) {
        if (!finding.isStatic() || "certain".equals(finding.certainty())) {
            return 2;
        }
        return "likely".equals(finding.certainty()) ? 1 : 0;
    }
}
