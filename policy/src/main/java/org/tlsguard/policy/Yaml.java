package org.tlsguard.policy;

/** Writes scalars so that YAML 1.2 reads them back as the same text. */
public final class Yaml {
    private Yaml() {}

    /**
     * Returns the text in double quotes, in printable ASCII.
     *
     * @param text any text, from an attacker as well; not null
     */
    public static String quoted(String text) {
        return '"' + escaped(text) + '"';
    }

    /**
     * Returns the text with everything escaped that is special in double quotes or not printable ASCII. It is one line, so
     * that it is harmless in a comment, too.
     *
     * @param text any text, from an attacker as well; not null
     */
    public static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                escaped.append('\\').append(c);
            } else if (c >= ' ' && c < 0x7f) {
                escaped.append(c);
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                escaped.append("\\U");
                hexadecimal(escaped, text.codePointAt(i++), 8);
            } else {
                escaped.append("\\u");
                hexadecimal(escaped, c, 4);
            }
        }
        return escaped.toString();
    }

    private static void hexadecimal(StringBuilder text, int value, int digits) {
        for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
            text.append(Character.forDigit(value >> shift & 0xf, 16));
        }
    }
}
