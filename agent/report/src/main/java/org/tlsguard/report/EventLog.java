package org.tlsguard.report;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The findings as a stream for log shippers: {@code findings.ndjson}, one OCSF Detection Finding per line, when a finding
 * first appears and once an hour while it recurs.
 *
 * <p>A line is in the file whole or not at all. The file is bounded: one that has grown too large is renamed to
 * {@code findings.1.ndjson}, that one to {@code findings.2.ndjson}, and so on; the oldest goes. Not thread-safe.
 */
public final class EventLog {

    /** How often a finding that goes on is told again, in milliseconds. */
    static final long REPEAT_MILLIS = 3_600_000;

    private static final String NAME = "findings";
    private static final String EXTENSION = ".ndjson";

    /** How many files there are at most. */
    private static final int FILES = 4;

    private final long maxBytes;

    /** How many findings it remembers to have told: more than a report has, but for those of many candidate policies. */
    private static final int REMEMBERED = 10_000;

    private final Map<Object, Told> told = new LinkedHashMap<Object, Told>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Told> eldest) {
            return size() > REMEMBERED;
        }
    };

    private static final class Told {

        final long count;
        final long time;

        Told(long count, long time) {
            this.count = count;
            this.time = time;
        }
    }

    /** Files of some megabytes. */
    public EventLog() {
        this(8L << 20);
    }

    EventLog(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /**
     * Appends what is new in a report since the last call.
     *
     * @param directory where the file is; no other JVM may write there
     * @param report what there is to tell
     * @param now the time, in milliseconds since the epoch
     * @throws IOException if it cannot be written; what could not is told with the next call
     */
    public void append(File directory, Report report, long now) throws IOException {
        File file = new File(directory, NAME + EXTENSION);
        RandomAccessFile out = null;
        try {
            for (Finding each : report.findings()) {
                Object identity = each.identity();
                Told before = told.get(identity);
                if (before != null && (each.count() <= before.count || now - before.time < REPEAT_MILLIS)) {
                    continue;
                }
                if (out == null) {
                    out = open(file);
                }
                byte[] line = OcsfEvent.line(report, each, before == null, now).getBytes(StandardCharsets.UTF_8);
                if (out.length() > 0 && out.length() + line.length > maxBytes) {
                    out.close();
                    rotate(directory);
                    out = open(file);
                }
                write(line, out);
                told.put(identity, new Told(each.count(), now));
            }
        } finally {
            if (out != null) {
                out.close();
            }
        }
    }

    /** Opens the file at its end, without the half of a line that a JVM has left that was killed. */
    private static RandomAccessFile open(File file) throws IOException {
        RandomAccessFile out = new RandomAccessFile(file, "rw");
        long end = out.length();
        while (end > 0) {
            out.seek(end - 1);
            if (out.read() == '\n') {
                break;
            }
            end--;
        }
        out.setLength(end);
        out.seek(end);
        return out;
    }

    private static void write(byte[] line, RandomAccessFile out) throws IOException {
        long end = out.length();
        try {
            out.write(line);
        } catch (IOException full) {
            out.setLength(end);
            throw full;
        }
    }

    private static void rotate(File directory) throws IOException {
        for (int i = FILES - 1; i > 0; i--) {
            File older = new File(directory, NAME + "." + i + EXTENSION);
            File newer = new File(directory, i == 1 ? NAME + EXTENSION : NAME + "." + (i - 1) + EXTENSION);
            if (newer.exists()) {
                Files.move(newer.toPath(), older.toPath(), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
