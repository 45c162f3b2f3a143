package org.tlsguard.report;

import java.util.Objects;

/** Whether one row of the hook table is at work in this JVM. A hook that silently never fires is a hole. Immutable. */
public final class HookStatus {

    private final String name;
    private final boolean live;
    private final String state;
    private final String detail;

    private HookStatus(String name, boolean live, String state, String detail) {
        this.name = Bounds.name(Objects.requireNonNull(name, "name"));
        this.live = live;
        this.state = Bounds.name(state);
        this.detail = Bounds.sentences(detail);
    }

    /**
     * Describes a hook.
     *
     * @param name the name of its row
     * @param live whether it is in place and would fire
     * @param state {@code woven}, {@code pending} (its class is not loaded yet), {@code absent} (no such class in this
     *     JVM) or
     *     {@code failed}; or null if unknown
     * @param detail why it is so, or null
     */
    public static HookStatus of(String name, boolean live, String state, String detail) {
        return new HookStatus(name, live, state, detail);
    }

    /** The name of its row. */
    public String name() {
        return name;
    }

    /** Whether it is in place and would fire. */
    public boolean live() {
        return live;
    }

    /** {@code woven}, {@code pending}, {@code absent} or {@code failed}; or null if unknown. */
    public String state() {
        return state;
    }

    /** Why it is so, or null. */
    public String detail() {
        return detail;
    }

    /** Whether it should be at work and is not. */
    boolean isFailed() {
        return "failed".equals(state);
    }
}
