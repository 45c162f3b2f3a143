package org.tlsguard.engine.weave;

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
            ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
            Insertion insertion = new Insertion(writer, row.advice());
            reader.accept(insertion, 0);
            if (insertion.done == 0) {
                if (row.className() != null) {
                    progress.put(row.name(), Hook.Status.ABSENT);
                }
                return null;
            }
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

    private static final class Insertion extends ClassVisitor {

        private final List<Advice> advice;
        private int done;

        Insertion(ClassVisitor next, List<Advice> advice) {
            super(API, next);
            this.advice = advice;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
            boolean isStatic = (access & Opcodes.ACC_STATIC) != 0;
            Type[] parameters = Type.getArgumentTypes(descriptor);
            return new MethodVisitor(API, next) {

                @Override
                public void visitCode() {
                    super.visitCode();
                    for (Advice each : advice) {
                        if (each.place == Advice.Place.ENTRY && each.goesInto(name, descriptor)) {
                            each.emit(mv, isStatic, parameters);
                            done++;
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
                                done++;
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
                            done++;
                        } else if (each.place == Advice.Place.CALL && each.isAbout(owner, called, calledDescriptor)) {
                            each.emitInstead(mv, opcode, calledDescriptor);
                            done++;
                            return;
                        }
                    }
                    super.visitMethodInsn(opcode, owner, called, calledDescriptor, isInterface);
                    for (Advice each : advice) {
                        if (each.place == Advice.Place.RESULT && each.isAbout(owner, called, calledDescriptor)) {
                            each.emit(mv, isStatic, parameters);
                            done++;
                        }
                    }
                }
            };
        }
    }
}
