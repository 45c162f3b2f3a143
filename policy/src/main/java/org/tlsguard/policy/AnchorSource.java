package org.tlsguard.policy;

import java.io.File;

/** A place where trust anchors come from. Immutable. */
public final class AnchorSource {
    static final AnchorSource JVM = new AnchorSource(Kind.JVM, "jvm", null);
    static final AnchorSource OS = new AnchorSource(Kind.OS, "os", null);

    /** The kinds of places. */
    public enum Kind {
        /** The JVM's default trust store. */
        JVM,
        /** The trust store of the operating system. */
        OS,
        /** A PEM, PKCS#12 or JKS file. */
        FILE
    }

    private final Kind kind;
    private final String text;
    private final File file;

    private AnchorSource(Kind kind, String text, File file) {
        this.kind = kind;
        this.text = text;
        this.file = file;
    }

    static AnchorSource file(String text, File file) {
        return new AnchorSource(Kind.FILE, text, file);
    }

    /** Returns the kind; never null. */
    public Kind kind() {
        return kind;
    }

    /** Returns the file, resolved against the directory of the policy; null unless the kind is {@link Kind#FILE}. */
    public File file() {
        return file;
    }

    /** Returns what the policy says: {@code jvm}, {@code os} or the file as written. */
    @Override
    public String toString() {
        return text;
    }
}
