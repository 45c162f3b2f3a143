package org.tlsguard.engine.judge;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.TlsGuardBridge;
import org.tlsguard.engine.observe.ThreadState;

/**
 * The questions put to a copy of a trust manager or host name verifier, as it was before it was asked about the real peer:
 * how would it have answered, had somebody else been there? What it counts, remembers or prints meanwhile leaves no trace.
 *
 * @param <T> the type of the manager or verifier
 */
final class Trial<T> {

    /** Two questions at a time would put back each other's changes. */
    private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();

    /** A manager may wait for another thread which has a question of its own: then it is not waited for. */
    private static final long PATIENCE_MILLIS = 500;

    private final T original;
    private final T before;
    private final Set<Class<?>> classes = new HashSet<>();
    private final ThreadState thread;
    private final Runnable beforeCopies;
    private StaticState statics;
    private final boolean interruptedBefore = Thread.currentThread().isInterrupted();
    private boolean interrupted;
    private boolean isolated;
    private boolean mutedBefore;
    private boolean locked;

    /**
     * Keeps a copy of the original as it is now.
     *
     * @param beforeCopies to be run before a copy is asked
     */
    Trial(T original, ThreadState thread, Runnable beforeCopies) {
        this.beforeCopies = beforeCopies;
        this.original = original;
        this.thread = thread;
        before = ProbeCopy.of(original, classes);
    }

    /** Whether there is a copy to ask. */
    boolean isPossible() {
        return before != original;
    }

    /**
     * Begins a series of questions, when no other thread is in one; {@link #close} ends it. Who has waited may find that the
     * other one has learnt the answer.
     */
    void open() {
        if (!locked) {
            locked = acquired();
        }
    }

    /** Begins a question; {@link #end} ends it. Whom to ask: a copy that nobody has asked anything. */
    T begin() {
        beforeCopies.run();
        T copy = ProbeCopy.of(before);
        statics = locked ? StaticState.of(classes) : null;
        interrupted = Thread.interrupted();
        interrupt(interruptedBefore);
        mutedBefore = thread.muted;
        thread.muted = true;
        isolated = true;
        TlsGuardBridge.mute(1);
        return copy;
    }

    /** Ends a question, if there is one. */
    void end() {
        if (!isolated) {
            return;
        }
        isolated = false;
        TlsGuardBridge.mute(-1);
        thread.muted = mutedBefore;
        interrupt(interrupted);
        if (statics != null) {
            statics.restore();
        }
    }

    /** Ends the series, if there is one. */
    void close() {
        end();
        if (locked) {
            locked = false;
            ONE_AT_A_TIME.unlock();
        }
    }

    /** The interrupt status is the application's, and part of what its code may look at. */
    private static void interrupt(boolean status) {
        if (status) {
            Thread.currentThread().interrupt();
        } else {
            Thread.interrupted();
        }
    }

    private static boolean acquired() {
        boolean status = Thread.interrupted();
        try {
            return ONE_AT_A_TIME.tryLock() || ONE_AT_A_TIME.tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException now) {
            status = true;
            return false;
        } finally {
            if (status) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
