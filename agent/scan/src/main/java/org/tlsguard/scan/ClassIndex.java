package org.tlsguard.scan;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The classes that are scanned, by name: how they are related, and their code on demand. Of the JDK's it knows the
 * relations, from the JDK it runs on. Only the heads stay in memory. Not thread-safe.
 */
final class ClassIndex {

    /** Classes whose code is kept for the next question about it. */
    private static final int KEPT = 256;

    private final Map<String, List<ClassFile>> files = new HashMap<>();
    private final Set<String> extended = new HashSet<>();
    private final Map<ClassFile, ClassNode> read = new LinkedHashMap<ClassFile, ClassNode>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ClassFile, ClassNode> eldest) {
            return size() > KEPT;
        }
    };
    private ClassFile near;

    /** A method with its code. */
    static final class Method {
        final ClassNode owner;
        final MethodNode node;

        Method(ClassNode owner, MethodNode node) {
            this.owner = owner;
            this.node = node;
        }

        boolean isStatic() {
            return (node.access & Opcodes.ACC_STATIC) != 0;
        }

        boolean hasCode() {
            return node.instructions.size() > 0;
        }
    }

    void add(ClassFile file) {
        List<ClassFile> same = files.get(file.name);
        if (same == null) {
            files.put(file.name, Collections.singletonList(file));
        } else {
            List<ClassFile> more = new ArrayList<>(same);
            more.add(file);
            files.put(file.name, more);
        }
        if (file.superName != null) {
            extended.add(file.superName);
        }
        Collections.addAll(extended, file.interfaces);
    }

    /** From now on, of several classes of a name the one that lies nearest to this is meant. */
    void lookFrom(ClassFile file) {
        near = file;
    }

    /** The class of that name, or null if it is not among those scanned. */
    ClassFile file(String name) {
        List<ClassFile> same = files.get(name);
        if (same == null) {
            return null;
        }
        for (ClassFile each : same) {
            if (near != null && each.container == near.container) {
                return each;
            }
        }
        return same.get(0);
    }

    /** The code of the class of that name, or null if it is not there or cannot be read. */
    ClassNode node(String name) {
        ClassFile file = file(name);
        return file == null ? null : node(file);
    }

    ClassNode node(ClassFile file) {
        ClassNode node = read.get(file);
        if (node == null) {
            try {
                node = file.read();
            } catch (IOException | RuntimeException broken) {
                // Its head could be read; whoever judges it says so. For others its code is as unknown as a missing
                // one.
                return null;
            }
            read.put(file, node);
        }
        return node;
    }

    /** Whether some class that is scanned extends or implements this one. */
    boolean isExtended(String name) {
        return extended.contains(name);
    }

    /** Whether a class is another, or one of those below it, as far as classes scanned and the JDK's tell. */
    boolean isA(String name, String ancestor) {
        return isA(name, ancestor, new HashSet<>());
    }

    private boolean isA(String name, String ancestor, Set<String> seen) {
        if (name == null || !seen.add(name)) {
            return false;
        }
        if (name.equals(ancestor)) {
            return true;
        }
        ClassFile file = file(name);
        if (file == null) {
            return Jdk.isA(name, ancestor);
        }
        for (String each : file.interfaces) {
            if (isA(each, ancestor, seen)) {
                return true;
            }
        }
        return isA(file.superName, ancestor, seen);
    }

    /** The method that a call to it on an object of that very class runs; null if its code is not there. */
    Method method(String owner, String name, String descriptor) {
        Set<String> seen = new HashSet<>();
        for (String each = owner; each != null && seen.add(each); ) {
            ClassNode node = node(each);
            if (node == null) {
                return null;
            }
            for (MethodNode method : node.methods) {
                if (method.name.equals(name) && method.desc.equals(descriptor)) {
                    return new Method(node, method);
                }
            }
            each = node.superName;
        }
        return null;
    }

    /** The methods by which a class answers at a gate, each overload once, its own or inherited. */
    List<Method> methods(String owner, Gate gate) {
        Map<String, Method> methods = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        for (String each = owner; each != null && seen.add(each); ) {
            ClassNode node = node(each);
            if (node == null) {
                break;
            }
            for (MethodNode method : node.methods) {
                boolean bridge = (method.access & Opcodes.ACC_BRIDGE) != 0;
                if (!bridge && method.instructions.size() > 0 && gate.fits(method.name, method.desc)) {
                    methods.putIfAbsent(method.desc, new Method(node, method));
                }
            }
            each = node.superName;
        }
        if (methods.isEmpty() && gate.type.endsWith("Verifier")) {
            Method found = defaultMethod(owner, gate.method, "(Ljava/lang/String;Ljavax/net/ssl/SSLSession;)Z");
            if (found != null) {
                methods.put(found.node.desc, found);
            }
        }
        return new ArrayList<>(methods.values());
    }

    /** Every class scanned. */
    void forEach(Consumer<ClassFile> action) {
        files.values().forEach(same -> same.forEach(action));
    }

    /** Returns the first default method among the interfaces above a class; null if there is none. */
    Method defaultMethod(String owner, String name, String descriptor) {
        return defaultMethod(owner, name, descriptor, new HashSet<>());
    }

    private Method defaultMethod(String owner, String name, String descriptor, Set<String> seen) {
        ClassNode node = owner == null || !seen.add(owner) ? null : node(owner);
        if (node == null) {
            return null;
        }
        for (MethodNode method : node.methods) {
            if (method.name.equals(name) && method.desc.equals(descriptor) && method.instructions.size() > 0) {
                return new Method(node, method);
            }
        }
        for (String each : node.interfaces) {
            Method found = defaultMethod(each, name, descriptor, seen);
            if (found != null) {
                return found;
            }
        }
        return defaultMethod(node.superName, name, descriptor, seen);
    }

    /**
     * The value of a private field that is never given any other: a flag that nobody ever sets. Others of its nest
     * may reach it too, and are looked at as well.
     *
     * @return an Integer, or null where the value is not known to be the same always
     */
    Integer constantOf(String owner, String name, String descriptor) {
        if (!descriptor.equals("Z") && !descriptor.equals("I")) {
            return null;
        }
        ClassNode node = node(owner);
        FieldNode field = node == null ? null : field(node, name);
        if (field == null || (field.access & Opcodes.ACC_PRIVATE) == 0 || isInjected(field)) {
            return null;
        }
        if (field.value instanceof Integer) {
            return (Integer) field.value;
        }
        Integer only = null;
        boolean assigned = false;
        for (ClassNode each : nest(node)) {
            for (MethodNode method : each.methods) {
                for (AbstractInsnNode instruction : method.instructions) {
                    if (!isAssignment(instruction, owner, name)) {
                        continue;
                    }
                    Integer value = number(instruction.getPrevious());
                    boolean initial = method.name.equals("<init>") || method.name.equals("<clinit>");
                    if (value == null || assigned && !value.equals(only) || !initial && value != 0) {
                        return null;
                    }
                    only = value;
                    assigned = true;
                }
            }
        }
        return assigned ? only : Integer.valueOf(0);
    }

    private static FieldNode field(ClassNode node, String name) {
        for (FieldNode field : node.fields) {
            if (field.name.equals(name)) {
                return field;
            }
        }
        return null;
    }

    /** An annotation may be why a container or parser sets the field by reflection. */
    private static boolean isInjected(FieldNode field) {
        return field.visibleAnnotations != null || field.invisibleAnnotations != null;
    }

    private List<ClassNode> nest(ClassNode node) {
        int dollar = node.name.indexOf('$');
        String host = dollar < 0 ? node.name : node.name.substring(0, dollar);
        List<ClassNode> nest = new ArrayList<>();
        nest.add(node);
        ClassNode outer = node(host);
        if (outer != null) {
            if (outer != node) {
                nest.add(outer);
            }
            outer.innerClasses.forEach(inner -> {
                ClassNode member = inner.name.startsWith(host + "$") ? node(inner.name) : null;
                if (member != null && member != node) {
                    nest.add(member);
                }
            });
        }
        return nest;
    }

    private static boolean isAssignment(AbstractInsnNode instruction, String owner, String name) {
        int opcode = instruction.getOpcode();
        if (opcode != Opcodes.PUTFIELD && opcode != Opcodes.PUTSTATIC) {
            return false;
        }
        FieldInsnNode field = (FieldInsnNode) instruction;
        return field.owner.equals(owner) && field.name.equals(name);
    }

    private static Integer number(AbstractInsnNode instruction) {
        int opcode = instruction == null ? -1 : instruction.getOpcode();
        return opcode >= Opcodes.ICONST_M1 && opcode <= Opcodes.ICONST_5
                ? Integer.valueOf(opcode - Opcodes.ICONST_0)
                : null;
    }
}
