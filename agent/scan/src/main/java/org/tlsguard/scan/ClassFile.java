package org.tlsguard.scan;

import java.io.IOException;
import java.io.InputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;

/** A class by its head: what it is called, what it extends, and where to read the rest. Immutable. */
final class ClassFile {

    /** The JVM allows 65,535 constants and methods of 64 kB each; what people compile stays far below this. */
    static final int MOST_BYTES = 16 << 20;

    final String name;
    final String superName;
    final String[] interfaces;
    final Container container;
    final String entry;

    private ClassFile(ClassReader head, Container container, String entry) {
        this.name = head.getClassName();
        this.superName = head.getSuperName();
        this.interfaces = head.getInterfaces();
        this.container = container;
        this.entry = entry;
    }

    static ClassFile of(ClassReader head, Container container, String entry) {
        return new ClassFile(head, container, entry);
    }

    /** The binary name, as a stack trace shows it. */
    String binaryName() {
        return name.replace('/', '.');
    }

    /** The archive or directory, with the folder in it that is on the class path. */
    String location() {
        String file = name + ".class";
        String folder = entry.endsWith(file) ? entry.substring(0, entry.length() - file.length()) : "";
        if (folder.isEmpty() || folder.startsWith("META-INF/versions/")) {
            return container.location();
        }
        return container.location() + "!/" + folder.substring(0, folder.length() - 1);
    }

    /**
     * Reads it whole.
     *
     * @throws IOException if it cannot be read any more
     * @throws RuntimeException of any kind if it is no sound class
     */
    ClassNode read() throws IOException {
        try (InputStream in = container.open(entry)) {
            ClassNode node = new ClassNode();
            new ClassReader(Bytes.of(in, MOST_BYTES)).accept(node, ClassReader.SKIP_FRAMES);
            return node;
        }
    }
}
