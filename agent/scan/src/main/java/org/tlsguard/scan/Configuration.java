package org.tlsguard.scan;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds switches in files of configuration, line by line: {@code key=value} as properties have it, {@code key: value}
 * as YAML has it, nested by indentation. It need not understand the whole file, for it asks for known keys only.
 */
final class Configuration {

    private Configuration() {}

    /** Takes what was found. */
    interface Found {
        /** A switch was found in this line, counted from 1. */
        void add(KnownSwitches.Row row, int line, String what);
    }

    static void look(String text, Found found) {
        List<String> keys = new ArrayList<>();
        List<Integer> indents = new ArrayList<>();
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            String content = line.trim();
            if (content.isEmpty() || content.startsWith("#") || content.startsWith("!") || content.startsWith("---")) {
                continue;
            }
            KnownSwitches.Row url = KnownSwitches.url(content);
            if (url != null) {
                found.add(url, number, "has a URL with " + url.member + ", which " + url.does);
            }
            int separator = separator(content);
            if (separator < 0) {
                continue;
            }
            String key = unquoted(content.substring(0, separator).trim());
            String value =
                    unquoted(withoutComment(content.substring(separator + 1).trim()));
            int indent = line.indexOf(content.charAt(0));
            while (!indents.isEmpty() && indents.get(indents.size() - 1) >= indent) {
                indents.remove(indents.size() - 1);
                keys.remove(keys.size() - 1);
            }
            String path = keys.isEmpty() ? key : String.join(".", keys) + "." + key;
            KnownSwitches.Row row = KnownSwitches.property(path, value);
            boolean opens = content.charAt(separator) == ':' && value.isEmpty();
            if (row != null && !(opens && isIndentedBelow(text, number, indent))) {
                found.add(row, number, "sets " + path + " to \"" + value + "\", which " + row.does);
            }
            if (opens) {
                keys.add(key);
                indents.add(indent);
            }
        }
    }

    private static boolean isIndentedBelow(String text, int number, int indent) {
        String[] lines = text.split("\n", -1);
        if (number >= lines.length || lines[number].trim().isEmpty()) {
            return false;
        }
        return lines[number].indexOf(lines[number].trim().charAt(0)) > indent;
    }

    private static int separator(String line) {
        int equals = line.indexOf('=');
        int colon = line.indexOf(": ");
        if (colon < 0 && line.endsWith(":")) {
            colon = line.length() - 1;
        }
        return equals < 0 ? colon : colon < 0 ? equals : Math.min(equals, colon);
    }

    private static String withoutComment(String value) {
        int comment = value.indexOf(" #");
        return comment < 0 ? value : value.substring(0, comment).trim();
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() > 1
                && (text.charAt(0) == '"' || text.charAt(0) == '\'')
                && text.charAt(text.length() - 1) == text.charAt(0);
        return quoted ? text.substring(1, text.length() - 1) : text;
    }
}
