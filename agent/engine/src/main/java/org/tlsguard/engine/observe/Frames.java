package org.tlsguard.engine.observe;

import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;

/** The application's part of a stack: our own frames cut, the JDK's told apart. */
public final class Frames {

    private static final int LONGEST_STACK = 40;

    private static final String[] OURS = {"org.tlsguard.engine.", "org.tlsguard.bootstrap.", "javax.net.ssl.TlsGuard"};

    private static final Classes CLASSES = new Classes();

    private final StackTraceElement[] frames;
    private final Class<?>[] classes;
    private final String engine;

    /** The one way to the classes on the stack that is the same on every Java from 8 on. */
    @SuppressWarnings("removal")
    private static final class Classes extends SecurityManager {
        Class<?>[] onStack() {
            return getClassContext();
        }
    }

    private Frames(StackTraceElement[] frames, Class<?>[] classes, String engine) {
        this.frames = frames;
        this.classes = classes;
        this.engine = engine;
    }

    /** The stack of the current thread. */
    public static Frames here() {
        return here(null);
    }

    /**
     * The stack of the current thread, on which a TLS engine that is not the JDK's is at work.
     *
     * @param engine the package of that engine, which is no more the application's than JSSE is; null for the JDK's
     */
    public static Frames here(String engine) {
        return new Frames(new Throwable().getStackTrace(), CLASSES.onStack(), engine);
    }

    /** The innermost frame of the application; null on a thread that runs none, as of a pool of the JDK. */
    StackTraceElement caller() {
        for (StackTraceElement each : frames) {
            Class<?> type = classOf(each);
            if (!isOurs(each) && !isOfEngine(each) && !(type == null ? isNamedLikeJdk(each) : isOfJdk(type))) {
                return each;
            }
        }
        return null;
    }

    /**
     * Who called the code of that frame: the first frame further out whose class another loader, or another jar of the same
     * one, has defined. A container is not meant, which lives in a loader above. The frame itself when there is none.
     */
    StackTraceElement callerOf(StackTraceElement frame) {
        Class<?> code = classOf(frame);
        boolean inside = false;
        for (StackTraceElement each : frames) {
            inside |= each == frame;
            Class<?> type = inside ? classOf(each) : null;
            if (code != null && type != null && !isOfJdk(type) && !isSameCode(type, code) && sees(type, code)) {
                return each;
            }
        }
        return frame;
    }

    /**
     * Who had the code of that frame do something: as {@link #callerOf}, but for a container that makes objects by reflection;
     * then it is the last frame of that code itself.
     */
    StackTraceElement initiatorOf(StackTraceElement frame) {
        StackTraceElement caller = callerOf(frame);
        StackTraceElement outermost = frame;
        boolean inside = false;
        for (StackTraceElement each : frames) {
            inside |= each == frame;
            if (each == caller || inside && isReflection(each)) {
                return each == caller ? caller : outermost;
            }
            Class<?> type = inside ? classOf(each) : null;
            if (type != null && isSameCode(type, classOf(frame))) {
                outermost = each;
            }
        }
        return caller;
    }

    private static boolean isReflection(StackTraceElement frame) {
        String name = frame.getClassName();
        return name.startsWith("java.lang.reflect.")
                || name.startsWith("jdk.internal.reflect.")
                || name.startsWith("sun.reflect.");
    }

    private static boolean isSameCode(Class<?> one, Class<?> other) {
        ProtectionDomain domain = one.getProtectionDomain();
        CodeSource code = domain == null ? null : domain.getCodeSource();
        ProtectionDomain otherDomain = other.getProtectionDomain();
        CodeSource otherCode = otherDomain == null ? null : otherDomain.getCodeSource();
        return code == null || otherCode == null
                ? code == otherCode && one.getClassLoader() == other.getClassLoader()
                : String.valueOf(code.getLocation()).equals(String.valueOf(otherCode.getLocation()));
    }

    /** Whether the loader of one class is that of the other, or below it. */
    private static boolean sees(Class<?> one, Class<?> other) {
        for (ClassLoader each = one.getClassLoader(); each != null; each = each.getParent()) {
            if (each == other.getClassLoader()) {
                return true;
            }
        }
        return false;
    }

    /** The class of a frame; null when it is a hidden one. */
    Class<?> classOf(StackTraceElement frame) {
        for (Class<?> each : classes) {
            if (each.getName().equals(frame.getClassName())) {
                return each;
            }
        }
        return null;
    }

    /** A frame as text, the same on every Java: since 9, its own text may begin with the names of loader and module. */
    static String text(StackTraceElement frame) {
        return new StackTraceElement(
                        frame.getClassName(), frame.getMethodName(), frame.getFileName(), frame.getLineNumber())
                .toString();
    }

    /** The stack as text, without our own frames, bounded. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (StackTraceElement each : frames) {
            if (!isOurs(each)) {
                if (lines.size() == LONGEST_STACK) {
                    lines.add("...");
                    break;
                }
                lines.add(each.toString());
            }
        }
        return lines;
    }

    private static boolean isOfJdk(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        return loader == null || loader == Frames.class.getClassLoader().getParent();
    }

    /** For a frame whose class the JVM does not show, as of its own {@code doPrivileged} on Java 8. */
    private static boolean isNamedLikeJdk(StackTraceElement frame) {
        String name = frame.getClassName();
        return name.startsWith("java.") || name.startsWith("sun.") || name.startsWith("jdk.");
    }

    private boolean isOfEngine(StackTraceElement frame) {
        String name = frame.getClassName();
        return engine != null && name.startsWith(engine) && name.indexOf('.', engine.length()) < 0;
    }

    private static boolean isOurs(StackTraceElement frame) {
        for (String each : OURS) {
            if (frame.getClassName().startsWith(each)) {
                return true;
            }
        }
        return false;
    }
}
