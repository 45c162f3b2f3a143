package org.tlsguard.report;

import java.io.IOException;
import java.util.List;

/**
 * Writes one JSON document (RFC 8259), indented or on one line, member by member as it is told. What is absent (null) is left out.
 *
 * <p>It trusts its caller to nest properly: it is no validator.
 */
final class JsonWriter {

    private final Appendable out;
    private final boolean indents;
    private int depth;
    private boolean first = true;

    JsonWriter(Appendable out) {
        this(out, true);
    }

    private JsonWriter(Appendable out, boolean indents) {
        this.out = out;
        this.indents = indents;
    }

    /** A writer whose document has no line feed but the one at its end. */
    static JsonWriter onOneLine(Appendable out) {
        return new JsonWriter(out, false);
    }

    /** Begins the document, or an element of an array, as an object. */
    JsonWriter object() throws IOException {
        separate();
        return open('{');
    }

    /** Begins a member of an object that is itself an object. */
    JsonWriter object(String key) throws IOException {
        key(key);
        return open('{');
    }

    JsonWriter endObject() throws IOException {
        return close('}');
    }

    /** Begins a member of an object that is an array. */
    JsonWriter array(String key) throws IOException {
        key(key);
        return open('[');
    }

    JsonWriter endArray() throws IOException {
        return close(']');
    }

    /** An element of an array. */
    JsonWriter value(String value) throws IOException {
        separate();
        string(value);
        return this;
    }

    JsonWriter member(String key, String value) throws IOException {
        if (value != null) {
            key(key);
            string(value);
        }
        return this;
    }

    JsonWriter member(String key, long value) throws IOException {
        key(key);
        out.append(Long.toString(value));
        return this;
    }

    JsonWriter member(String key, boolean value) throws IOException {
        key(key);
        out.append(Boolean.toString(value));
        return this;
    }

    /** An array of strings; left out if empty. */
    JsonWriter member(String key, List<String> values) throws IOException {
        if (!values.isEmpty()) {
            array(key);
            for (String value : values) {
                value(value);
            }
            endArray();
        }
        return this;
    }

    /** Ends the document. */
    void end() throws IOException {
        out.append('\n');
    }

    private JsonWriter open(char bracket) throws IOException {
        out.append(bracket);
        depth++;
        first = true;
        return this;
    }

    private JsonWriter close(char bracket) throws IOException {
        depth--;
        if (!first) {
            newLine();
        }
        out.append(bracket);
        first = false;
        return this;
    }

    private void key(String key) throws IOException {
        separate();
        string(key);
        out.append(": ");
    }

    private void separate() throws IOException {
        if (!first) {
            out.append(',');
        }
        if (depth > 0) {
            newLine();
        }
        first = false;
    }

    private void newLine() throws IOException {
        if (!indents) {
            return;
        }
        out.append('\n');
        for (int i = 0; i < depth; i++) {
            out.append("  ");
        }
    }

    private void string(String text) throws IOException {
        out.append('"');
        Escape.json(text, out);
        out.append('"');
    }
}
