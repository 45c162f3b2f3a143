package org.tlsguard.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.tlsguard.engine.observe.Frames;
import org.tlsguard.engine.observe.Origins;
import org.tlsguard.engine.record.Log;
import org.tlsguard.engine.record.OwnThread;
import org.tlsguard.engine.record.Recorder;
import org.tlsguard.engine.record.ReportThread;
import org.tlsguard.engine.record.Sin;
import org.tlsguard.engine.weave.Hook;
import org.tlsguard.engine.weave.Weaver;
import org.tlsguard.policy.Cause;
import org.tlsguard.policy.Exemption;
import org.tlsguard.policy.Peer;
import org.tlsguard.policy.Policy;
import org.tlsguard.policy.Role;
import org.tlsguard.policy.Rule;
import org.tlsguard.policy.State;
import org.tlsguard.report.HookStatus;
import org.tlsguard.report.Report;

/** The recorder with all that its reports say of the JVM, and when they are written. */
final class Recording implements ReportThread.Writer {

    private final Settings settings;
    private final Weaver weaver;
    private final ReportThread reports;
    private final Recorder recorder;

    Recording(Settings settings, Weaver weaver) {
        this.settings = settings;
        this.weaver = weaver;
        Log log = settings.log();
        reports = new ReportThread(this, log);
        recorder = new Recorder(settings.mode(), log, new Runnable() {
            @Override
            public void run() {
                reports.wake();
            }
        });
        for (Exemption each : settings.policy().exemptions()) {
            if (each.isExpired(new Date())) {
                log.line("the exemption at " + each.where() + " (" + each.reason() + ", " + each.owner()
                        + ") has expired and no longer holds");
            }
        }
        writeAtExit();
    }

    /** Notes that a TLS engine was loaded whose decisions no hook sees. */
    void unguarded(String className) {
        recorder.rule(new Sin(
                        Rule.COVERAGE,
                        Cause.UNGUARDED,
                        State.LATENT,
                        "TLS by " + className + ", which does not use the JDK's JSSE, is not guarded")
                .under(settings.policy().forPeer(Peer.of(Role.SERVER, null, -1)))
                .by(Origins.ofCaller(Frames.here()))
                .unrepaired());
    }

    Recorder recorder() {
        return recorder;
    }

    @Override
    public void write() throws IOException {
        Policy policy = settings.policy();
        settings.directory()
                .write(recorder.fill(Report.builder()
                                .toolVersion(version())
                                .policySource(policy.source())
                                .policySha256(policy.sha256())
                                .jvmVersion(System.getProperty("java.version"))
                                .jvmVendor(System.getProperty("java.vendor"))
                                .pid(settings.pid())
                                .mainClass(mainClass())
                                .start(settings.start())
                                .hooks(hooks()))
                        .build());
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
