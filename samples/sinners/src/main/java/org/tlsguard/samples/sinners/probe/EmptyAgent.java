package org.tlsguard.samples.sinners.probe;

/** An agent that does nothing: what it makes the JVM load, any agent does. */
public final class EmptyAgent {

    private EmptyAgent() {}

    public static void premain(String arguments) {}
}
