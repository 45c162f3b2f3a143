package org.tlsguard.engine;

import java.io.BufferedReader;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.SimpleDateFormat;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.tlsguard.engine.record.Log;
import org.tlsguard.policy.Mode;
import org.tlsguard.policy.Policy;
import org.tlsguard.policy.PolicyException;
import org.tlsguard.policy.Problem;
import org.tlsguard.report.Escape;
import org.tlsguard.report.ReportDirectory;

/**
 * What is in force: the options the agent was given, completed by the policy file and by the defaults. The policy is read
 * when it is first asked for; without one the built-in policy serves, which needs no YAML library.
 */
final class Settings {

    private static final String DEFAULT_DIRECTORY = "tlsguard-report";
    private static final int MOST_NAMESAKES = 100;

    private final Map<String, String> options;
    private final long start = System.currentTimeMillis();
    private long pid = -1;
    private Policy policy;
    private ReportDirectory directory;

    Settings(Map<String, String> options) {
        this.options = options;
    }

    /** The mode as far as the options tell it; null when only the policy file can. */
    Mode requestedMode() {
        return options.containsKey("mode") ? Mode.of(options.get("mode")) : null;
    }

    /** The mode in force. */
    Mode mode() {
        Mode requested = requestedMode();
        if (requested != null) {
            return requested;
        }
        Mode ofPolicy = policy().mode();
        return ofPolicy == null ? Mode.AUDIT : ofPolicy;
    }

    /**
     * The policy in force.
     *
     * @throws IllegalArgumentException a line per problem of the policy file
     */
    synchronized Policy policy() {
        if (policy == null) {
            String file = options.get("policy");
            try {
                policy = file == null ? Policy.builtIn() : Policy.load(new File(file));
            } catch (PolicyException problems) {
                StringBuilder lines = new StringBuilder();
                for (Problem each : problems.problems()) {
                    lines.append(lines.length() == 0 ? "" : "\n").append(each);
                }
                throw new IllegalArgumentException(lines.toString());
            }
        }
        return policy;
    }

    /**
     * Makes sure that everything named can be used: before {@code main}, in audit mode too.
     *
     * @throws IllegalArgumentException a line per problem
     */
    void check() {
        if (mode() == Mode.OFF) {
            return;
        }
        if (reportIsRequested()) {
            try {
                // Only looked at: to claim it, on Java 8, would settle the application's choice of IPv4 or IPv6.
                ReportDirectory.check(new File(reportDirectory()));
            } catch (IOException unusable) {
                throw new IllegalArgumentException(Escape.line(reportDirectory())
                        + ":1:1: the report directory cannot be used: " + Escape.line(unusable.getMessage()));
            }
        }
        String log = logTarget();
        if (Log.isFile(log)) {
            try (FileOutputStream out = new FileOutputStream(log, true)) {
                out.flush();
            } catch (IOException unusable) {
                throw new IllegalArgumentException(Escape.line(log) + ":1:1: the log file cannot be written: "
                        + Escape.line(unusable.getMessage()));
            }
        }
    }

    /** Whether somebody named the report directory, so that a report is written whatever happens. */
    boolean reportIsRequested() {
        return options.containsKey("report") || policy().reportDirectory() != null;
    }

    /**
     * The claimed report directory. Where it was left to its default and the working directory cannot be written, the
     * temporary directory serves instead.
     */
    synchronized ReportDirectory directory() throws IOException {
        if (directory == null) {
            try {
                directory = ReportDirectory.claim(new File(reportDirectory()), pid());
            } catch (IOException unusable) {
                if (reportIsRequested()) {
                    throw unusable;
                }
                directory = ReportDirectory.claim(newTemporaryDirectory(), pid());
                log().line("the working directory cannot be written; the report goes to "
                        + directory.path().getPath());
            }
        }
        return directory;
    }

    /** A directory nobody has made before: in one of another user's, links could lead the report anywhere. */
    private File newTemporaryDirectory() throws IOException {
        String name = System.getProperty("java.io.tmpdir") + File.separator + DEFAULT_DIRECTORY + "-" + pid();
        for (int i = 1; i <= MOST_NAMESAKES; i++) {
            File directory = new File(i == 1 ? name : name + "-" + i);
            if (directory.mkdir()) {
                return directory;
            }
        }
        throw new IOException(name + ": the directory cannot be created");
    }

    /** Where log lines go. */
    Log log() {
        return Log.to(logTarget());
    }

    /** When this JVM's agent started, in milliseconds since the epoch. */
    long start() {
        return start;
    }

    /** The id of this process; asked for when a report is written, because asking is not cheap. */
    synchronized long pid() {
        if (pid < 0) {
            pid = pidOfThisJvm();
        }
        return pid;
    }

    private String logTarget() {
        String target = options.get("log");
        if (target == null) {
            target = policy().log();
        }
        return target == null ? "stderr" : expanded(target);
    }

    private String reportDirectory() {
        String wanted = options.get("report");
        if (wanted == null) {
            wanted = policy().reportDirectory();
        }
        return expanded(wanted == null ? DEFAULT_DIRECTORY : wanted);
    }

    /** Replaces {@code %p}, {@code %h}, {@code %t} and {@code %%}. */
    private String expanded(String pattern) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            char next = c == '%' && i + 1 < pattern.length() ? pattern.charAt(i + 1) : 0;
            if (next == 'p') {
                text.append(pid());
            } else if (next == 'h') {
                text.append(hostName());
            } else if (next == 't') {
                text.append(startStamp());
            } else if (next == '%') {
                text.append('%');
            } else {
                text.append(c);
                continue;
            }
            i++;
        }
        return text.toString();
    }

    private String startStamp() {
        SimpleDateFormat format = new SimpleDateFormat("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT);
        format.setTimeZone(TimeZone.getTimeZone("UTC"));
        return format.format(new Date(start));
    }

    /** This machine's name as its environment has it: the agent asks no name service. */
    private static String hostName() {
        for (String variable : new String[] {"HOSTNAME", "COMPUTERNAME"}) {
            String name = System.getenv(variable);
            if (name != null && !name.isEmpty()) {
                return safe(name);
            }
        }
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new FileInputStream("/proc/sys/kernel/hostname"), StandardCharsets.UTF_8))) {
            String name = in.readLine();
            return name == null || name.isEmpty() ? "localhost" : safe(name);
        } catch (IOException elsewhere) {
            return "localhost";
        }
    }

    private static String safe(String name) {
        return name.replaceAll("[^A-Za-z0-9._-]", "_");
    }

    /** {@code ProcessHandle} since 9; before, the link in {@code /proc}, and JMX only where there is none. */
    private static long pidOfThisJvm() {
        try {
            Class<?> handle = Class.forName("java.lang.ProcessHandle");
            Object current = handle.getMethod("current").invoke(null);
            return (Long) handle.getMethod("pid").invoke(current);
        } catch (ReflectiveOperationException java8) {
            try {
                return Long.parseLong(new File("/proc/self").getCanonicalFile().getName());
            } catch (IOException | NumberFormatException noProc) {
                String name = java.lang.management.ManagementFactory.getRuntimeMXBean()
                        .getName();
                int at = name.indexOf('@');
                return at > 0 ? Long.parseLong(name.substring(0, at)) : 0;
            }
        }
    }
}
