package org.tlsguard.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.instrument.Instrumentation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.tlsguard.engine.observe.Frames;
import org.tlsguard.engine.observe.Origins;
import org.tlsguard.engine.record.Log;
import org.tlsguard.engine.record.OwnThread;
import org.tlsguard.engine.record.Recorder;
import org.tlsguard.engine.record.Regime;
import org.tlsguard.engine.record.ReportThread;
import org.tlsguard.engine.record.Sin;
import org.tlsguard.engine.weave.Hook;
import org.tlsguard.engine.weave.Weaver;
import org.tlsguard.policy.Cause;
import org.tlsguard.policy.Rule;
import org.tlsguard.policy.State;
import org.tlsguard.report.HookStatus;
import org.tlsguard.report.Report;
import org.tlsguard.report.ReportDirectory;
import org.tlsguard.report.Switch;

/** The recorder with all that its reports say of the JVM, and when they are written. */
final class Recording implements ReportThread.Writer {

    /** Knows the switches of this JVM. */
    interface Inventory {
        /** Those that touch TLS, as they are now. */
        List<Switch> switches();
    }

    /** How often it is looked whether the policy has changed. */
    private static final long POLICY_MILLIS = 2_000;

    /** How often it is looked which exemptions end soon. */
    private static final long CALENDAR_MILLIS = 3_600_000;

    private final Settings settings;
    private final Weaver weaver;
    private final ReportThread reports;
    private final Recorder recorder;
    private final Instrumentation instrumentation;
    private final Log log;

    /** Of the report thread, made when that first looks around: nothing of it is needed before TLS is used. */
    private Management management;

    /** Likewise; null without a file that could change. */
    private PolicyWatch watch;

    private volatile Runnable onChange;
    private volatile Inventory inventory;

    /** Of the report thread. */
    private long calendarSeen;

    Recording(Settings settings, Weaver weaver, Instrumentation instrumentation) {
        this.settings = settings;
        this.weaver = weaver;
        this.instrumentation = instrumentation;
        log = settings.log();
        reports = new ReportThread(this, log);
        recorder = new Recorder(settings.regime(), log, new Runnable() {
            @Override
            public void run() {
                reports.wake();
            }
        });
        writeAtExit();
    }

    /** Notes that a TLS engine was loaded whose decisions no hook sees. */
    void unguarded(String className) {
        recorder.ruleOfJvm(new Sin(
                        Rule.COVERAGE,
                        Cause.UNGUARDED,
                        State.LATENT,
                        "TLS by " + className + ", which does not use the JDK's JSSE, is not guarded")
                .by(Origins.ofCaller(Frames.here()))
                .unrepaired());
    }

    Recorder recorder() {
        return recorder;
    }

    /** Has this run whenever a changed policy has come into force. */
    void whenPolicyChanges(Runnable action) {
        onChange = action;
    }

    /** Has this asked for the switches whenever a report is written: nobody looks at them before TLS is used. */
    void inventoryOf(Inventory source) {
        inventory = source;
    }

    @Override
    public long look() {
        if (management == null) {
            management = new Management(instrumentation, recorder);
            watch = settings.policyFile() == null ? null : new PolicyWatch(settings, log);
        }
        long now = System.currentTimeMillis();
        long pause = management.look(now);
        if (watch == null) {
            return pause;
        }
        lookAtPolicy(now);
        return pause == 0 ? POLICY_MILLIS : Math.min(pause, POLICY_MILLIS);
    }

    private void lookAtPolicy(long now) {
        Regime changed = watch.changed(recorder.notices());
        if (changed != null) {
            recorder.enact(changed);
            Runnable action = onChange;
            if (action != null) {
                action.run();
            }
            watch.tell(changed);
        }
        if (now - calendarSeen > CALENDAR_MILLIS) {
            calendarSeen = now;
            recorder.notices().look(recorder.regime());
        }
    }

    @Override
    public void write() throws IOException {
        Report report = recorder.fill(Report.builder()
                        .toolVersion(version())
                        .jvmVersion(System.getProperty("java.version"))
                        .jvmVendor(System.getProperty("java.vendor"))
                        .pid(settings.pid())
                        .mainClass(mainClass())
                        .start(settings.start())
                        .hooks(hooks())
                        .switches(switches()))
                .build();
        ReportDirectory directory = settings.directory();
        directory.write(report);
        if (recorder.regime().policy().reportEvents()) {
            directory.writeEvents(report, System.currentTimeMillis());
        }
    }

    private void writeAtExit() {
        Thread hook = OwnThread.of("tlsguard-exit", new Runnable() {
            @Override
            public void run() {
                reports.exit();
            }
        });
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // TLS first used by a shutdown hook.
            reports.exit();
        }
    }

    private List<HookStatus> hooks() {
        List<HookStatus> all = new ArrayList<>();
        for (Map.Entry<Hook, Hook.Status> each : weaver.progress().entrySet()) {
            all.add(HookStatus.of(
                    each.getKey().name(),
                    each.getValue() == Hook.Status.WOVEN,
                    each.getValue().name().toLowerCase(java.util.Locale.ROOT),
                    weaver.fault(each.getKey())));
        }
        return all;
    }

    private List<Switch> switches() {
        Inventory known = inventory;
        return known == null ? Collections.<Switch>emptyList() : known.switches();
    }

    private static String mainClass() {
        String command = System.getProperty("sun.java.command");
        if (command == null) {
            return null;
        }
        int space = command.indexOf(' ');
        return space < 0 ? command : command.substring(0, space);
    }

    private static String version() {
        InputStream in = Recording.class.getResourceAsStream("version");
        if (in == null) {
            return "development";
        }
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.readLine();
        } catch (IOException unreadable) {
            return "unknown";
        }
    }
}
