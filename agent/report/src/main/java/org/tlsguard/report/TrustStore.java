package org.tlsguard.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Trust anchors by which peers were judged, told apart by their subjects: those that a peer's chain was found to rest on, and
 * those that are trusted for nothing. Immutable.
 */
public final class TrustStore {

    /** The name of what the application's own validations trust, from whichever of its stores. */
    public static final String APPLICATION = "application";

    /** How many anchors are told; nobody trusts more than a few hundred on purpose. */
    static final int MAX_ANCHORS = 2_000;

    private final String name;
    private final List<String> used;
    private final List<String> unused;

    private TrustStore(String name, Collection<String> used, Collection<String> unused) {
        this.name = Bounds.name(Objects.requireNonNull(name, "name"));
        this.used = bounded(used, MAX_ANCHORS);
        this.unused = bounded(unused, MAX_ANCHORS - this.used.size());
    }

    private static List<String> bounded(Collection<String> subjects, int most) {
        Set<String> kept = new LinkedHashSet<String>();
        for (String each : subjects) {
            if (kept.size() < most) {
                kept.add(Bounds.name(each));
            }
        }
        return Collections.unmodifiableList(new ArrayList<String>(kept));
    }

    /**
     * Describes a trust store.
     *
     * @param name {@link #APPLICATION}, or what the policy calls it: {@code jvm}, {@code os} or a file
     * @param used the subjects of the anchors that a peer's chain was found to rest on
     * @param unused the subjects of all others
     */
    public static TrustStore of(String name, Collection<String> used, Collection<String> unused) {
        return new TrustStore(name, used, unused);
    }

    /** {@link #APPLICATION}, or what the policy calls it. */
    public String name() {
        return name;
    }

    /** How many anchors are trusted. */
    public int trusted() {
        return used.size() + unused.size();
    }

    /** The subjects of the anchors that a peer's chain was found to rest on. Unmodifiable, never null. */
    public List<String> used() {
        return used;
    }

    /** The subjects of the anchors that no peer's chain was found to rest on. Unmodifiable, never null. */
    public List<String> unused() {
        return unused;
    }

    /** What both trust; what either used is used. */
    TrustStore plus(TrustStore other) {
        Set<String> eitherUsed = new LinkedHashSet<String>(used);
        eitherUsed.addAll(other.used);
        Set<String> neitherUsed = new LinkedHashSet<String>(unused);
        neitherUsed.addAll(other.unused);
        neitherUsed.removeAll(eitherUsed);
        return of(name, eitherUsed, neitherUsed);
    }
}
