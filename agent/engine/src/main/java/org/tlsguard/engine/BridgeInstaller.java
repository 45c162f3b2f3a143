package org.tlsguard.engine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.security.ProtectionDomain;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.TlsGuardBridge;
import org.tlsguard.policy.Mode;

/**
 * Defines the bridge's classes into the JDK's package {@code javax.net.ssl}. Nothing is appended to the boot class path:
 * class data sharing stays, no warning is printed, and whoever sees JSSE sees the bridge.
 */
final class BridgeInstaller {

    /** Supertypes before subtypes, and what the bridge names before the bridge. */
    private static final String[] CLASSES = {
        "TlsGuardDecision", "TlsGuardNameDecision", "TlsGuardHandler", "TlsGuardBridge", "TlsGuardBridge$1"
    };

    /** A class of the package that every JDK has and that does nothing when it is initialised. */
    private static final String NEIGHBOUR = "javax.net.ssl.SSLException";

    /** The JDK packages whose members {@code observe} and {@code judge} use. */
    private static final String[] OPENED = {
        "javax.net.ssl",
        "sun.net",
        "sun.security.ssl",
        "sun.security.validator",
        "sun.security.util",
        "sun.security.provider",
        "java.lang",
        "java.lang.reflect",
        "java.net",
        "jdk.internal.misc",
        "jdk.internal.reflect",
    };

    private BridgeInstaller() {}

    static void install(Instrumentation instrumentation, Runnable starter, Settings settings) throws Exception {
        Definer definer = isModular() ? modular(instrumentation) : java8();
        for (String each : CLASSES) {
            definer.define("javax.net.ssl." + each, read(each));
        }
        Ready.install(starter, settings);
    }

    /** Tells the bridge what to do about a fault of the engine's own that the engine does not catch. */
    static void failClosed(boolean refuse) {
        Ready.failClosed(refuse);
    }

    /** The only code here that names the bridge: linked after it has been defined. */
    private static final class Ready {

        static void install(Runnable starter, Settings settings) {
            TlsGuardBridge.install(starter, settings.requestedMode() == Mode.ENFORCE);
        }

        static void failClosed(boolean refuse) {
            TlsGuardBridge.failClosed(refuse);
        }
    }

    private interface Definer {
        void define(String name, byte[] bytes) throws Exception;
    }

    private static boolean isModular() {
        try {
            Class.forName("java.lang.Module", false, null);
            return true;
        } catch (ClassNotFoundException java8) {
            return false;
        }
    }

    private static Definer java8() throws Exception {
        Class<?> unsafeClass = Class.forName("sun.misc.Unsafe");
        Field theUnsafe = unsafeClass.getDeclaredField("theUnsafe");
        theUnsafe.setAccessible(true);
        final Object unsafe = theUnsafe.get(null);
        final Method defineClass = unsafeClass.getMethod(
                "defineClass",
                String.class,
                byte[].class,
                int.class,
                int.class,
                ClassLoader.class,
                ProtectionDomain.class);
        return new Definer() {
            @Override
            public void define(String name, byte[] bytes) throws Exception {
                invoke(defineClass, unsafe, name, bytes, 0, bytes.length, null, null);
            }
        };
    }

    /** {@code Lookup.defineClass} of Java 9, in a package that {@code Instrumentation.redefineModule} opens to us. */
    private static Definer modular(Instrumentation instrumentation) throws Exception {
        Class<?> moduleClass = Class.forName("java.lang.Module");
        Method getModule = Class.class.getMethod("getModule");
        Object base = getModule.invoke(Object.class);
        Set<Object> us = Collections.singleton(getModule.invoke(BridgeInstaller.class));
        Map<String, Set<Object>> opens = new HashMap<>();
        for (String each : OPENED) {
            opens.put(each, us);
        }
        Method redefineModule = Instrumentation.class.getMethod(
                "redefineModule", moduleClass, Set.class, Map.class, Map.class, Set.class, Map.class);
        invoke(
                redefineModule,
                instrumentation,
                base,
                Collections.emptySet(),
                Collections.emptyMap(),
                opens,
                Collections.emptySet(),
                Collections.emptyMap());

        final Object lookup = invoke(
                MethodHandles.class.getMethod("privateLookupIn", Class.class, MethodHandles.Lookup.class),
                null,
                Class.forName(NEIGHBOUR, false, null),
                // Called as it is: reflection would read its annotations, and make proxies for them.
                MethodHandles.lookup());
        final Method defineClass = MethodHandles.Lookup.class.getMethod("defineClass", byte[].class);
        return new Definer() {
            @Override
            public void define(String name, byte[] bytes) throws Exception {
                invoke(defineClass, lookup, (Object) bytes);
            }
        };
    }

    private static Object invoke(Method method, Object target, Object... arguments) throws Exception {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof Exception) {
                throw (Exception) thrown.getCause();
            }
            throw thrown;
        }
    }

    private static byte[] read(String name) throws IOException {
        String resource = "javax/net/ssl/" + name + ".classdata";
        try (InputStream in = BridgeInstaller.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("the agent's jar lacks " + resource);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            byte[] buffer = new byte[4096];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                bytes.write(buffer, 0, n);
            }
            return bytes.toByteArray();
        }
    }
}
