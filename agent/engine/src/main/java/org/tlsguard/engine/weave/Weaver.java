package org.tlsguard.engine.weave;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Puts the advice of the {@link HookTable} into class files, and knows how far each row has come. */
public final class Weaver {

    private static final int API = Opcodes.ASM9;

    private final Map<String, Hook> byClass = HookTable.byClass();
    private final List<Hook> inApplications = HookTable.inApplications();
    private final Map<String, Hook.Status> progress = new ConcurrentHashMap<>();
    private final Map<String, String> faults = new ConcurrentHashMap<>();

    /**
     * Weaves one class.
     *
     * @param ofJdk whether the boot loader defines it
     * @param name its internal name
     * @return the woven class file; null when there is nothing to weave
     */
    public byte[] weave(boolean ofJdk, String name, byte[] file) {
        if (ofJdk) {
            Hook row = byClass.get(name);
            return row == null ? null : weaveRow(row, file);
        }
        byte[] woven = file;
        for (Hook row : inApplications) {
            byte[] next = weaveRow(row, woven);
            woven = next == null ? woven : next;
        }
        return woven == file ? null : woven;
    }

    /** How far each row has come, by the name of the row. */
    public Map<Hook, Hook.Status> progress() {
        Map<Hook, Hook.Status> all = new LinkedHashMap<>();
        for (Hook row : HookTable.rows()) {
            Hook.Status status = progress.get(row.name());
            all.put(row, status == null ? Hook.Status.PENDING : status);
        }
        return all;
    }

    /** What went wrong with a row; null when nothing did. */
    public String fault(Hook row) {
        return faults.get(row.name());
    }

    /** The binary names of the classes of the table that have not been woven. */
    public Set<String> missing() {
        Set<String> names = new HashSet<>();
        for (Hook row : byClass.values()) {
            if (progress.get(row.name()) == null) {
                names.add(row.className().replace('/', '.'));
            }
        }
        return names;
    }

    /** Notes that the JVM refused the woven class. */
    public void refused(String className, Throwable reason) {
        Hook row = byClass.get(className);
        progress.put(row.name(), Hook.Status.FAILED);
        faults.put(row.name(), reason.toString());
    }

    private byte[] weaveRow(Hook row, byte[] file) {
        try {
            ClassReader reader = new ClassReader(file);
            Places places = new Places(row.advice());
            reader.accept(places, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
            if (places.methods.isEmpty()) {
                if (row.className() != null) {
                    progress.put(row.name(), Hook.Status.ABSENT);
                }
                return null;
            }
            ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
            reader.accept(new Insertion(writer, row.advice(), places.methods), 0);
            progress.put(row.name(), Hook.Status.WOVEN);
            return writer.toByteArray();
        } catch (RuntimeException unreadable) {
            // A class file newer than the library knows, say: the class stays as it is and the report says so.
            if (row.className() != null) {
                progress.put(row.name(), Hook.Status.FAILED);
            }
            faults.put(row.name(), unreadable.toString());
            return null;
        }
    }

    /** Finds the methods that an advice goes into, without reading the code of any other than it must. */
    private static final class Places extends ClassVisitor {

        private final Set<String> methods = new HashSet<>();
        private final List<Advice> inMethods = new ArrayList<>();
        private final List<Advice> atCalls = new ArrayList<>();

        Places(List<Advice> advice) {
            super(API);
            for (Advice each : advice) {
                (each.isAtCall() ? atCalls : inMethods).add(each);
            }
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            if ((access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) != 0) {
                return null;
            }
            for (Advice each : inMethods) {
                if (each.goesInto(name, descriptor)) {
                    methods.add(name + descriptor);
                    return null;
                }
            }
            return atCalls.isEmpty()
                    ? null
                    : new MethodVisitor(API) {

                        @Override
                        public void visitMethodInsn(
                                int opcode, String owner, String called, String calledDescriptor, boolean isInterface) {
                            for (Advice each : atCalls) {
                                if (each.isAbout(owner, called, calledDescriptor)) {
                                    methods.add(name + descriptor);
                                }
                            }
                        }
                    };
        }
    }

    private static final class Insertion extends ClassVisitor {

        private final List<Advice> advice;
        private final Set<String> methods;

        Insertion(ClassWriter writer, List<Advice> advice, Set<String> methods) {
            super(API, writer);
            this.advice = advice;
            this.methods = methods;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
            if (!methods.contains(name + descriptor)) {
                // The writer's own visitor: so the library copies the method as it is, instead of reading it.
                return next;
            }
            boolean isStatic = (access & Opcodes.ACC_STATIC) != 0;
            Type[] parameters = Type.getArgumentTypes(descriptor);
            return new MethodVisitor(API, next) {

                @Override
                public void visitCode() {
                    super.visitCode();
                    for (Advice each : advice) {
                        if (each.place == Advice.Place.ENTRY && each.goesInto(name, descriptor)) {
                            each.emit(mv, isStatic, parameters);
                        }
                    }
                }

                @Override
                public void visitInsn(int opcode) {
                    if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
                        for (Advice each : advice) {
                            if (each.place == Advice.Place.RETURN && each.goesInto(name, descriptor)) {
                                if (opcode == Opcodes.ARETURN || opcode == Opcodes.IRETURN) {
                                    super.visitInsn(Opcodes.DUP);
                                }
                                each.emit(mv, isStatic, parameters);
                            }
                        }
                    }
                    super.visitInsn(opcode);
                }

                @Override
                public void visitMethodInsn(
                        int opcode, String owner, String called, String calledDescriptor, boolean isInterface) {
                    for (Advice each : advice) {
                        if (each.place == Advice.Place.BEFORE && each.isAbout(owner, called, calledDescriptor)) {
                            each.emit(mv, isStatic, parameters);
                        } else if (each.place == Advice.Place.CALL && each.isAbout(owner, called, calledDescriptor)) {
                            each.emitInstead(mv, opcode, calledDescriptor);
                            return;
                        }
                    }
                    super.visitMethodInsn(opcode, owner, called, calledDescriptor, isInterface);
                    for (Advice each : advice) {
                        if (each.place == Advice.Place.RESULT && each.isAbout(owner, called, calledDescriptor)) {
                            each.emit(mv, isStatic, parameters);
                        }
                    }
                }
            };
        }
    }
}
