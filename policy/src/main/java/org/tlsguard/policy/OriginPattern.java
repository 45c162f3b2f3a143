package org.tlsguard.policy;

/** Checks patterns over the binary names of classes. */
final class OriginPattern {
    private OriginPattern() {}

    /** Returns what is wrong with a pattern, or null. */
    static String problem(String pattern) {
        boolean narrows = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '/') {
                return "origin is a class name with dots" + Suggestion.of(Problems.shown(pattern.replace('/', '.')));
            }
            if (c != '*' && c != '.' && c != '-' && !Character.isJavaIdentifierPart(c)) {
                return "origin is a class name, in which * stands for anything";
            }
            narrows |= c != '*' && c != '.';
        }
        return narrows ? null : "origin fits every class; name at least a package";
    }
}
