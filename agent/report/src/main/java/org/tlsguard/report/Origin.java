package org.tlsguard.report;

import java.util.Arrays;
import java.util.List;

/**
 * The code that switched a check off: a trust manager or verifier, or the caller that set a switch.
 *
 * <p>Every part may be unknown. Immutable.
 */
public final class Origin {

    private final String className;
    private final String method;
    private final String file;
    private final int line;
    private final String location;
    private final String artifact;
    private final String caller;

    private Origin(Builder builder) {
        className = Bounds.name(builder.className);
        method = Bounds.name(builder.method);
        file = Bounds.name(builder.file);
        line = Math.max(builder.line, 0);
        location = Bounds.name(builder.location);
        artifact = Bounds.name(builder.artifact);
        caller = Bounds.name(builder.caller);
    }

    /** Returns a builder of an origin of which nothing is known yet. */
    public static Builder builder() {
        return new Builder();
    }

    /** The binary name of the class, or null. */
    public String className() {
        return className;
    }

    /** The name of the method, or null. */
    public String method() {
        return method;
    }

    /** The source file as the class names it, or null. */
    public String file() {
        return file;
    }

    /** The line in the source file, from 1; 0 if unknown. */
    public int line() {
        return line;
    }

    /** The jar or directory the class came from, nested jars included, or null. */
    public String location() {
        return location;
    }

    /** The Maven coordinates {@code group:artifact:version} of the jar, or null. */
    public String artifact() {
        return artifact;
    }

    /** The application's own frame that installed the code, as a stack trace shows it, or null. */
    public String caller() {
        return caller;
    }

    List<Object> identity() {
        return Arrays.<Object>asList(className, method, file, line, location, artifact, caller);
    }

    /** Collects the parts of an {@link Origin}. Not thread-safe. */
    public static final class Builder {

        private String className;
        private String method;
        private String file;
        private int line;
        private String location;
        private String artifact;
        private String caller;

        private Builder() {}

        /** See {@link Origin#className()}. */
        public Builder className(String className) {
            this.className = className;
            return this;
        }

        /** See {@link Origin#method()}. */
        public Builder method(String method) {
            this.method = method;
            return this;
        }

        /** See {@link Origin#file()}. */
        public Builder file(String file) {
            this.file = file;
            return this;
        }

        /** See {@link Origin#line()}; a negative number, which a stack frame has for native code, means unknown. */
        public Builder line(int line) {
            this.line = line;
            return this;
        }

        /** See {@link Origin#location()}. */
        public Builder location(String location) {
            this.location = location;
            return this;
        }

        /** See {@link Origin#artifact()}. */
        public Builder artifact(String artifact) {
            this.artifact = artifact;
            return this;
        }

        /** See {@link Origin#caller()}. */
        public Builder caller(String caller) {
            this.caller = caller;
            return this;
        }

        /** Returns the origin; the builder may be used on. */
        public Origin build() {
            return new Origin(this);
        }
    }
}
