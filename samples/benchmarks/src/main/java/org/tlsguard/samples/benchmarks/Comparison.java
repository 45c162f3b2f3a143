package org.tlsguard.samples.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;

/**
 * What of two JVMs is compared, and what the guard may cost.
 *
 * @param what the figure in words
 * @param figure its name in what a {@link Fork} returns
 * @param bound what the median may be at most, or at least for a rate; NaN if it is only told
 */
record Comparison(String what, String figure, String unit, Kind kind, double bound) {

    /** How two figures are compared: always run by run, and the median of that counts. */
    enum Kind {
        /** Costs: how many times as much. */
        RATIO((with, without) -> with / without, "%.3f", "≤ "),
        /** Costs: how much more. */
        DIFFERENCE((with, without) -> with - without, "%+.1f", "≤ "),
        /** The costs of one operation, compared as how many are done in the same time. */
        RATE((with, without) -> without / with, "%.3f", "≥ ");

        private final DoubleBinaryOperator operator;
        private final String format;
        private final String sign;

        Kind(DoubleBinaryOperator operator, String format, String sign) {
            this.operator = operator;
            this.format = format;
            this.sign = sign;
        }

        private boolean keeps(double median, double bound) {
            return this == RATE ? median >= bound : median <= bound;
        }
    }

    /** The heads of the {@link #cells}. */
    static final List<String> HEAD =
            List.of("measured", "JDK", "without: median (min–max)", "with: median (min–max)", "compared", "bound", "");

    static Comparison ratio(String what, String figure, String unit, double bound) {
        return new Comparison(what, figure, unit, Kind.RATIO, bound);
    }

    static Comparison difference(String what, String figure, String unit, double bound) {
        return new Comparison(what, figure, unit, Kind.DIFFERENCE, bound);
    }

    static Comparison rate(String what, String figure, String unit, double bound) {
        return new Comparison(what, figure, unit, Kind.RATE, bound);
    }

    /** A row of the table. */
    List<String> cells(int jdk, List<Map<String, Double>> withoutGuard, List<Map<String, Double>> withGuard) {
        Series without = series(withoutGuard);
        Series with = series(withGuard);
        double median = new Series(IntStream.range(0, with.values().size())
                        .mapToObj(i -> kind.operator.applyAsDouble(
                                with.values().get(i), without.values().get(i)))
                        .toList())
                .median();
        boolean bounded = !Double.isNaN(bound);
        return List.of(
                what,
                String.valueOf(jdk),
                without + " " + unit,
                with + " " + unit,
                kind.format.formatted(median),
                bounded ? kind.sign + kind.format.formatted(bound) : "",
                !bounded ? "" : kind.keeps(median, bound) ? "kept" : "BROKEN");
    }

    private Series series(List<Map<String, Double>> runs) {
        return new Series(runs.stream().map(run -> run.get(figure)).toList());
    }
}
