package org.tlsguard.report;

import java.util.Objects;

/** A property that touches TLS, as it was found in a JVM. Immutable. */
public final class Switch {

    private final String name;
    private final String kind;
    private final String value;
    private final String setBy;
    private final boolean weakens;

    private Switch(String name, String kind, String value, String setBy, boolean weakens) {
        this.name = Bounds.name(Objects.requireNonNull(name, "name"));
        this.kind = Bounds.name(Objects.requireNonNull(kind, "kind"));
        this.value = Bounds.sentences(value);
        this.setBy = Bounds.name(setBy);
        this.weakens = weakens;
    }

    /**
     * Describes a switch.
     *
     * @param name the property
     * @param kind {@code system} or {@code security}, of which properties it is one
     * @param value its value, or null where that is a secret
     * @param setBy where it was set: {@code command line}, an environment variable, a frame of the application; null if
     *     nobody knows
     * @param weakens whether it is a finding of the rule {@code configuration}
     */
    public static Switch of(String name, String kind, String value, String setBy, boolean weakens) {
        return new Switch(name, kind, value, setBy, weakens);
    }

    /** The property. */
    public String name() {
        return name;
    }

    /** {@code system} or {@code security}. */
    public String kind() {
        return kind;
    }

    /** Its value, or null where that is a secret. */
    public String value() {
        return value;
    }

    /** Where it was set, or null if nobody knows. */
    public String setBy() {
        return setBy;
    }

    /** Whether it is a finding of the rule {@code configuration}. */
    public boolean weakens() {
        return weakens;
    }
}
