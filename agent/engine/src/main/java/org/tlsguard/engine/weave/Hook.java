package org.tlsguard.engine.weave;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** A row of the hook table: one class, what is put into it, and what for. */
public final class Hook {

    /** How far a row has come in this JVM. */
    public enum Status {
        /** The class has not been loaded yet, or was loaded and waits to be woven. */
        PENDING,
        /** In place. */
        WOVEN,
        /** This JDK has no such class, or not one of the methods. */
        ABSENT,
        /** The class could not be woven. */
        FAILED
    }

    /** What stands in {@link #className()} for any package. */
    static final String ANYWHERE = "*";

    private final String name;
    private final String className;
    private final String jdks;
    private final String purpose;
    private final List<Advice> advice;

    Hook(String name, String className, String jdks, String purpose, Advice... advice) {
        this.name = name;
        this.className = className;
        this.jdks = jdks;
        this.purpose = purpose;
        this.advice = Collections.unmodifiableList(Arrays.asList(advice));
    }

    /** What the report calls it: surface and moment. */
    public String name() {
        return name;
    }

    /**
     * The internal name of the class; from {@link #ANYWHERE} on the end of it, for one that others take into their own
     * jars under a name of theirs; null for a row that goes into whatever application class has the place.
     */
    public String className() {
        return className;
    }

    /** Whether the class is one of the JDK's. */
    public boolean isOfJdk() {
        return className != null && !className.startsWith(ANYWHERE);
    }

    /** Whether the application's class of this internal name is the one. */
    boolean isAbout(String name) {
        return className == null || name.endsWith(ending());
    }

    /** What the internal name of the class ends with. */
    public String ending() {
        return className.substring(ANYWHERE.length());
    }

    /** The JDKs on which it was seen at work. */
    public String jdks() {
        return jdks;
    }

    /** What it is for, in a sentence. */
    public String purpose() {
        return purpose;
    }

    List<Advice> advice() {
        return advice;
    }
}
