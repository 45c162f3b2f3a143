package org.tlsguard.cli;

import java.io.PrintStream;

/** Shows on a terminal how far long work has come; nothing where there is no terminal or the work is short. */
final class Progress {

    private static final long PATIENCE_NANOS = 1_000_000_000L;

    private final PrintStream err;
    private final String things;
    private final long total;
    private final boolean visible = System.console() != null;
    private long shown = System.nanoTime();
    private long done;
    private boolean dirty;

    /**
     * @param err standard error
     * @param things what is worked on, in the plural
     * @param total how many there are
     */
    Progress(PrintStream err, String things, long total) {
        this.err = err;
        this.things = things;
        this.total = total;
    }

    /** One more is done. */
    void step() {
        step(1);
    }

    /** So many more are done. */
    void step(long more) {
        done += more;
        if (visible && System.nanoTime() - shown > PATIENCE_NANOS) {
            err.print("\r" + done + " of " + total + " " + things);
            err.flush();
            shown = System.nanoTime();
            dirty = true;
        }
    }

    /** All are done, or the work is given up: leaves no trace on the terminal. */
    void end() {
        if (dirty) {
            err.print("\r\u001b[K");
            err.flush();
        }
    }
}
