package org.tlsguard.bootstrap;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;
import java.security.AccessController;
import java.security.PrivilegedExceptionAction;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * The one class file transformer. For a class of the boot loader its work is one look-up of the name, for a class of the
 * application one pass over the constant pool; the weaver, its loader and its library start when the first class that
 * matters is loaded. An application without TLS pays for an empty agent.
 */
final class LazyTransformer implements ClassFileTransformer {

    private static final String ENGINE = "org.tlsguard.engine.EngineStart";

    /** A constant pool without an entry. */
    private static final byte[] NO_CLASS = new byte[10];

    private final Map<String, String> options;
    private final Instrumentation instrumentation;
    private volatile ClassLoader loader;
    private volatile Object engine;
    private volatile boolean failed;

    LazyTransformer(Map<String, String> options, Instrumentation instrumentation) {
        this.options = options;
        this.instrumentation = instrumentation;
        // Or what it asks would be loaded to answer whether it may be loaded as it is: twice, and the first in vain.
        isOfInterest("", NO_CLASS);
    }

    @Override
    public byte[] transform(
            ClassLoader definer, String name, Class<?> redefined, ProtectionDomain domain, byte[] bytes) {
        // A hidden class, as of a lambda, has no name and cannot be transformed; calls to it are.
        if (name == null || (definer == null ? !isHooked(name) : definer == loader || !isOfInterest(name, bytes))) {
            return null;
        }
        try {
            return System.getSecurityManager() == null
                    ? weave(definer, name, redefined, domain, bytes)
                    // With the agent's rights, and not of whoever happens to load the class.
                    : AccessController.doPrivileged(new PrivilegedExceptionAction<byte[]>() {
                        @Override
                        public byte[] run() throws Exception {
                            return weave(definer, name, redefined, domain, bytes);
                        }
                    });
        } catch (Throwable fault) {
            // The JVM would swallow it too; the class stays as it is, and the report shows that hook as not live.
            return null;
        }
    }

    private byte[] weave(ClassLoader definer, String name, Class<?> redefined, ProtectionDomain domain, byte[] bytes)
            throws Exception {
        ClassFileTransformer weaver = weaver();
        return weaver == null ? null : weaver.transform(definer, name, redefined, domain, bytes);
    }

    private static boolean isOfInterest(String name, byte[] bytes) {
        return Triggers.mayBeOfOtherEngine(name) || ConstantPool.concerns(bytes);
    }

    private boolean isHooked(String name) {
        return Triggers.starts(name) || engine != null && Triggers.follows(name);
    }

    /**
     * Looks after what was loaded before us: another agent may have used TLS already.
     *
     * @throws Exception whatever stops the agent from starting
     */
    void catchUp() throws Exception {
        List<Class<?>> late = new ArrayList<>();
        for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
            if (Triggers.wouldHaveStarted(loaded)
                    && loaded.getClassLoader() == null
                    && instrumentation.isModifiableClass(loaded)) {
                late.add(loaded);
            }
        }
        if (!late.isEmpty() && weaver() != null) {
            instrumentation.retransformClasses(late.toArray(new Class<?>[0]));
        }
    }

    /**
     * Loads policy and options in full and claims what they name.
     *
     * @return false when they switch the agent off
     * @throws IllegalArgumentException naming what cannot be used
     * @throws Exception a fault
     */
    boolean check() throws Exception {
        return ((Callable<?>) engine()).call() == Boolean.TRUE;
    }

    private ClassFileTransformer weaver() throws Exception {
        if (failed) {
            return null;
        }
        return (ClassFileTransformer) engine();
    }

    /** The engine's front, which has no type here: both loaders share the JDK's types only. */
    private synchronized Object engine() throws Exception {
        if (engine == null) {
            try {
                loader = EngineLoader.overOwnJar();
                engine = Class.forName(ENGINE, true, loader)
                        .getConstructor(Map.class, Instrumentation.class)
                        .newInstance(options, instrumentation);
            } catch (InvocationTargetException fault) {
                failed = true;
                throw fault.getCause() instanceof Exception ? (Exception) fault.getCause() : fault;
            } catch (ReflectiveOperationException | LinkageError fault) {
                failed = true;
                throw fault;
            }
        }
        return engine;
    }
}
