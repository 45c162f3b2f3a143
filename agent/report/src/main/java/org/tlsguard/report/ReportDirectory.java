package org.tlsguard.report;

import java.io.BufferedWriter;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.RandomAccessFile;
import java.io.Writer;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.Set;

/**
 * The directory one JVM writes its reports to, and no other JVM as long as this one lives.
 *
 * <p>A lock on a file in it keeps others out. The operating system releases it however the JVM ends, so no directory
 * stays locked after a crash. The lock file itself is left behind: deleting it could take it from under a JVM that is
 * just locking it.
 *
 * <p>Thread-safe.
 */
public final class ReportDirectory {

    static final String LOCK = ".tlsguard.lock";

    private static final String JSON = "hall-of-shame.json";
    private static final String HTML = "hall-of-shame.html";
    private static final String SARIF = "hall-of-shame.sarif";

    /** As they are replaced. The one that machines read and wait for comes last: when it is new, all are. */
    private static final String[] NAMES = {HTML, SARIF, JSON};

    /**
     * How many JVMs may have the same pid, as they do in containers that share a volume, before there is something
     * wrong.
     */
    private static final int MAX_NAMESAKES = 100;

    /**
     * The directories held by this JVM. The lock alone is no guard within one JVM: where locks are POSIX's, closing a
     * second descriptor of the lock file would release the lock held through the first.
     */
    private static final Set<File> HELD = new HashSet<File>();

    private final File path;
    private final File canonical;
    private RandomAccessFile lockFile;
    private EventLog events;

    private ReportDirectory(File path, File canonical, RandomAccessFile lockFile) {
        this.path = path;
        this.canonical = canonical;
        this.lockFile = lockFile;
    }

    /**
     * Creates a directory, with its parents, unless it exists, and tries whether it can be written, without claiming
     * it.
     *
     * <p>Fit to be called before the application's {@code main}, unlike {@link #claim}: on Java 8, the first file lock
     * initialises {@code java.net.InetAddress}, and with it the choice between IPv4 and IPv6, which is the
     * application's.
     *
     * @param wanted the directory wanted
     * @throws IOException if it cannot be created or written; the message names it
     */
    public static void check(File wanted) throws IOException {
        create(wanted);
        synchronized (HELD) {
            if (!HELD.contains(wanted.getCanonicalFile())) {
                open(wanted).close();
            }
        }
    }

    /**
     * Creates a directory, with its parents, unless it exists, and claims it. If another live JVM holds it, or this one
     * does already, claims {@code wanted/<pid>} instead, or {@code wanted/<pid>-2} and so on where that is taken, too.
     *
     * @param wanted the directory wanted
     * @param pid the process id of this JVM
     * @return the directory claimed
     * @throws IOException if a directory cannot be created, written or locked; the message names it
     */
    public static ReportDirectory claim(File wanted, long pid) throws IOException {
        ReportDirectory claimed = tryClaim(wanted);
        for (int i = 1; claimed == null && i <= MAX_NAMESAKES; i++) {
            claimed = tryClaim(new File(wanted, i == 1 ? Long.toString(pid) : pid + "-" + i));
        }
        if (claimed == null) {
            throw new IOException(Escape.line(wanted.getPath()) + ": more than " + MAX_NAMESAKES
                    + " JVMs with the process id " + pid + " write their reports there");
        }
        return claimed;
    }

    /** Returns null if the directory is taken. */
    private static ReportDirectory tryClaim(File path) throws IOException {
        create(path);
        synchronized (HELD) {
            File canonical = path.getCanonicalFile();
            if (HELD.contains(canonical)) {
                return null;
            }
            RandomAccessFile lockFile = lock(path);
            if (lockFile == null) {
                return null;
            }
            HELD.add(canonical);
            return new ReportDirectory(path, canonical, lockFile);
        }
    }

    private static void create(File path) throws IOException {
        // The second look: another JVM may have created it in between.
        if (!path.isDirectory() && !path.mkdirs() && !path.isDirectory()) {
            throw new IOException(Escape.line(path.getPath())
                    + (path.exists() ? ": is not a directory" : ": the directory cannot be created"));
        }
    }

