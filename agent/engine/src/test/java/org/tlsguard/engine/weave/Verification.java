package org.tlsguard.engine.weave;

import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.BasicValue;
import org.objectweb.asm.tree.analysis.SimpleVerifier;

/**
 * Verifies the code of a class as a JVM does, by data flow. The JVM itself does not: by default it trusts the classes of
 * the boot loader, so that a wrong insertion would crash it instead of being refused.
 */
final class Verification {

    private Verification() {}

    /**
     * @param jdk where the classes that the code names are looked up
     * @throws AssertionError naming the method and the instruction that is wrong
     */
    static void verify(byte[] file, ClassFiles jdk) {
        ClassNode type = new ClassNode();
        new ClassReader(file).accept(type, ClassReader.SKIP_DEBUG);
        for (MethodNode method : type.methods) {
            Analyzer<BasicValue> analyzer = new Analyzer<>(new Hierarchy(type, jdk));
            try {
                analyzer.analyze(type.name, method);
            } catch (AnalyzerException wrong) {
                throw new AssertionError(
                        jdk + ": " + type.name + "." + method.name + method.desc + ": " + wrong.getMessage(), wrong);
            }
        }
    }

    /** Answers what the verifier wants to know of types from class files: nothing is loaded. */
    private static final class Hierarchy extends SimpleVerifier {

        private final ClassFiles jdk;

        Hierarchy(ClassNode type, ClassFiles jdk) {
            super(
                    Opcodes.ASM9,
                    Type.getObjectType(type.name),
                    type.superName == null ? null : Type.getObjectType(type.superName),
                    null,
                    (type.access & Opcodes.ACC_INTERFACE) != 0);
            this.jdk = jdk;
        }

        @Override
        protected boolean isInterface(Type type) {
            return isClass(type) && (jdk.reader(type.getInternalName()).getAccess() & Opcodes.ACC_INTERFACE) != 0;
        }

        @Override
        protected Type getSuperClass(Type type) {
            if (!isClass(type)) {
                return Type.getObjectType("java/lang/Object");
            }
            String name = jdk.reader(type.getInternalName()).getSuperName();
            return name == null ? null : Type.getObjectType(name);
        }

        @Override
        protected boolean isAssignableFrom(Type to, Type from) {
            if (to.equals(from) || to.getInternalName().equals("java/lang/Object")) {
                return true;
            }
            if (to.getSort() == Type.ARRAY) {
                return from.getSort() == Type.ARRAY
                        && to.getDimensions() == from.getDimensions()
                        && isReference(to)
                        && isReference(from)
                        && isAssignableFrom(to.getElementType(), from.getElementType());
            }
            if (from.getSort() == Type.ARRAY) {
                return to.getInternalName().equals("java/lang/Cloneable")
                        || to.getInternalName().equals("java/io/Serializable");
            }
            // JVMS 4.10.1.2: to the verifier every interface is as good as Object.
            return isInterface(to) || supertypes(from.getInternalName()).contains(to.getInternalName());
        }

        private static boolean isReference(Type array) {
            return array.getElementType().getSort() == Type.OBJECT;
        }

        private static boolean isClass(Type type) {
            return type.getSort() == Type.OBJECT;
        }

        private Set<String> supertypes(String name) {
            Set<String> all = new HashSet<>();
            for (String each = name; each != null; each = jdk.reader(each).getSuperName()) {
                all.add(each);
            }
            return all;
        }
    }
}
