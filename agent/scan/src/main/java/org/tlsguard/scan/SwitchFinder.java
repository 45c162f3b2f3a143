package org.tlsguard.scan;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;
import org.tlsguard.policy.Cause;
import org.tlsguard.policy.Rule;

/** Finds where a class throws one of the {@link KnownSwitches}, by the values that reach the call. */
final class SwitchFinder {

    private static final Set<String> SETTERS =
            new HashSet<>(Arrays.asList("setProperty", "put", "putIfAbsent", "addProperty", "addDataSourceProperty"));

    private final ClassIndex classes;
    private final ClassNode owner;
    private final Found found;
    private final Map<String, Set<Object>> staticArrays = new HashMap<>();

    /** Takes what was found. */
    interface Found {
        /**
         * A switch was found.
         *
         * @param line where, or 0 if unknown
         * @param what what is done there, as the end of a sentence that begins with the place
         * @param instead what to write instead
         */
        void add(Rule rule, Cause cause, Certainty certainty, MethodNode method, int line, String what, String instead);
    }

    SwitchFinder(ClassIndex classes, ClassNode owner, Found found) {
        this.classes = classes;
        this.owner = owner;
        this.found = found;
    }

    void look() {
        for (MethodNode method : owner.methods) {
            if (method.name.equals("<clinit>")) {
                noteArrays(method);
            }
        }
        for (MethodNode method : owner.methods) {
            if (isInteresting(method)) {
                Frame<Fact>[] frames = frames(method);
                if (frames != null) {
                    look(method, frames);
                }
            }
        }
    }

    private boolean isInteresting(MethodNode method) {
        for (AbstractInsnNode each : method.instructions) {
            int type = each.getType();
            if (type == AbstractInsnNode.METHOD_INSN
                    || type == AbstractInsnNode.LDC_INSN
                    || type == AbstractInsnNode.FIELD_INSN) {
                return true;
            }
        }
        return false;
    }

    /** Null where the code is not sound. */
    private Frame<Fact>[] frames(MethodNode method) {
        try {
            return new Analyzer<>(new FactInterpreter(classes, method)).analyze(owner.name, method);
        } catch (AnalyzerException | RuntimeException unsound) {
            return null;
        }
    }

    private void look(MethodNode method, Frame<Fact>[] frames) {
        Map<Integer, Set<Object>> arrays = arrays(method, frames);
        Map<Integer, MethodInsnNode> lonely = new LinkedHashMap<>();
        Set<Integer> accompanied = new HashSet<>();
        InsnList code = method.instructions;
        for (int i = 0; i < code.size(); i++) {
            AbstractInsnNode each = code.get(i);
            if (frames[i] == null) {
                continue;
            }
            if (each instanceof MethodInsnNode) {
                MethodInsnNode call = (MethodInsnNode) each;
                call(method, frames[i], call, arrays);
                companions(frames[i], call, lonely, accompanied);
            } else if (each instanceof LdcInsnNode && ((LdcInsnNode) each).cst instanceof String) {
                url(method, (LdcInsnNode) each);
            } else if (each.getOpcode() == Opcodes.GETSTATIC) {
                constant(method, (FieldInsnNode) each);
            } else if (each.getOpcode() == Opcodes.NEW) {
                off(method, each, ((TypeInsnNode) each).desc);
            }
        }
        lonely.forEach((site, call) -> {
            if (!accompanied.contains(site)) {
                report(
                        Rule.NAME,
                        Cause.UNCHECKED,
                        method,
                        call,
                        "asks for TLS with " + call.name + " and leaves the server's name unchecked",
                        "Call " + needs(call) + "(true) on it as well.");
            }
        });
    }

    private void call(MethodNode method, Frame<Fact> frame, MethodInsnNode call, Map<Integer, Set<Object>> arrays) {
        Type[] parameters = Type.getArgumentTypes(call.desc);
        int first = frame.getStackSize() - parameters.length;
        if (first < 0) {
            return;
        }
        if (parameters.length == 2 && SETTERS.contains(call.name)) {
            property(method, call, frame.getStack(first), frame.getStack(first + 1));
        }
        for (List<KnownSwitches.Row> table : Arrays.asList(KnownSwitches.CALLS, KnownSwitches.SETTERS)) {
            for (KnownSwitches.Row row : table) {
                if (!row.member.equals(call.name)
                        || row.argument >= parameters.length
                        || !isOf(call.owner, row)
                        || KnownSwitches.isOfLibrary(owner.name, row)) {
                    continue;
                }
                Fact argument = frame.getStack(first + row.argument);
                for (Object constant : constants(argument, arrays)) {
                    if (row.test.weakens(constant)) {
                        String value = constant instanceof String ? ": \"" + constant + "\"" : "";
                        report(row.rule, row.cause, method, call, row.does + value, row.instead);
                        break;
                    }
                }
            }
        }
    }

