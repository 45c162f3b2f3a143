package org.tlsguard.report;

import java.io.IOException;

/** A report as one self-contained page for people. */
public final class HtmlReport {

    private HtmlReport() {}

    /**
     * Writes a report.
     *
     * @param report the report
     * @param out where it goes, as Unicode text to be encoded in UTF-8; neither flushed nor closed
     * @throws IOException if {@code out} does
     */
    public static void write(Report report, Appendable out) throws IOException {}
}
