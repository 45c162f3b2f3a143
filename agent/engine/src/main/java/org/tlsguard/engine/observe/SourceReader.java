package org.tlsguard.engine.observe;

import java.io.IOException;
import java.io.InputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Reads out of class files which source file and line a method has, in the class itself or in the one it inherits the method
 * from. A generated class has no file to read.
 */
final class SourceReader extends ClassVisitor {

    private final String method;
    private final String descriptor;
    private String source;
    private String file;
    private int line;
    private boolean found;

    private SourceReader(String method, String descriptor) {
        super(Opcodes.ASM9);
        this.method = method;
        this.descriptor = descriptor;
    }

    /**
     * Looks up a method of a class; what cannot be found out is left out.
     *
     * @param method null when only the file is wanted
     * @param descriptor null for whichever method of that name
     */
    static SourceReader read(Class<?> type, String method, String descriptor) {
        SourceReader reader = new SourceReader(method, descriptor);
        for (Class<?> each = type; each != null && !reader.found; each = each.getSuperclass()) {
            reader.read(each);
            if (method == null) {
                break;
            }
        }
        return reader;
    }

    /** The method, or null. */
    String method() {
        return method;
    }

    /** The source file, or null. */
    String file() {
        return file;
    }

    /** The first line of the method, or 0. */
    int line() {
        return line;
    }

    private void read(Class<?> type) {
        String resource = type.getName().replace('.', '/') + ".class";
        ClassLoader loader = type.getClassLoader();
        try (InputStream in = loader == null
                ? ClassLoader.getSystemResourceAsStream(resource)
                : loader.getResourceAsStream(resource)) {
            if (in != null) {
                new ClassReader(in).accept(this, ClassReader.SKIP_FRAMES);
            }
        } catch (IOException | RuntimeException unreadable) {
            // Without line numbers the class is still named.
            line = 0;
        }
    }

    @Override
    public void visitSource(String name, String debug) {
        source = name;
        if (file == null) {
            file = name;
        }
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String methodDescriptor, String signature, String[] exceptions) {
        if (found
                || !name.equals(method)
                || descriptor != null && !descriptor.equals(methodDescriptor)
                || (access & (Opcodes.ACC_BRIDGE | Opcodes.ACC_ABSTRACT)) != 0) {
            return null;
        }
        found = true;
        file = source;
        return new MethodVisitor(Opcodes.ASM9) {
            @Override
            public void visitLineNumber(int number, Label start) {
                if (line == 0) {
                    line = number;
                }
            }
        };
    }
}
