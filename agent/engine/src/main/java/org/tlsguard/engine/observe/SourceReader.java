package org.tlsguard.engine.observe;

import java.io.IOException;
import java.io.InputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Reads out of a class file which source file and line a method has. A generated class has no file to read, and a lambda
 * no name that would mean anything in the next JVM: it is looked up in the class that contains it.
 */
final class SourceReader extends ClassVisitor {

    private static final String LAMBDA = "$$Lambda";

    /** How the parameters of the two kinds of lambda end that decide: {@code HostnameVerifier} is the only one today. */
    private static final String VERIFIER = "Ljava/lang/String;Ljavax/net/ssl/SSLSession;)Z";

    private final String className;
    private final boolean lambda;
    private final String wanted;
    private String method;
    private String file;
    private int line;
    private int candidates;

    private SourceReader(String className, boolean lambda, String wanted) {
        super(Opcodes.ASM9);
        this.className = className;
        this.lambda = lambda;
        this.wanted = wanted;
        this.method = lambda ? null : wanted;
    }

    /** Looks up a method of a class; what cannot be found out is left out. */
    static SourceReader read(Class<?> type, String method) {
        int at = type.getName().indexOf(LAMBDA);
        SourceReader reader =
                new SourceReader(at < 0 ? type.getName() : type.getName().substring(0, at), at >= 0, method);
        reader.read(type.getClassLoader());
        return reader;
    }

    /** The class that holds the code. */
    String className() {
        return className;
    }

    /** The method; null for a method reference, and for one of several lambdas. */
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

    private void read(ClassLoader loader) {
        String resource = className.replace('.', '/') + ".class";
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
        if (candidates > 1) {
            method = null;
            line = 0;
        }
    }

    @Override
    public void visitSource(String source, String debug) {
        file = source;
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, String signature, String[] exceptions) {
        boolean isWanted = lambda
                ? name.startsWith("lambda$") && descriptor.endsWith(VERIFIER)
                : name.equals(wanted) && (access & Opcodes.ACC_BRIDGE) == 0 && line == 0;
        if (!isWanted) {
            return null;
        }
        method = name;
        if (lambda && candidates++ > 0) {
            return null;
        }
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
