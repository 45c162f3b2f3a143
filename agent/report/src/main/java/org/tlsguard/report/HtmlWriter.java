package org.tlsguard.report;

import java.io.IOException;

/**
 * Writes HTML element by element. Whatever text it is given, it escapes; element and attribute names are its caller's
 * own.
 */
final class HtmlWriter {

    private final Appendable out;

    HtmlWriter(Appendable out) {
        this.out = out;
    }

    /**
     * Opens an element.
     *
     * @param element its name
     * @param attributes names and values, by turns
     */
    HtmlWriter open(String element, String... attributes) throws IOException {
        out.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            Escape.html(attributes[i + 1], out);
            out.append('"');
        }
        out.append('>');
        return this;
    }

    HtmlWriter close(String element) throws IOException {
        out.append("</").append(element).append('>');
        return this;
    }

    HtmlWriter text(String text) throws IOException {
        Escape.html(text, out);
        return this;
    }

    /** An element with nothing but text in it. */
    HtmlWriter element(String element, String text, String... attributes) throws IOException {
        return open(element, attributes).text(text).close(element);
    }

    /** A line break of the source, for its readers. */
    HtmlWriter newLine() throws IOException {
        out.append('\n');
        return this;
    }

    /** Text with line breaks as preformatted text; the breaks stay, everything else is escaped. */
    HtmlWriter lines(String text) throws IOException {
        open("pre");
        for (int at = 0; at <= text.length(); ) {
            int end = text.indexOf('\n', at);
            end = end < 0 ? text.length() : end;
            Escape.html(text.substring(at, end), out);
            if (end < text.length()) {
                out.append('\n');
            }
            at = end + 1;
        }
        return close("pre");
    }

    /** HTML, or a style sheet, of our own, as it is. */
    HtmlWriter own(String markup) throws IOException {
        out.append(markup);
        return this;
    }
}
