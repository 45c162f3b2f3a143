package org.tlsguard.policy;

/** Compares a text with a pattern in which {@code *} stands for any characters, none included. */
final class Glob {
    private Glob() {}

    /** Takes time proportional to the product of both lengths at worst; there is no pattern that explodes. */
    static boolean matches(String pattern, String text) {
        int p = 0;
        int t = 0;
        int star = -1;
        int resume = 0;
        while (t < text.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                resume = t;
            } else if (p < pattern.length() && pattern.charAt(p) == text.charAt(t)) {
                p++;
                t++;
            } else if (star >= 0) {
                // Only the last star need be tried again: what the earlier ones took is the shortest that fits.
                p = star + 1;
                t = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }
}