    private boolean isOf(String className, KnownSwitches.Row row) {
        return className.equals(row.owner)
                || classes.isA(className, row.owner)
                || className.startsWith(row.owner + "$") && !row.member.equals("<init>");
    }

    private void property(MethodNode method, MethodInsnNode call, Fact key, Fact value) {
        if (key.constant instanceof String && (value.constant != null)) {
            KnownSwitches.Row row = KnownSwitches.property((String) key.constant, value.constant);
            if (row != null) {
                report(
                        row.rule,
                        row.cause,
                        method,
                        call,
                        "sets " + key.constant + " to \"" + value.constant + "\", which " + row.does,
                        row.instead);
            }
        }
    }

    private void url(MethodNode method, LdcInsnNode literal) {
        KnownSwitches.Row row = KnownSwitches.url((String) literal.cst);
        if (row != null) {
            report(
                    row.rule,
                    row.cause,
                    method,
                    literal,
                    "has a URL with " + row.member + ", which " + row.does,
                    row.instead);
        }
    }

    private void constant(MethodNode method, FieldInsnNode field) {
        if (field.name.equals("ALLOW_ALL_HOSTNAME_VERIFIER") && !classes.isA(owner.name, field.owner)) {
            report(
                    Rule.NAME,
                    Cause.ACCEPTS_ANY,
                    method,
                    field,
                    "uses ALLOW_ALL_HOSTNAME_VERIFIER, which accepts any name",
                    "Use STRICT_HOSTNAME_VERIFIER, or leave the host name verifier out.");
        } else if (field.desc.startsWith("L")) {
            off(method, field, field.owner);
        }
    }

    private void off(MethodNode method, AbstractInsnNode instruction, String className) {
        KnownSwitches.Row row = KnownSwitches.off(className);
        if (row != null && row.owner.equals(className) && !KnownSwitches.isOfLibrary(owner.name, row)) {
            String simple = className.substring(className.lastIndexOf('/') + 1);
            report(row.rule, row.cause, method, instruction, "uses " + simple + ", which " + row.does, row.instead);
        }
    }

    private void companions(
            Frame<Fact> frame, MethodInsnNode call, Map<Integer, MethodInsnNode> lonely, Set<Integer> accompanied) {
        if (!call.desc.startsWith("(Z)")) {
            return;
        }
        for (KnownSwitches.Companion row : KnownSwitches.COMPANIONS) {
            if (!row.needs.equals(call.name) && !row.calls.contains(call.name) || !isMail(call.owner, row)) {
                continue;
            }
            int top = frame.getStackSize() - 1;
            int site = frame.getStack(top - 1).site;
            boolean off = Integer.valueOf(0).equals(frame.getStack(top).constant);
            if (row.needs.equals(call.name) && !off) {
                accompanied.add(site);
            } else if (row.calls.contains(call.name) && Integer.valueOf(1).equals(frame.getStack(top).constant)) {
                lonely.putIfAbsent(site, call);
            }
        }
    }

    /** The subclasses of the library's may not be among the classes scanned. */
    private boolean isMail(String className, KnownSwitches.Companion row) {
        String folder = row.owner.substring(0, row.owner.lastIndexOf('/') + 1);
        return classes.isA(className, row.owner) || className.startsWith(folder) && className.endsWith("Email");
    }

    private static String needs(MethodInsnNode call) {
        for (KnownSwitches.Companion row : KnownSwitches.COMPANIONS) {
            if (row.calls.contains(call.name)) {
                return row.needs;
            }
        }
        throw new IllegalStateException(call.name);
    }

    private void report(Rule rule, Cause cause, MethodNode method, AbstractInsnNode at, String what, String instead) {
        found.add(rule, cause, Circumstances.of(method, at), method, line(at), what, instead);
    }

    /** What an argument may be: itself, or the elements of an array. */
    private Set<Object> constants(Fact argument, Map<Integer, Set<Object>> arrays) {
        if (argument.constant != null) {
            return Collections.singleton(argument.constant);
        }
        Set<Object> elements = argument.site == 0 ? null : arrays.get(argument.site);
        return elements == null ? Collections.emptySet() : elements;
    }

