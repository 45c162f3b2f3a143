package org.tlsguard.engine.record;

import java.lang.ref.WeakReference;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * The application's own SLF4J, once it has one at work: it is looked for among the classes that the application has loaded,
 * from the context loader of the thread that has something to say, and is never the first to be started. Until then, and when
 * it fails, lines go to stderr.
 *
 * <p>A line is handed over by the report's thread, not by one that shakes hands: an appender may block, may hold locks that
 * the application holds, and may use TLS itself, which is to be looked at like any other.
 */
final class Slf4j extends Log {

    private static final String NAME = "tlsguard";
    private static final String FACTORY = "org.slf4j.LoggerFactory";

    /** {@code LoggerFactory.SUCCESSFUL_INITIALIZATION}, in all versions of SLF4J. */
    private static final int AT_WORK = 3;

    private static final int MOST_LINES = 1_000;

    private final Log fallback;
    private final Queue<Line> lines = new ArrayDeque<>();

    /** Weak, so that an application that is redeployed can go. */
    private WeakReference<Object> logger = new WeakReference<>(null);

    private static final class Line {

        final String text;
        final WeakReference<ClassLoader> loader;

        Line(String text, ClassLoader loader) {
            this.text = text;
            this.loader = new WeakReference<>(loader);
        }
    }

    Slf4j(Log fallback) {
        this.fallback = fallback;
    }

    @Override
    void write(String line) {
        synchronized (lines) {
            if (lines.size() < MOST_LINES) {
                lines.add(new Line(line, Thread.currentThread().getContextClassLoader()));
                return;
            }
        }
        fallback.write(line);
    }

    @Override
    public synchronized void flush() {
        for (Line next = poll(); next != null; next = poll()) {
            if (!log(next)) {
                fallback.write(next.text);
            }
        }
    }

    private Line poll() {
        synchronized (lines) {
            return lines.poll();
        }
    }

    private boolean log(Line line) {
        try {
            Object current = logger(line.loader.get());
            if (current == null) {
                return false;
            }
            // Not by the implementation's class, which may not be public.
            Method warn = Class.forName(
                            "org.slf4j.Logger", false, current.getClass().getClassLoader())
                    .getMethod("warn", String.class);
            warn.invoke(current, line.text);
            return true;
        } catch (ReflectiveOperationException | RuntimeException | LinkageError notUsable) {
            logger = new WeakReference<>(null);
            return false;
        }
    }

    private Object logger(ClassLoader context) throws ReflectiveOperationException {
        Object known = logger.get();
        if (known != null) {
            return known;
        }
        Class<?> factory = loadedFrom(context);
        if (factory == null) {
            factory = loadedFrom(ClassLoader.getSystemClassLoader());
        }
        if (factory == null || !isAtWork(factory)) {
            return null;
        }
        Object made = factory.getMethod("getLogger", String.class).invoke(null, NAME);
        logger = new WeakReference<>(made);
        return made;
    }

    /** What a loader, or one above it, has loaded already. */
    private static Class<?> loadedFrom(ClassLoader loader) throws ReflectiveOperationException {
        Method findLoadedClass = ClassLoader.class.getDeclaredMethod("findLoadedClass", String.class);
        findLoadedClass.setAccessible(true);
        for (ClassLoader each = loader; each != null; each = each.getParent()) {
            Class<?> found = (Class<?>) findLoadedClass.invoke(each, FACTORY);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static boolean isAtWork(Class<?> factory) throws ReflectiveOperationException {
        Field state = factory.getDeclaredField("INITIALIZATION_STATE");
        state.setAccessible(true);
        return state.getInt(null) == AT_WORK;
    }
}