    private static RandomAccessFile open(File path) throws IOException {
        try {
            return new RandomAccessFile(new File(path, LOCK), "rw");
        } catch (IOException e) {
            throw new IOException(Escape.line(path.getPath()) + ": the directory cannot be written", e);
        }
    }

    /** Opens and locks the lock file; the lock lasts until the file is closed. Returns null if another JVM holds it. */
    private static RandomAccessFile lock(File path) throws IOException {
        RandomAccessFile lockFile = open(path);
        boolean locked = false;
        try {
            locked = lockFile.getChannel().tryLock() != null;
        } catch (OverlappingFileLockException e) {
            locked = false; // held by this JVM, through another copy of this class
        } catch (IOException e) {
            throw new IOException(Escape.line(path.getPath()) + ": the directory cannot be locked", e);
        } finally {
            if (!locked) {
                lockFile.close();
            }
        }
        return locked ? lockFile : null;
    }

    /** The directory claimed: the wanted one, or one in it. */
    public File path() {
        return path;
    }

    /**
     * Writes the report in all its file formats, each replacing its predecessor atomically, and not before all of them
     * are safely on disk: a full disk, say, leaves the previous files as they were. Never leaves a temporary file.
     *
     * @param report the report
     * @throws IOException if it cannot be written
     */
    public synchronized void write(Report report) throws IOException {
        hold();
        try {
            for (String name : NAMES) {
                prepare(name, report);
            }
            for (String name : NAMES) {
                Files.move(temporary(name).toPath(), new File(path, name).toPath(), StandardCopyOption.ATOMIC_MOVE);
            }
        } finally {
            for (String name : NAMES) {
                temporary(name).delete();
            }
        }
    }

    /**
     * Appends to {@code findings.ndjson}, for log shippers, what is new in a report since the last call: see
     * {@link EventLog}.
     *
     * @param report the report
     * @param now the time, in milliseconds since the epoch
     * @throws IOException if it cannot be written; what could not is told with the next call
     */
    public synchronized void writeEvents(Report report, long now) throws IOException {
        hold();
        if (events == null) {
            events = new EventLog();
        }
        events.append(path, report, now);
    }

    /** Makes the directory anew, if somebody has removed it, and locks it again: the lock went with its file. */
    private void hold() throws IOException {
        if (!lockFile.getChannel().isOpen()) {
            throw new IOException(Escape.line(path.getPath()) + ": the directory was given up");
        }
        if (new File(path, LOCK).exists()) {
            return;
        }
        create(path);
        RandomAccessFile fresh = lock(path);
        if (fresh == null) {
            throw new IOException(
                    Escape.line(path.getPath()) + ": the directory was removed, and another JVM has made it anew");
        }
        lockFile.close();
        lockFile = fresh;
    }

    /**
     * Writes to a temporary file, and on to the disk. A file stream, not a channel: an interrupt must not spoil the
     * last report.
     */
    private void prepare(String name, Report report) throws IOException {
        FileOutputStream file = new FileOutputStream(temporary(name));
        try (Writer out = new BufferedWriter(new OutputStreamWriter(file, StandardCharsets.UTF_8))) {
            switch (name) {
                case HTML:
                    HtmlReport.write(report, out);
                    break;
                case SARIF:
                    SarifReport.write(report, out);
                    break;
                default:
                    JsonReport.write(report, out);
            }
            out.flush();
            file.getFD().sync();
        }
    }

    /** Always the same name, as only one JVM writes here: what a killed one left behind is overwritten by the next. */
    private File temporary(String name) {
        return new File(path, "." + name + ".tmp");
    }

    /** Gives the directory up. Reports in it stay. Nothing may be written afterwards. */
    public synchronized void close() {
        synchronized (HELD) {
            try {
                lockFile.close();
            } catch (IOException e) {
                // The lock is gone with the JVM at the latest.
            }
            HELD.remove(canonical);
        }
    }
}
