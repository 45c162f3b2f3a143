package org.tlsguard.report;

import java.io.IOException;

/** A report as SARIF 2.1.0, for code scanning services. */
public final class SarifReport {

    private SarifReport() {}

    /**
     * Writes a report.
     *
     * @param report the report
     * @param out where it goes, as Unicode text to be encoded in UTF-8; neither flushed nor closed
     * @throws IOException if {@code out} does
     */
    public static void write(Report report, Appendable out) throws IOException {}
}
