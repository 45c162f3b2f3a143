package org.tlsguard.engine.weave;

import java.util.ArrayList;
import java.util.HashMap;
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
            return row == null ? null : weaveRow(row, true, file);
        }
        byte[] woven = file;
        for (Hook row : inApplications) {
            byte[] next = row.isAbout(name) ? weaveRow(row, false, woven) : null;
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

    /** Whether a class of the table has not been woven, whatever the reason. */
    public boolean isMissing(String className) {
        return progress.get(byClass.get(className).name()) == null;
    }

    /** Notes that the JVM refused the woven class. */
    public void refused(String className, Throwable reason) {
        Hook row = byClass.get(className);
        progress.put(row.name(), Hook.Status.FAILED);
        faults.put(row.name(), reason.toString());
    }

    private byte[] weaveRow(Hook row, boolean ofJdk, byte[] file) {
        try {
            ClassReader reader = new ClassReader(file);
            Places places = new Places(row.advice(), ofJdk);
            // Frames tell what compilers of the JDK's classes never do: give the variable of a parameter to something
            // else.
            reader.accept(
                    places, ClassReader.SKIP_DEBUG | (ofJdk ? ClassReader.SKIP_FRAMES : ClassReader.EXPAND_FRAMES));
            if (places.methods.isEmpty()) {
                if (row.className() != null && progress.get(row.name()) != Hook.Status.WOVEN) {
                    progress.put(row.name(), Hook.Status.ABSENT);
                }
                return null;
            }
            ClassWriter writer = new ClassWriter(reader, 0);
            reader.accept(new Insertion(writer, row.advice(), places, reader.getClassName()), 0);
            progress.put(row.name(), Hook.Status.WOVEN);
            return writer.toByteArray();
        } catch (RuntimeException unreadable) {
            // A class file newer than the library knows, say: the class stays as it is and the report says so.
            if (row.className() != null && progress.get(row.name()) != Hook.Status.WOVEN) {
                progress.put(row.name(), Hook.Status.FAILED);
            }
            faults.put(row.name(), unreadable.toString());
            return null;
        }
    }

    /** Finds the methods that an advice goes into, without reading the code of any other than it must. */
    private static final class Places extends ClassVisitor {

        private final Set<String> methods = new HashSet<>();

        /** The local variables that each method writes to, or that hold no object where two of its paths meet. */
        private final Map<String, Set<Integer>> written = new HashMap<>();

        private final List<Advice> inMethods = new ArrayList<>();
        private final List<Advice> atCalls = new ArrayList<>();
        private final boolean ofJdk;
        private String className;

        Places(List<Advice> advice, boolean ofJdk) {
            super(API);
            this.ofJdk = ofJdk;
            for (Advice each : advice) {
                (each.isAtCall() ? atCalls : inMethods).add(each);
            }
        }

        @Override
        public void visit(
                int version, int access, String name, String signature, String superName, String[] interfaces) {
            className = name;
        }

        /** Who calls a method of its own asks nobody else. */
        private boolean isOwn(Advice each, String owner) {
            return each.place == Advice.Place.CALL_OF_ANY && owner.equals(className);
        }

        private boolean holdsThis(String method, boolean isStatic) {
            Set<Integer> elsewise = written.get(method);
            return !isStatic && (elsewise == null || !elsewise.contains(0));
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            if ((access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) != 0) {
                return null;
            }
            boolean found = false;
            for (Advice each : inMethods) {
                found |= each.goesInto(name, descriptor, isStatic(access));
            }
            if (found) {
                methods.add(name + descriptor);
            }
            int parameters = Type.getArgumentsAndReturnSizes(descriptor) >> 2;
            return found && ofJdk || !found && atCalls.isEmpty()
                    ? null
                    : new MethodVisitor(API) {

                        @Override
                        public void visitFrame(int type, int count, Object[] locals, int stacked, Object[] stack) {
                            int slot = 0;
                            for (int i = 0; i < count; i++) {
                                if (locals[i] instanceof Integer) {
                                    noteWritten(name + descriptor, slot);
                                }
                                slot += locals[i] == Opcodes.LONG || locals[i] == Opcodes.DOUBLE ? 2 : 1;
                            }
                            while (slot < parameters) {
                                noteWritten(name + descriptor, slot++);
                            }
                        }

                        @Override
                        public void visitMethodInsn(
                                int opcode, String owner, String called, String calledDescriptor, boolean isInterface) {
                            for (Advice each : atCalls) {
                                if (!isOwn(each, owner) && each.isAbout(opcode, owner, called, calledDescriptor)) {
                                    methods.add(name + descriptor);
                                }
                            }
                        }

                        @Override
                        public void visitVarInsn(int opcode, int variable) {
                            if (opcode >= Opcodes.ISTORE && opcode <= Opcodes.ASTORE) {
                                noteWritten(name + descriptor, variable);
                                if (opcode == Opcodes.LSTORE || opcode == Opcodes.DSTORE) {
                                    noteWritten(name + descriptor, variable + 1);
                                }
                            }
                        }
                    };
        }

        private void noteWritten(String method, int variable) {
            Set<Integer> variables = written.get(method);
            if (variables == null) {
                variables = new HashSet<>();
                written.put(method, variables);
            }
            variables.add(variable);
        }
    }

    private static final class Insertion extends ClassVisitor {

        private final List<Advice> advice;
        private final Places places;
        private final String caller;

        Insertion(ClassWriter writer, List<Advice> advice, Places places, String className) {
            super(API, writer);
            this.advice = advice;
            this.places = places;
            String name = className.replace('/', '.');
            caller = name.substring(0, name.lastIndexOf('.') + 1);
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
            if (!places.methods.contains(name + descriptor)) {
                // The writer's own visitor: so the library copies the method as it is, instead of reading it.
                return next;
            }
            boolean isStatic = isStatic(access);
            boolean hasThis = places.holdsThis(name + descriptor, isStatic);
            Type[] parameters = Type.getArgumentTypes(descriptor);
            return new MethodVisitor(API, next) {

                @Override
                public void visitCode() {
                    super.visitCode();
                    for (Advice each : advice) {
                        if (each.place == Advice.Place.ENTRY && each.goesInto(name, descriptor, isStatic)) {
                            each.emit(mv, isStatic, parameters);
                        }
                    }
                }

                @Override
                public void visitMaxs(int maxStack, int maxLocals) {
                    // Added up instead of computed: that would mean to follow all paths of the method.
                    super.visitMaxs(maxStack + Advice.MOST_STACKED, maxLocals);
                }

                @Override
                public void visitInsn(int opcode) {
                    if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
                        for (Advice each : advice) {
                            if (each.place == Advice.Place.RETURN
                                    && each.goesInto(name, descriptor, isStatic)
                                    && (hasThis || !each.needsThis())) {
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
                        boolean isIt = !places.isOwn(each, owner)
                                && each.isAbout(opcode, owner, called, calledDescriptor)
                                && (hasThis || each.place != Advice.Place.BEFORE || !each.needsThis());
                        if (!isIt) {
                            continue;
                        }
                        if (each.place == Advice.Place.BEFORE) {
                            each.emit(mv, isStatic, parameters);
                        } else if (each.place == Advice.Place.CALL) {
                            each.emitInstead(mv, opcode, calledDescriptor);
                            return;
                        } else if (each.place == Advice.Place.CALL_OF_ANY) {
                            each.emitInstead(mv, caller, atHand(name, descriptor, isStatic, parameters));
                            return;
                        }
                    }
                    super.visitMethodInsn(opcode, owner, called, calledDescriptor, isInterface);
                    for (Advice each : advice) {
                        if (each.place == Advice.Place.RESULT
                                && each.isAbout(opcode, owner, called, calledDescriptor)) {
                            each.emit(mv, isStatic, parameters);
                        }
                    }
                }
            };
        }

        /**
         * The local variables in which a method finds what it was called with: the object it is a method of, and what
         * types of the JDK do not rule out to be a socket or engine. One that the method writes to may hold anything.
         */
        private List<Integer> atHand(String name, String descriptor, boolean isStatic, Type[] parameters) {
            List<Integer> atHand = new ArrayList<>();
            if (!isStatic && !name.equals("<init>")) {
                atHand.add(0);
            }
            int slot = isStatic ? 0 : 1;
            for (Type each : parameters) {
                if (each.getSort() == Type.OBJECT && mayBeTransport(each.getInternalName())) {
                    atHand.add(slot);
                }
                slot += each.getSize();
            }
            Set<Integer> written = places.written.get(name + descriptor);
            if (written != null) {
                atHand.removeAll(written);
            }
            return atHand;
        }

        private static boolean mayBeTransport(String type) {
            return !type.startsWith("java/") && !type.startsWith("javax/")
                    || type.equals("java/net/Socket")
                    || type.equals("javax/net/ssl/SSLSocket")
                    || type.equals("javax/net/ssl/SSLEngine");
        }
    }

    private static boolean isStatic(int access) {
        return (access & Opcodes.ACC_STATIC) != 0;
    }
}
