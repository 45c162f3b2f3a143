package org.tlsguard.samples.tests;

import java.nio.file.Path;

/** A Java installation to run samples on. */
public record Jdk(int feature, Path home) {

    public Path java() {
        return home.resolve("bin").resolve("java");
    }

    @Override
    public String toString() {
        return "JDK " + feature;
    }
}
