package org.tlsguard.samples.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** An agent that does nothing, for Java 8 and newer: what any agent costs. */
final class EmptyAgent {

    private static final String NAME = "EmptyAgent";

    private EmptyAgent() {}

    static Path write(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", NAME);
        manifest.getMainAttributes().putValue("Can-Retransform-Classes", "true");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            out.putNextEntry(new JarEntry(NAME + ".class"));
            out.write(file());
            out.closeEntry();
        }
        return jar;
    }

    private static byte[] file() {
        ClassWriter type = new ClassWriter(0);
        type.visit(Opcodes.V1_8, Opcodes.ACC_PUBLIC, NAME, null, "java/lang/Object", null);
        MethodVisitor premain = type.visitMethod(
                Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC,
                "premain",
                "(Ljava/lang/String;Ljava/lang/instrument/Instrumentation;)V",
                null,
                null);
        premain.visitCode();
        premain.visitInsn(Opcodes.RETURN);
        premain.visitMaxs(0, 2);
        premain.visitEnd();
        return type.toByteArray();
    }
}
