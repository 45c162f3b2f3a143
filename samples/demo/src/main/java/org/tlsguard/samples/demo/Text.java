package org.tlsguard.samples.demo;

import java.util.ArrayList;
import java.util.List;

/** Long lines made readable. */
final class Text {

    private static final int WIDTH = 110;

    private Text() {}

    /** Breaks a line between words; continued lines are indented further. */
    static String[] wrapped(String text, String indent) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(indent);
        String gap = "";
        for (String word : text.split("\\s+")) {
            if (line.length() + gap.length() + word.length() > WIDTH && !gap.isEmpty()) {
                lines.add(line.toString());
                line = new StringBuilder(indent).append("    ");
                gap = "";
            }
            line.append(gap).append(word);
            gap = " ";
        }
        lines.add(line.toString());
        return lines.toArray(new String[0]);
    }
}
