package org.tlsguard.engine.record;

import java.io.IOException;

/**
 * Writes the report when there is something new, a moment later so that what comes together is written together, and at
 * most five seconds later whatever keeps coming. In between it looks whether the policy has changed. Started by the first
 * news; a daemon, so the JVM ends as it would.
 */
public final class ReportThread implements Runnable {

    /** What is written, and where. */
    public interface Writer {
        /** Writes the report as it stands. */
        void write() throws IOException;

        /**
         * Looks at what may have changed around it.
         *
         * @return after how many milliseconds to look again, even if there is nothing new; 0 for never
         */
        long look();
    }

    private static final long GATHER_MILLIS = 1_000;

    /** Between two writes, so that a busy sinner costs little. */
    private static final long PAUSE_MILLIS = 3_000;

    /** After a report that could not be written. */
    private static final long RETRY_MILLIS = 10_000;

    private final Writer writer;
    private final Log log;
    private final Object lock = new Object();
    private volatile boolean news;
    private boolean running;
    private boolean complained;
    private volatile boolean exiting;

    /** Makes the thread's work; nothing is started yet. */
    public ReportThread(Writer writer, Log log) {
        this.writer = writer;
        this.log = log;
    }

    /** Says that there is something new. Costs next to nothing while that is known. */
    public void wake() {
        if (exiting) {
            // An exit hook of the application's sins, and nobody knows whether there is time for the thread.
            writeNow();
            return;
        }
        if (news) {
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
        log.flush();
    }

    private boolean writeNow() {
        synchronized (writer) {
            try {
                writer.write();
                complained = false;
                return true;
            } catch (IOException | RuntimeException lost) {
                if (!complained) {
                    complained = true;
                    log.line("the report cannot be written: " + lost.getMessage());
                }
                return false;
            }
        }
    }

    private long lookNow() {
        try {
            return writer.look();
        } catch (RuntimeException | LinkageError fault) {
            log.line("whether the policy has changed cannot be told: " + fault);
            return 0;
        } finally {
            log.flush();
        }
    }

    /** Waits for news; without any, until it is time to look again. */
    private boolean isNews(long patience) throws InterruptedException {
        synchronized (lock) {
            if (!news) {
                lock.wait(patience);
            }
            return news;
        }
    }

    @Override
    public void run() {
        try {
            while (true) {
                if (isNews(lookNow())) {
                    Thread.sleep(GATHER_MILLIS);
                    synchronized (lock) {
                        news = false;
                    }
                    boolean written = writeNow();
                    log.flush();
                    synchronized (lock) {
                        news |= !written;
                    }
                    long rest = written ? PAUSE_MILLIS : RETRY_MILLIS;
                    Thread.sleep(rest / 2);
                    // Where there is always news, a changed policy must not have to wait for its end.
                    lookNow();
                    Thread.sleep(rest / 2);
                }
            }
        } catch (InterruptedException stopped) {
            synchronized (lock) {
                running = false;
            }
        }
    }
}
