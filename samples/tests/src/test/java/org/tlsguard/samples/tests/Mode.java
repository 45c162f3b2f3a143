package org.tlsguard.samples.tests;

import java.util.Locale;

/** How a sample runs: without the guard, or with it in one of its modes. */
public enum Mode {
    BARE,
    AUDIT,
    ENFORCE;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
