package org.tlsguard.report;

import java.io.IOException;

/**
 * Makes text from an attacker harmless where it is shown: on a line of a log or terminal, in HTML, in a JSON string.
 *
 * <p>Besides the syntax of the target, every form neutralises what deceives the reader: control characters (a forged
 * log line, a terminal escape sequence), format characters (bidirectional overrides, zero-width characters), line and
 * paragraph separators, unassigned code points and surrogates without their other half. Lines and HTML show them as
 * <code>&#92;u202e</code>; JSON writes them as its own escapes, so a parser gets them back, but for lone surrogates,
 * which strict parsers refuse: they become U+FFFD.
 */
public final class Escape {

    /** Longest result of {@link #line(String)}, in characters: several times the longest host name. */
    public static final int MAX_LINE = 1000;

    private static final char ELLIPSIS = '\u2026';
    private static final char REPLACEMENT = '\ufffd';

    private Escape() {}

    /**
     * Text as part of one line of a log or terminal, at most {@link #MAX_LINE} characters long.
     *
     * @param text any text, or null
     * @return printable text without line breaks; longer text is cut and ends with an ellipsis; {@code "null"} for null
     */
    public static String line(String text) {
        return line(text, MAX_LINE);
    }

    /**
     * Text as part of one line of a log or terminal.
     *
     * @param text any text, or null
     * @param max the longest result wanted, in characters; at least 1
     * @return printable text without line breaks; longer text is cut and ends with an ellipsis; {@code "null"} for null
     */
    public static String line(String text, int max) {
        if (text == null) {
            return "null";
        }
        // What is beyond the bound is not even looked at: the text may be megabytes long.
        StringBuilder out = new StringBuilder(Math.min(text.length(), max) + 16);
        int at = 0;
        while (at < text.length() && out.length() <= max) {
            int c = text.codePointAt(at);
            at += Character.charCount(c);
            if (deceives(c)) {
                visible(c, out);
            } else {
                out.appendCodePoint(c);
            }
        }
        return at < text.length() ? cut(out.append(ELLIPSIS), max) : cut(out, max);
    }

    /**
     * Text as HTML character data, fit for element content and for quoted attribute values.
     *
     * @param text any text, not null
     * @param out where the escaped text goes
     * @throws IOException if {@code out} does
     */
    static void html(CharSequence text, Appendable out) throws IOException {
        for (int at = 0; at < text.length(); ) {
            int c = Character.codePointAt(text, at);
            at += Character.charCount(c);
            switch (c) {
                case '<':
                    out.append("&lt;");
                    break;
                case '>':
                    out.append("&gt;");
                    break;
                case '&':
                    out.append("&amp;");
                    break;
                case '"':
                    out.append("&quot;");
                    break;
                case '\'':
                    out.append("&#39;");
                    break;
                default:
                    if (deceives(c)) {
                        visible(c, out);
                    } else {
                        append(c, out);
                    }
            }
        }
    }

    /**
     * Text as the inside of a JSON string (RFC 8259), without its quotes.
     *
     * @param text any text, not null
     * @param out where the escaped text goes
     * @throws IOException if {@code out} does
     */
    static void json(CharSequence text, Appendable out) throws IOException {
        for (int at = 0; at < text.length(); ) {
            int c = Character.codePointAt(text, at);
            at += Character.charCount(c);
            if (c == '"' || c == '\\') {
                out.append('\\').append((char) c);
            } else if (c == '\n') {
                out.append("\\n");
            } else if (isSurrogate(c)) {
                out.append(REPLACEMENT);
            } else if (deceives(c)) {
                visible(c, out);
            } else {
                append(c, out);
            }
        }
    }

    /**
     * The beginning of a text, never cut within a surrogate pair.
     *
     * @param text any text, or null
     * @param max the longest result wanted, in characters; at least 1
     * @return the text itself if it is short enough, else its beginning with an ellipsis; null for null
     */
    static String bounded(String text, int max) {
        if (text == null || text.length() <= max) {
            return text;
        }
        return cut(new StringBuilder(max + 1).append(text, 0, max).append(ELLIPSIS), max);
    }

    private static String cut(StringBuilder text, int max) {
        if (text.length() > max) {
            int end = max - 1;
            if (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
                end--;
            }
            text.setLength(end);
            text.append(ELLIPSIS);
        }
        return text.toString();
    }

    private static boolean deceives(int c) {
        if (c >= ' ' && c < 0x7f) {
            return false;
        }
        switch (Character.getType(c)) {
            case Character.CONTROL:
            case Character.FORMAT:
            case Character.LINE_SEPARATOR:
            case Character.PARAGRAPH_SEPARATOR:
            case Character.SURROGATE:
            case Character.UNASSIGNED:
                return true;
            default:
                return false;
        }
    }

    private static boolean isSurrogate(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    /** Appends the code point as one or two UTF-16 escapes, which Java, JSON and YAML read alike. */
    private static void visible(int c, Appendable out) throws IOException {
        if (Character.isSupplementaryCodePoint(c)) {
            unit(Character.highSurrogate(c), out);
            unit(Character.lowSurrogate(c), out);
        } else {
            unit((char) c, out);
        }
    }

    private static void visible(int c, StringBuilder out) {
        try {
            visible(c, (Appendable) out);
        } catch (IOException e) {
            throw new AssertionError("a StringBuilder throws no IOException", e);
        }
    }

    private static void unit(char c, Appendable out) throws IOException {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.append(Character.forDigit(c >> shift & 0xf, 16));
        }
    }

    private static void append(int c, Appendable out) throws IOException {
        if (Character.isSupplementaryCodePoint(c)) {
            out.append(Character.highSurrogate(c)).append(Character.lowSurrogate(c));
        } else {
            out.append((char) c);
        }
    }
}
