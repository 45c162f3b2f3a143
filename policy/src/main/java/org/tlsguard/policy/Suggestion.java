package org.tlsguard.policy;

import java.util.Locale;

/** Finds what the author of a policy may have meant. */
final class Suggestion {
    private Suggestion() {}

    /** Returns {@code  (did you mean X?)}, with the space in front. */
    static String of(String meant) {
        return " (did you mean " + meant + "?)";
    }

    /**
     * Returns the hint for the nearest of the words, or the empty string when none is near: at most a third of the letters
     * differ. Case, and dashes against underscores, differ by nothing.
     */
    static String among(String written, Iterable<String> words) {
        String best = null;
        // TLSv1.0 is TLSv1, and not the version that is one letter away.
        String whole = written.endsWith(".0") ? written.substring(0, written.length() - 2) : written;
        int bestDistance = Integer.MAX_VALUE;
        String folded = fold(written);
        for (String word : words) {
            if (word.equals(whole)) {
                return of(word);
            }
            int allowed = Math.max(1, Math.min(written.length(), word.length()) / 3);
            // The length alone says that a long text is far away; so no long text is ever compared.
            if (Math.abs(written.length() - word.length()) <= allowed) {
                int distance = distance(folded, fold(word));
                if (distance <= allowed && distance < bestDistance) {
                    best = word;
                    bestDistance = distance;
                }
            }
        }
        return best == null ? "" : of(best);
    }

    private static String fold(String word) {
        return word.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The optimal string alignment distance: insertions, deletions, replacements and swaps of neighbours. */
    private static int distance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            beforeLast = last;
            last = row;
        }
        return last[b.length()];
    }
}
