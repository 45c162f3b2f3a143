package org.tlsguard.engine.record;

import java.io.IOException;

/**
 * Writes the report when there is something new, a moment later so that what comes together is written together, and at
 * most five seconds later whatever keeps coming. Started by the first news; a daemon, so the JVM ends as it would.
 */
public final class ReportThread implements Runnable {

    /** What is written, and where. */
    public interface Writer {
        /** Writes the report as it stands. */
        void write() throws IOException;
    }

    private static final long GATHER_MILLIS = 1_000;

    /** Between two writes, so that a busy sinner costs little. */
    private static final long PAUSE_MILLIS = 3_000;

    private final Writer writer;
    private final Log log;
    private final Object lock = new Object();
    private boolean news;
    private boolean running;
    private boolean complained;
    private volatile boolean exiting;

    /** Makes the thread's work; nothing is started yet. */
    public ReportThread(Writer writer, Log log) {
        this.writer = writer;
        this.log = log;
    }

    /** Says that there is something new. */
    public void wake() {
        if (exiting) {
            // An exit hook of the application's sins, and nobody knows whether there is time for the thread.
            writeNow();
            return;
        }
        synchronized (lock) {
            news = true;
            if (!running) {
                running = true;
                Thread thread = OwnThread.of("tlsguard-report", this);
                thread.setDaemon(true);
                thread.start();
            }
            lock.notifyAll();
        }
    }

    /** The JVM exits: writes at once, and from now on whatever is new. */
    public void exit() {
        exiting = true;
        writeNow();
    }

    private void writeNow() {
        synchronized (writer) {
            try {
                writer.write();
                complained = false;
            } catch (IOException | RuntimeException lost) {
                if (!complained) {
                    complained = true;
                    log.line("the report cannot be written: " + lost.getMessage());
                }
            }
        }
    }

    @Override
    public void run() {
        try {
            while (true) {
                synchronized (lock) {
                    while (!news) {
                        lock.wait();
                    }
                }
                Thread.sleep(GATHER_MILLIS);
                synchronized (lock) {
                    news = false;
                }
                writeNow();
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException stopped) {
            synchronized (lock) {
                running = false;
            }
        }
    }
}
