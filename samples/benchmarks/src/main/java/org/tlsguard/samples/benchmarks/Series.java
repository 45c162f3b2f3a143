package org.tlsguard.samples.benchmarks;

import java.util.List;

/** One figure of many runs. */
record Series(List<Double> values) {

    double median() {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** Median, and between which values they all lie. */
    @Override
    public String toString() {
        List<Double> sorted = values.stream().sorted().toList();
        return "%s (%s–%s)".formatted(text(median()), text(sorted.get(0)), text(sorted.get(sorted.size() - 1)));
    }

    private static String text(double value) {
        return (value < 1_000 ? "%.1f" : "%.0f").formatted(value);
    }
}
