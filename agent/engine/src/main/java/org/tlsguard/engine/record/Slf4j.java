package org.tlsguard.engine.record;

import java.lang.ref.WeakReference;
import java.lang.reflect.Method;

/**
 * The application's own SLF4J, found through the loader of the thread that is about to log, once it has one. Until then,
 * and when it fails, lines go to stderr. Kept weakly, so that a redeployed application can go.
 */
final class Slf4j extends Log {

    private static final String LOGGER = "tlsguard";

    private final Log fallback = Log.to("stderr");
    private WeakReference<Object> logger = new WeakReference<>(null);

    @Override
    void write(String line) {
        try {
            Object current = logger();
            if (current != null) {
                // Not by the implementation's class, which may not be public.
                Method warn = interfaceOf(current).getMethod("warn", String.class);
                warn.invoke(current, line);
                return;
            }
        } catch (ReflectiveOperationException | RuntimeException | LinkageError notUsable) {
            logger = new WeakReference<>(null);
        }
        fallback.write(line);
    }

    private synchronized Object logger() throws ReflectiveOperationException {
        Object known = logger.get();
        if (known != null) {
            return known;
        }
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        if (loader == null) {
            loader = ClassLoader.getSystemClassLoader();
        }
        Class<?> factory;
        try {
            factory = Class.forName("org.slf4j.LoggerFactory", false, loader);
        } catch (ClassNotFoundException none) {
            return null;
        }
        Object made = factory.getMethod("getLogger", String.class).invoke(null, LOGGER);
        logger = new WeakReference<>(made);
        return made;
    }

    private static Class<?> interfaceOf(Object logger) throws ClassNotFoundException {
        return Class.forName("org.slf4j.Logger", false, logger.getClass().getClassLoader());
    }
}
