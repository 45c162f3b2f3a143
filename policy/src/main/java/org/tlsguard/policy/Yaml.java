package org.tlsguard.policy;

/** Writes scalars so that YAML 1.2 reads them back as the same text. */
final class Yaml {
    private Yaml() {}

    /** Returns the text in double quotes, with everything escaped that is not printable ASCII. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c >= ' ' && c < 0x7f) {
                quoted.append(c);
            } else {
                quoted.append("\\u");
                for (int shift = 12; shift >= 0; shift -= 4) {
                    quoted.append(Character.forDigit(c >> shift & 0xf, 16));
                }
            }
        }
        return quoted.append('"').toString();
    }
}
