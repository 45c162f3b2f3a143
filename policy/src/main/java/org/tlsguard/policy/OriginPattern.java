package org.tlsguard.policy;

/** Patterns over the binary names of classes, as {@code Class.getName()} gives them. */
public final class OriginPattern {
    private static final String LAMBDA = "$$Lambda";

    private OriginPattern() {}

    /**
     * Returns what is wrong with a pattern, or null.
     *
     * @param pattern any text; not null
     */
    public static String problem(String pattern) {
        boolean narrows = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '/' && (pattern.startsWith("0x", i + 1) || pattern.startsWith("*", i + 1))) {
                // Hidden classes (JEP 371) have an address behind a slash.
                continue;
            }
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

    /**
     * Returns the narrowest pattern that fits a class in every run: lambdas and other hidden classes are renamed each time.
     *
     * @param className the binary name as the JVM gives it; not null. What is no such name gives no valid pattern
     */
    public static String of(String className) {
        int lambda = className.indexOf(LAMBDA);
        if (lambda >= 0) {
            return className.substring(0, lambda) + LAMBDA + '*';
        }
        int slash = className.indexOf('/');
        return slash < 0 ? className : className.substring(0, slash) + "/*";
    }
}
