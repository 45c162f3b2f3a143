package org.tlsguard.samples.tests;

import java.nio.file.Path;

/** A Java installation to run samples on. */
record Jdk(int feature, Path home) implements Comparable<Jdk> {

    Path java() {
        return home.resolve("bin").resolve("java");
    }

    @Override
    public int compareTo(Jdk other) {
        return Integer.compare(feature, other.feature);
    }

    @Override
    public String toString() {
        return "JDK " + feature;
    }
}
