package org.tlsguard.samples.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** An application of many classes, for Java 8 and newer: each with fields, methods and constants as classes have them. */
final class GeneratedApplication {

    /** The class with the {@code main} method, which says hello. */
    static final String MAIN = "generated.Hello";

    /** The start of the names of the others, which are numbered. */
    static final String NUMBERED = "generated.Class";

    private static final int METHODS = 25;
    private static final String PRINT_STREAM = "java/io/PrintStream";

    private GeneratedApplication() {}

    static Path write(Path jar, int classes) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            write(out, MAIN, hello());
            for (int i = 0; i < classes; i++) {
                write(out, NUMBERED + i, numbered(i));
            }
        }
        return jar;
    }

    private static void write(JarOutputStream out, String name, byte[] file) throws IOException {
        out.putNextEntry(new JarEntry(name.replace('.', '/') + ".class"));
        out.write(file);
        out.closeEntry();
    }

    private static byte[] hello() {
        ClassWriter type = type(MAIN);
        MethodVisitor main =
                type.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "main", "([Ljava/lang/String;)V", null, null);
        main.visitCode();
        main.visitFieldInsn(Opcodes.GETSTATIC, "java/lang/System", "out", 'L' + PRINT_STREAM + ';');
        main.visitLdcInsn("hello");
        main.visitMethodInsn(Opcodes.INVOKEVIRTUAL, PRINT_STREAM, "println", "(Ljava/lang/String;)V", false);
        main.visitInsn(Opcodes.RETURN);
        main.visitMaxs(2, 1);
        main.visitEnd();
        return type.toByteArray();
    }

    private static byte[] numbered(int number) {
        ClassWriter type = type(NUMBERED + number);
        String descriptor = "(Ljava/lang/String;Ljava/util/Map;)Ljava/lang/String;";
        for (int i = 0; i < METHODS; i++) {
            type.visitField(Opcodes.ACC_PRIVATE, "field" + i, "Ljava/util/List;", null, null)
                    .visitEnd();
            MethodVisitor method =
                    type.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "method" + i, descriptor, null, null);
            method.visitCode();
            method.visitLdcInsn("a constant of class " + number + " in its method " + i);
            method.visitVarInsn(Opcodes.ALOAD, 0);
            method.visitMethodInsn(
                    Opcodes.INVOKEVIRTUAL,
                    "java/lang/String",
                    "concat",
                    "(Ljava/lang/String;)Ljava/lang/String;",
                    false);
            method.visitInsn(Opcodes.ARETURN);
            method.visitMaxs(2, 2);
            method.visitEnd();
        }
        return type.toByteArray();
    }

    private static ClassWriter type(String name) {
        ClassWriter type = new ClassWriter(0);
        type.visit(Opcodes.V1_8, Opcodes.ACC_PUBLIC, name.replace('.', '/'), null, "java/lang/Object", null);
        return type;
    }
}
