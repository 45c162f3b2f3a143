package org.tlsguard.engine;

import java.lang.instrument.Instrumentation;
import javax.management.JMException;
import org.tlsguard.engine.record.Counters;
import org.tlsguard.engine.record.Recorder;

/**
 * Shows the counters over JMX once the application has a platform MBean server: to start one would settle which it is, and,
 * on Java 8, the application's log manager too. Looks ever more rarely for as long as there is none.
 */
final class Management {

    /** What an MBean server of the JDK is made of, whoever wraps it: once that is loaded, JMX is at work. */
    private static final String SERVER = "com.sun.jmx.mbeanserver.JmxMBeanServer";

    private static final long FIRST_PAUSE_MILLIS = 5_000;
    private static final long LONGEST_PAUSE_MILLIS = 600_000;

    private final Instrumentation instrumentation;
    private final Recorder recorder;
    private long pause = FIRST_PAUSE_MILLIS;
    private long next;
    private boolean done;

    Management(Instrumentation instrumentation, Recorder recorder) {
        this.instrumentation = instrumentation;
        this.recorder = recorder;
    }

    /**
     * Looks, if it is time to.
     *
     * @param now in milliseconds since some point
     * @return after how many milliseconds to look again; 0 for never
     */
    long look(long now) {
        if (done) {
            return 0;
        }
        if (now >= next) {
            try {
                done = isAtWork() && Counters.register(recorder);
            } catch (JMException | RuntimeException | LinkageError refused) {
                done = true;
                recorder.fault("JMX", refused);
            }
            next = now + pause;
            pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
        }
        return done ? 0 : next - now;
    }

    private boolean isAtWork() {
        for (Class<?> each : instrumentation.getAllLoadedClasses()) {
            if (each.getClassLoader() == null && each.getName().equals(SERVER)) {
                return true;
            }
        }
        return false;
    }
}
