package org.tlsguard.samples.benchmarks.workload;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Measures the current thread, and tells the parent process. Processor time rather than time on the clock: it says the
 * same on a busy machine.
 */
final class Figures {

    /** How a figure is printed. */
    static final String PREFIX = "figure ";

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final long processor = THREADS.getCurrentThreadCpuTime();
    private final long allocated = THREADS.getCurrentThreadAllocatedBytes();

    private Figures() {}

    static Figures start() {
        return new Figures();
    }

    /** Tells processor time and allocation since the start, for each of so many operations. */
    void stop(long operations) {
        long nanos = THREADS.getCurrentThreadCpuTime() - processor;
        long bytes = THREADS.getCurrentThreadAllocatedBytes() - allocated;
        print("micros", nanos / 1e3 / operations);
        print("bytes", (double) bytes / operations);
    }

    /** Tells the resident memory of this process once its garbage is gone, where the system says. */
    static void resident() throws IOException {
        System.gc();
        Path status = Path.of("/proc/self/status");
        if (Files.isReadable(status)) {
            for (String line : Files.readAllLines(status)) {
                if (line.startsWith("VmRSS:")) {
                    print("resident", Double.parseDouble(line.replaceAll("\\D", "")) / 1024);
                }
            }
        }
    }

    private static void print(String name, double value) {
        System.out.println(PREFIX + name + ' ' + value);
    }
}