    /** The constant elements of the arrays of a method, by where they are made or loaded. */
    private Map<Integer, Set<Object>> arrays(MethodNode method, Frame<Fact>[] frames) {
        Map<Integer, Set<Object>> arrays = new HashMap<>();
        InsnList code = method.instructions;
        for (int i = 0; i < code.size(); i++) {
            AbstractInsnNode each = code.get(i);
            if (each.getOpcode() == Opcodes.AASTORE && frames[i] != null) {
                int top = frames[i].getStackSize() - 1;
                Fact array = frames[i].getStack(top - 2);
                Object element = frames[i].getStack(top).constant;
                if (array.site != 0 && element != null) {
                    arrays.computeIfAbsent(array.site, site -> new LinkedHashSet<>())
                            .add(element);
                }
            } else if (each.getOpcode() == Opcodes.GETSTATIC) {
                FieldInsnNode field = (FieldInsnNode) each;
                Set<Object> elements = field.owner.equals(owner.name) ? staticArrays.get(field.name) : null;
                if (elements != null) {
                    arrays.put(i + 1, elements);
                }
            }
        }
        return arrays;
    }

    private void noteArrays(MethodNode initializer) {
        Frame<Fact>[] frames = frames(initializer);
        if (frames == null) {
            return;
        }
        Map<Integer, Set<Object>> arrays = arrays(initializer, frames);
        InsnList code = initializer.instructions;
        for (int i = 0; i < code.size(); i++) {
            AbstractInsnNode each = code.get(i);
            if (each.getOpcode() == Opcodes.PUTSTATIC && frames[i] != null) {
                Fact value = frames[i].getStack(frames[i].getStackSize() - 1);
                Set<Object> elements = arrays.get(value.site);
                if (value.site != 0 && elements != null) {
                    staticArrays.put(((FieldInsnNode) each).name, elements);
                }
            }
        }
    }

    /** The source line of an instruction; 0 if unknown. */
    static int line(AbstractInsnNode instruction) {
        for (AbstractInsnNode each = instruction; each != null; each = each.getPrevious()) {
            if (each instanceof LineNumberNode) {
                return ((LineNumberNode) each).line;
            }
        }
        return 0;
    }

    /** Whether an instruction is always reached once its method is called. */
    private static final class Circumstances {

        private Circumstances() {}

        static Certainty of(MethodNode method, AbstractInsnNode instruction) {
            InsnList code = method.instructions;
            int at = code.indexOf(instruction);
            Certainty certainty = Certainty.CERTAIN;
            boolean left = false;
            JumpInsnNode last = null;
            for (int i = 0; i < at; i++) {
                AbstractInsnNode each = code.get(i);
                int opcode = each.getOpcode();
                left |= opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN || opcode == Opcodes.ATHROW;
                if (each instanceof JumpInsnNode) {
                    JumpInsnNode jump = (JumpInsnNode) each;
                    last = opcode == Opcodes.GOTO ? last : jump;
                    if (code.indexOf(jump.label) > at) {
                        boolean flag = opcode == Opcodes.GOTO ? last != null && isFlag(last) : isFlag(jump);
                        certainty = certainty.orLess(flag ? Certainty.POSSIBLE : Certainty.LIKELY);
                    }
                }
            }
            if (left) {
                certainty = certainty.orLess(last != null && isFlag(last) ? Certainty.POSSIBLE : Certainty.LIKELY);
            }
            return certainty;
        }

        /** Whether a jump depends on a truth that may be a setting, and not on what the data are. */
        private static boolean isFlag(JumpInsnNode jump) {
            if (jump.getOpcode() != Opcodes.IFEQ && jump.getOpcode() != Opcodes.IFNE) {
                return false;
            }
            AbstractInsnNode before = jump.getPrevious();
            switch (before == null ? -1 : before.getOpcode()) {
                case Opcodes.ILOAD:
                    return true;
                case Opcodes.GETFIELD:
                case Opcodes.GETSTATIC:
                    return ((FieldInsnNode) before).desc.equals("Z");
                case Opcodes.INVOKEVIRTUAL:
                case Opcodes.INVOKESTATIC:
                case Opcodes.INVOKEINTERFACE:
                    MethodInsnNode call = (MethodInsnNode) before;
                    return call.desc.endsWith(")Z") && !call.owner.equals("java/lang/String");
                default:
                    return false;
            }
        }
    }
}
