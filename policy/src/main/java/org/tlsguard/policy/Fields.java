package org.tlsguard.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The keys of one map of a policy, checked against those that may be there, and their values as what they have to be.
 * Whatever does not fit is reported, and then treated as absent.
 */
final class Fields {
    private final Node node;
    private final String what;
    private final Problems problems;
    private final Map<String, Node> values = new HashMap<>();

    /** Reads a map; {@code what} is how messages call it. */
    Fields(Node node, String what, Problems problems, List<String> known) {
        this.node = node;
        this.what = what;
        this.problems = problems;
        if (node.is(Node.Kind.INVALID)) {
            return;
        }
        if (!node.is(Node.Kind.MAP)) {
            problems.add(node, what + " is a map with the keys " + join(known) + ", not " + node.described());
            return;
        }
        Map<String, Node> keys = new HashMap<>();
        for (int i = 0; i < node.keys().size(); i++) {
            Node key = node.keys().get(i);
            if (isKey(key, known)) {
                Node first = keys.get(key.text());
                if (first != null) {
                    problems.add(key, "the key " + key.text() + " is there twice, first in line " + first.line());
                } else {
                    keys.put(key.text(), key);
                    values.put(key.text(), node.items().get(i));
                }
            }
        }
    }

    private boolean isKey(Node key, List<String> known) {
        if (key.is(Node.Kind.INVALID)) {
            return false;
        }
        if (key.is(Node.Kind.LIST) || key.is(Node.Kind.MAP)) {
            problems.add(key, "a key is a word, not " + key.described());
            return false;
        }
        if (!known.contains(key.text())) {
            problems.add(
                    key,
                    "unknown key " + Problems.shown(key.text()) + " in " + what + Suggestion.among(key.text(), known));
            return false;
        }
        return true;
    }

    Node node() {
        return node;
    }

    /** Returns the value of a key, or null when it is absent. */
    Node get(String key) {
        return values.get(key);
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    /** Returns the value of a key; reports that it is missing, at the map, and returns null when it is. */
    Node required(String key) {
        Node value = values.get(key);
        if (value == null && node.is(Node.Kind.MAP)) {
            problems.add(node, what + " lacks the key " + key);
        }
        return value;
    }

    /** Returns the text of a key's value, or null. */
    String text(String key) {
        Node value = values.get(key);
        return value == null ? null : text(value, key);
    }

    /** Returns the text of a required key's value, or null. */
    String requiredText(String key) {
        Node value = required(key);
        return value == null ? null : text(value, key);
    }

    private String text(Node value, String key) {
        switch (value.kind()) {
            case INVALID:
                return null;
            case TEXT:
                if (value.text().trim().isEmpty()) {
                    problems.add(value, key + " is empty");
                    return null;
                }
                return value.text();
            case NUMBER:
            case BOOLEAN:
                problems.add(value, key + " is text; put it in quotes: " + value.described());
                return null;
            default:
                problems.add(value, key + " is text, not " + value.described());
                return null;
        }
    }

    /** Returns one of the words, or null. */
    String word(String key, List<String> words) {
        Node value = values.get(key);
        return value == null ? null : word(value, key, words);
    }

    private String word(Node value, String key, List<String> words) {
        if (value.is(Node.Kind.TEXT) && words.contains(value.text())) {
            return value.text();
        }
        if (!value.is(Node.Kind.INVALID)) {
            problems.add(
                    value,
                    key + " is one of " + join(words) + ", not " + value.described()
                            + (value.text().isEmpty() ? "" : Suggestion.among(value.text(), words)));
        }
        return null;
    }

    /** Returns a whole number within the bounds, or the default when the key is absent or does not fit. */
    int number(String key, int smallest, int largest, int absent) {
        Node value = values.get(key);
        if (value == null || value.is(Node.Kind.INVALID)) {
            return absent;
        }
        int number = value.is(Node.Kind.NUMBER) ? decimal(value.text()) : -1;
        if (number < smallest || number > largest) {
            problems.add(
                    value,
                    key + " is a whole number from " + smallest + " to " + largest + ", not " + value.described());
            return absent;
        }
        return number;
    }

    private static int decimal(String text) {
        if (text.length() > 9) {
            return -1;
        }
        int number = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            number = 10 * number + (c - '0');
        }
        return number;
    }

    /** Returns whether the value is true; false when the key is absent or does not fit. */
    boolean flag(String key) {
        Node value = values.get(key);
        if (value == null || value.is(Node.Kind.INVALID)) {
            return false;
        }
        if (!value.is(Node.Kind.BOOLEAN)) {
            problems.add(value, key + " is true or false, not " + value.described());
            return false;
        }
        return value.text().equalsIgnoreCase("true");
    }

    /** Returns the maps of a list of maps; an empty list is allowed, for programs that write policies. */
    List<Node> entries(String key) {
        Node value = values.get(key);
        if (value == null || value.is(Node.Kind.INVALID)) {
            return Collections.emptyList();
        }
        if (!value.is(Node.Kind.LIST)) {
            problems.add(value, key + " is a list, not " + value.described());
            return Collections.emptyList();
        }
        return value.items();
    }

    /** Returns the texts of a list, each with its place; one text without a list is a list of one. */
    List<Node> texts(String key) {
        Node value = values.get(key);
        if (value == null) {
            return Collections.emptyList();
        }
        if (!value.is(Node.Kind.LIST)) {
            return text(value, key) == null ? Collections.<Node>emptyList() : Collections.singletonList(value);
        }
        if (value.items().isEmpty()) {
            problems.add(value, key + " is an empty list; leave it out instead");
        }
        List<Node> texts = new ArrayList<>(value.items().size());
        for (Node item : value.items()) {
            if (text(item, key) != null) {
                texts.add(item);
            }
        }
        return texts;
    }

    /** Returns those texts of a list that are among the words. */
    List<Node> words(String key, List<String> words) {
        List<Node> fitting = new ArrayList<>();
        for (Node item : texts(key)) {
            if (word(item, key, words) != null) {
                fitting.add(item);
            }
        }
        return fitting;
    }

    static List<String> keys(String... keys) {
        return Collections.unmodifiableList(Arrays.asList(keys));
    }

    private static String join(List<String> words) {
        StringBuilder joined = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            joined.append(i == 0 ? "" : i == words.size() - 1 ? " or " : ", ").append(words.get(i));
        }
        return joined.toString();
    }
}
