package org.tlsguard.engine;

import java.io.FileOutputStream;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.tlsguard.engine.weave.HookTable;
import org.tlsguard.engine.weave.Weaver;
import org.tlsguard.policy.Mode;
import org.tlsguard.policy.Rule;

/**
 * The engine's front towards the bootstrap, which knows it only as the JDK types it implements. Made when the first class
 * of the hook table is loaded, inside that class's loading: so here nothing of JSSE may be touched. The rest of the engine
 * starts when the first hook fires.
 */
public final class EngineStart implements ClassFileTransformer, Callable<Boolean> {

    private final Instrumentation instrumentation;
    private final Weaver weaver = new Weaver();
    private final Settings settings;
    private Recording recording;
    private final AtomicBoolean preloading = new AtomicBoolean();

    /**
     * @param options what the agent was told at start, by key
     * @param instrumentation the JVM's
     * @throws Exception when the bridge cannot be put into the JDK
     */
    public EngineStart(Map<String, String> options, Instrumentation instrumentation) throws Exception {
        this.instrumentation = instrumentation;
        settings = new Settings(options);
        BridgeInstaller.install(
                instrumentation,
                new Runnable() {
                    @Override
                    public void run() {
                        startEngine();
                    }
                },
                settings);
    }

    /**
     * Loads the policy and claims the report directory, before {@code main}.
     *
     * @return false when the policy switches the agent off
     * @throws IllegalArgumentException a line per problem
     */
    @Override
    public Boolean call() {
        settings.check();
        if (settings.mode() == Mode.OFF) {
            return Boolean.FALSE;
        }
        BridgeInstaller.failClosed(settings.regime().failsClosed(Rule.TRUST));
        if (settings.reportIsRequested()) {
            // Then a report is written even where TLS is never touched.
            recording();
        }
        return Boolean.TRUE;
    }

    @Override
    public byte[] transform(
            ClassLoader definer, String name, Class<?> redefined, ProtectionDomain domain, byte[] file) {
        if (definer != null && ForeignEngines.contains(name)) {
            recording().unguarded(name.replace('/', '.'));
            return null;
        }
        if (!preloading.get() && preloading.compareAndSet(false, true)) {
            Preload.start();
        }
        byte[] woven = weaver.weave(definer == null, name, file);
        return woven == null || definer == null || seesBridge(definer) ? woven : null;
    }

    /** A bundle that does not import JSSE's package, of OSGi say, cannot call what lies in it. */
    private static boolean seesBridge(ClassLoader definer) {
        try {
            Class.forName("javax.net.ssl.TlsGuardBridge", false, definer);
            return true;
        } catch (ClassNotFoundException | LinkageError unseen) {
            return false;
        }
    }

    private void startEngine() {
        weaveWhatIsLoaded();
        Engine.start(recording(), new Runnable() {
            @Override
            public void run() {
                weaveOutput();
            }
        });
    }

    /** Weaves what mutes a copy of the application's code: every JVM has loaded it long ago, and few ever need it woven. */
    private synchronized void weaveOutput() {
        if (weaver.isMissing(HookTable.OUTPUT)) {
            weaveLate(FileOutputStream.class);
        }
    }

    private synchronized Recording recording() {
        if (recording == null) {
            recording = new Recording(settings, weaver, instrumentation);
        }
        return recording;
    }

    /** Weaves the rows whose class was loaded before the engine, or while it was starting. */
    private void weaveWhatIsLoaded() {
        Set<String> names = weaver.missing();
        List<Class<?>> missing = new ArrayList<>();
        for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
            if (loaded.getClassLoader() == null
                    && loaded != FileOutputStream.class
                    && names.contains(loaded.getName())
                    && instrumentation.isModifiableClass(loaded)) {
                missing.add(loaded);
            }
        }
        for (Class<?> each : missing) {
            weaveLate(each);
        }
    }

    private void weaveLate(Class<?> loaded) {
        try {
            instrumentation.retransformClasses(loaded);
        } catch (Exception | LinkageError refused) {
            weaver.refused(loaded.getName().replace('.', '/'), refused);
        }
    }
}
