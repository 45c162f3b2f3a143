package org.tlsguard.engine.observe;

import java.util.Collections;
import java.util.List;

/** The code at fault as the hooks saw it: a class with its method, and who installed it. */
public final class CodeOrigin {

    /** Nobody known. */
    public static final CodeOrigin UNKNOWN =
            new CodeOrigin(null, null, null, 0, null, null, Collections.<String>emptyList());

    private final String className;
    private final String method;
    private final String file;
    private final int line;
    private final String location;
    private final String caller;
    private final List<String> stack;

    CodeOrigin(
            String className,
            String method,
            String file,
            int line,
            String location,
            String caller,
            List<String> stack) {
        this.className = className;
        this.method = method;
        this.file = file;
        this.line = line;
        this.location = location;
        this.caller = caller;
        this.stack = stack;
    }

    /** The binary name of the class; null when unknown. */
    public String className() {
        return className;
    }

    /** The method that decides; null when unknown. */
    public String method() {
        return method;
    }

    /** The source file; null when the class does not say. */
    public String file() {
        return file;
    }

    /** The method's first line; 0 when the class does not say. */
    public int line() {
        return line;
    }

    /** Where the class came from, as {@link Location} puts it; null when it does not say. */
    public String location() {
        return location;
    }

    /** The Maven coordinates of its jar; null when the jar does not say. Read from the jar at each call. */
    public String artifact() {
        return Artifact.of(location);
    }

    /** The application's frame that installed it; null when unknown. */
    public String caller() {
        return caller;
    }

    /** The class of a frame as {@link #caller()} has it. */
    public static String classOf(String frame) {
        return frame.substring(0, frame.lastIndexOf('.', frame.indexOf('(')));
    }

    /** The stack at that time; empty when unknown. */
    public List<String> stack() {
        return stack;
    }

    /** As a person reads it in a message. */
    @Override
    public String toString() {
        if (className == null) {
            return "code unknown";
        }
        StringBuilder text = new StringBuilder(className);
        if (method != null) {
            text.append('.').append(method);
        }
        StringBuilder place = new StringBuilder();
        if (file != null) {
            place.append(file);
            if (line > 0) {
                place.append(':').append(line);
            }
        }
        if (location != null) {
            place.append(place.length() == 0 ? "" : ", ").append(location);
        }
        if (place.length() > 0) {
            text.append(" (").append(place).append(')');
        }
        if (caller != null && !caller.startsWith(className + "." + method + "(")) {
            text.append(", installed by ").append(caller);
        }
        return text.toString();
    }
}
