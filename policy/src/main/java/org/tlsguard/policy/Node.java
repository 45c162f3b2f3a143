package org.tlsguard.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A piece of YAML and where it stands. Filled by the reader, then only read. */
final class Node {
    /** What YAML 1.2 takes it for (core schema, section 10.3). */
    enum Kind {
        TEXT,
        NUMBER,
        BOOLEAN,
        NULL,
        LIST,
        MAP,
        /** Reported already; whoever meets it has nothing to add. */
        INVALID
    }

    private final Kind kind;
    private final int line;
    private final int column;
    private final String text;
    /** The items of a list; the values of a map. */
    private final List<Node> items;
    /** The keys of a map, one for each value. */
    private final List<Node> keys;

    Node(Kind kind, int line, int column, String text) {
        this.kind = kind;
        this.line = line;
        this.column = column;
        this.text = text;
        boolean collection = kind == Kind.LIST || kind == Kind.MAP;
        items = collection ? new ArrayList<Node>(2) : Collections.<Node>emptyList();
        keys = collection ? new ArrayList<Node>(2) : Collections.<Node>emptyList();
    }

    /** Returns a plain scalar, the only one whose kind depends on its text. */
    static Node plain(int line, int column, String text) {
        return new Node(kindOf(text), line, column, text);
    }

    private static Kind kindOf(String text) {
        switch (text) {
            case "":
            case "~":
            case "null":
            case "Null":
            case "NULL":
                return Kind.NULL;
            case "true":
            case "True":
            case "TRUE":
            case "false":
            case "False":
            case "FALSE":
                return Kind.BOOLEAN;
            default:
                return isNumber(text) ? Kind.NUMBER : Kind.TEXT;
        }
    }

    /** The regular expressions of the core schema, without their cost. */
    private static boolean isNumber(String text) {
        if (text.startsWith("0x") || text.startsWith("0o")) {
            int radix = text.charAt(1) == 'x' ? 16 : 8;
            return digits(text, 2, radix) == text.length() && text.length() > 2;
        }
        int start = text.charAt(0) == '-' || text.charAt(0) == '+' ? 1 : 0;
        String unsigned = text.substring(start);
        if (unsigned.equalsIgnoreCase(".inf") || text.equalsIgnoreCase(".nan")) {
            return true;
        }
        int at = digits(text, start, 10);
        boolean any = at > start;
        if (at < text.length() && text.charAt(at) == '.') {
            int fraction = digits(text, at + 1, 10);
            any |= fraction > at + 1;
            at = fraction;
        }
        if (any && at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            int exponent = at + 1;
            if (exponent < text.length() && (text.charAt(exponent) == '-' || text.charAt(exponent) == '+')) {
                exponent++;
            }
            at = digits(text, exponent, 10);
            any = at > exponent;
        }
        return any && at == text.length();
    }

    private static int digits(String text, int from, int radix) {
        int at = from;
        while (at < text.length() && text.charAt(at) < 128 && Character.digit(text.charAt(at), radix) >= 0) {
            at++;
        }
        return at;
    }

    Kind kind() {
        return kind;
    }

    boolean is(Kind expected) {
        return kind == expected;
    }

    /** Returns the line, from 1. */
    int line() {
        return line;
    }

    /** Returns the column, from 1. */
    int column() {
        return column;
    }

    /** Returns the text of a scalar. */
    String text() {
        return text;
    }

    List<Node> items() {
        return items;
    }

    List<Node> keys() {
        return keys;
    }

    /** Returns how messages call such a thing. */
    String described() {
        switch (kind) {
            case LIST:
                return "a list";
            case MAP:
                return "a map";
            case NULL:
                return "nothing";
            default:
                return '"' + Problems.shown(text) + '"';
        }
    }
}
