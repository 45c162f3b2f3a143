package org.tlsguard.engine.observe;

import java.util.ArrayList;
import java.util.List;

/** The application's part of a stack: our own frames cut, the JDK's kept apart. */
public final class Frames {

    private static final int LONGEST_STACK = 40;

    private static final String[] OURS = {"org.tlsguard.", "javax.net.ssl.TlsGuard"};

    private static final String[] JDK = {
        "java.",
        "javax.",
        "jdk.",
        "sun.",
        "com.sun.net.",
        "com.sun.jndi.",
        "com.sun.security.",
        "com.sun.crypto.",
        "com.sun.naming.",
        "com.sun.rmi.",
        "com.sun.proxy.",
        "com.ibm.jsse2.",
        "com.ibm.crypto."
    };

    private final StackTraceElement[] frames;

    private Frames(StackTraceElement[] frames) {
        this.frames = frames;
    }

    /** The stack of the current thread. */
    public static Frames here() {
        return new Frames(new Throwable().getStackTrace());
    }

    /** The innermost frame of the application; null on a thread that runs none, as of a pool of the JDK. */
    public StackTraceElement caller() {
        for (StackTraceElement each : frames) {
            if (!startsWithAny(each.getClassName(), OURS) && !startsWithAny(each.getClassName(), JDK)) {
                return each;
            }
        }
        return null;
    }

    /** The stack as text, without our own frames, bounded. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (StackTraceElement each : frames) {
            if (!startsWithAny(each.getClassName(), OURS)) {
                if (lines.size() == LONGEST_STACK) {
                    lines.add("...");
                    break;
                }
                lines.add(each.toString());
            }
        }
        return lines;
    }

    private static boolean startsWithAny(String name, String[] prefixes) {
        for (String each : prefixes) {
            if (name.startsWith(each)) {
                return true;
            }
        }
        return false;
    }
}
