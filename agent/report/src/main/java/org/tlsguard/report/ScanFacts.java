package org.tlsguard.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What a scan looked at, and what it could not. Immutable. */
public final class ScanFacts {

    /** Somebody has to read them. */
    static final int MOST_PROBLEMS = 1_000;

    private final long classes;
    private final long archives;
    private final long lessCertain;
    private final List<String> problems;

    private ScanFacts(long classes, long archives, long lessCertain, List<String> problems) {
        this.classes = classes;
        this.archives = archives;
        this.lessCertain = lessCertain;
        List<String> bounded = new ArrayList<String>();
        for (String problem : problems.subList(0, Math.min(problems.size(), MOST_PROBLEMS))) {
            bounded.add(Bounds.sentences(problem));
        }
        this.problems = Collections.unmodifiableList(bounded);
    }

    /**
     * Describes a scan.
     *
     * @param classes how many classes were looked at
     * @param archives in how many archives, those in others included
     * @param lessCertain how many findings were left out as less certain than asked for
     * @param problems what could not be read, and why, one a text; not null
     */
    public static ScanFacts of(long classes, long archives, long lessCertain, List<String> problems) {
        return new ScanFacts(classes, archives, lessCertain, problems);
    }

    /** How many classes were looked at. */
    public long classes() {
        return classes;
    }

    /** In how many archives, those in others included. */
    public long archives() {
        return archives;
    }

    /** How many findings were left out as less certain than asked for. */
    public long lessCertain() {
        return lessCertain;
    }

    /** What could not be read, and why. Unmodifiable, never null. */
    public List<String> problems() {
        return problems;
    }

    /** Both as one; either may be null. */
    static ScanFacts sum(ScanFacts a, ScanFacts b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        List<String> problems = new ArrayList<String>(a.problems);
        problems.addAll(b.problems);
        return of(
                ReportMerger.sum(a.classes, b.classes),
                ReportMerger.sum(a.archives, b.archives),
                ReportMerger.sum(a.lessCertain, b.lessCertain),
                problems);
    }
}
