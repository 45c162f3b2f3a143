package org.tlsguard.scan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * Follows every path through a method, and through the methods it calls, and tells how each can end and upon what
 * evidence.
 *
 * <p>Paths are kept apart as long as they differ in what is known of the values: a flag that is set where a validation
 * succeeded still tells at the end which way was taken. What is known of a value is finite, so loops come to an end;
 * the number of steps is bounded all the same, for whoever wrote the code may not be a friend.
 */
final class Explorer {

    /** A method of a trust manager takes some hundreds. */
    private static final int MOST_STEPS = 60_000;

    private static final int DEEPEST = 8;
    private static final int MOST_OUTCOMES = 48;

    private final ClassIndex classes;
    private final KnownCalls calls;
    private final Map<List<Object>, Set<Outcome>> explored = new HashMap<>();
    private final Set<List<Object>> under = new HashSet<>();
    private int steps;

    Explorer(ClassIndex classes) {
        this.classes = classes;
        this.calls = new KnownCalls(classes);
    }

    /**
     * How a method can end.
     *
     * @param arguments what it is called with, the object first unless it is static
     * @return each way once; null if there is more to it than can be followed
     */
    Set<Outcome> explore(ClassIndex.Method method, List<Fact> arguments) {
        List<Object> call = new ArrayList<>(Arrays.asList(method.owner.name, method.node.name, method.node.desc));
        call.addAll(arguments);
        if (explored.containsKey(call)) {
            return explored.get(call);
        }
        if (!method.hasCode() || under.size() >= DEEPEST || !under.add(call)) {
            return null;
        }
        if (under.size() == 1) {
            steps = 0;
        }
        Set<Outcome> outcomes;
        try {
            outcomes = new Walk(method, arguments).outcomes();
        } catch (AnalyzerException | RuntimeException unsound) {
            // Code the JVM would refuse, too.
            outcomes = null;
        } finally {
            under.remove(call);
        }
        explored.put(call, outcomes);
        return outcomes;
    }

    /** Forgets what is known of methods: from elsewhere, other classes may be meant by their names. */
    void forget() {
        explored.clear();
    }

    /** Where a path has come to. */
    private static final class State {
        final int at;
        final int marks;
        final Frame<Fact> frame;

        State(int at, int marks, Frame<Fact> frame) {
            this.at = at;
            this.marks = marks;
            this.frame = frame;
        }

        List<Object> identity() {
            List<Object> identity = new ArrayList<>(frame.getLocals() + frame.getStackSize() + 2);
            identity.add(at);
            identity.add(marks);
            for (int i = 0; i < frame.getLocals(); i++) {
                identity.add(frame.getLocal(i));
            }
            for (int i = 0; i < frame.getStackSize(); i++) {
                identity.add(frame.getStack(i));
            }
            return identity;
        }
    }

    /** One method, called in one way. */
    private final class Walk {
        private final MethodNode method;
        private final InsnList code;
        private final FactInterpreter interpreter;
        private final Deque<State> open = new ArrayDeque<>();
        private final Set<List<Object>> seen = new HashSet<>();
        private final Set<Outcome> ends = new LinkedHashSet<>();

        Walk(ClassIndex.Method method, List<Fact> arguments) {
            this.method = method.node;
            this.code = method.node.instructions;
            this.interpreter = new FactInterpreter(classes, method.node);
            Frame<Fact> frame = new Frame<>(method.node.maxLocals, method.node.maxStack);
            int local = 0;
            for (Fact argument : arguments) {
                frame.setLocal(local++, argument);
                if (argument.getSize() == 2) {
                    frame.setLocal(local++, Fact.NOTHING);
                }
            }
            while (local < method.node.maxLocals) {
                frame.setLocal(local++, Fact.NOTHING);
            }
            go(0, 0, frame);
        }

        Set<Outcome> outcomes() throws AnalyzerException {
            while (!open.isEmpty()) {
                if (++steps > MOST_STEPS || ends.size() > MOST_OUTCOMES) {
                    return null;
                }
                step(open.removeLast());
            }
            return Collections.unmodifiableSet(ends);
        }

        private void go(int at, int marks, Frame<Fact> frame) {
            State state = new State(at, marks, frame);
            if (seen.add(state.identity())) {
                open.addLast(state);
            }
        }

        private void step(State state) throws AnalyzerException {
            AbstractInsnNode instruction = code.get(state.at);
            Frame<Fact> frame = new Frame<>(state.frame);
            switch (instruction.getType()) {
                case AbstractInsnNode.LABEL:
                case AbstractInsnNode.LINE:
                case AbstractInsnNode.FRAME:
                    go(state.at + 1, state.marks, frame);
                    break;
                case AbstractInsnNode.METHOD_INSN:
                    call(state, (MethodInsnNode) instruction, frame);
                    break;
                case AbstractInsnNode.JUMP_INSN:
                    jump(state, (JumpInsnNode) instruction, frame);
                    break;
                case AbstractInsnNode.TABLESWITCH_INSN:
                    TableSwitchInsnNode table = (TableSwitchInsnNode) instruction;
                    choose(state, table.labels, table.dflt, frame);
                    break;
                case AbstractInsnNode.LOOKUPSWITCH_INSN:
                    LookupSwitchInsnNode lookup = (LookupSwitchInsnNode) instruction;
                    choose(state, lookup.labels, lookup.dflt, frame);
                    break;
                default:
                    plain(state, instruction, frame);
            }
        }

        private void plain(State state, AbstractInsnNode instruction, Frame<Fact> frame) throws AnalyzerException {
            int opcode = instruction.getOpcode();
            if (opcode == Opcodes.ATHROW) {
                String type = frame.getStack(frame.getStackSize() - 1).className();
                raise(state, type == null ? "java/lang/Throwable" : type, state.marks);
            } else if (opcode == Opcodes.RETURN) {
                ends.add(Outcome.returned(Fact.NOTHING, state.marks));
            } else if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.ARETURN) {
                ends.add(Outcome.returned(frame.pop().at(0), state.marks));
            } else {
                if (opcode == Opcodes.AASTORE) {
                    int top = frame.getStackSize() - 1;
                    keep(frame, frame.getStack(top - 2), frame.getStack(top).carries);
                }
                frame.execute(instruction, interpreter);
                go(state.at + 1, state.marks, frame);
            }
        }

        private void jump(State state, JumpInsnNode jump, Frame<Fact> frame) throws AnalyzerException {
            int target = code.indexOf(jump.label);
            if (jump.getOpcode() == Opcodes.GOTO) {
                go(target, state.marks, frame);
                return;
            }
            int top = frame.getStackSize() - 1;
            boolean two = jump.getOpcode() >= Opcodes.IF_ICMPEQ && jump.getOpcode() <= Opcodes.IF_ACMPNE;
            Fact b = frame.getStack(top);
            Fact a = two ? frame.getStack(top - 1) : b;
            Boolean taken = Condition.decided(jump.getOpcode(), a, b);
            int marks = state.marks | (taken != null ? 0 : Condition.marks(jump.getOpcode(), a, b));
            frame.execute(jump, interpreter);
            if (!Boolean.FALSE.equals(taken)) {
                go(target, marks, frame);
            }
            if (!Boolean.TRUE.equals(taken)) {
                go(state.at + 1, marks, frame);
            }
        }

        private void choose(State state, List<LabelNode> labels, LabelNode otherwise, Frame<Fact> frame) {
            int marks = state.marks | Condition.marks(frame.pop().carries);
            for (LabelNode label : labels) {
                go(code.indexOf(label), marks, frame);
            }
            go(code.indexOf(otherwise), marks, frame);
        }

        private void call(State state, MethodInsnNode call, Frame<Fact> frame) {
            Type[] parameters = Type.getArgumentTypes(call.desc);
            List<Fact> arguments = new ArrayList<>(parameters.length);
            for (int i = 0; i < parameters.length; i++) {
                arguments.add(0, frame.pop());
            }
            Fact receiver = call.getOpcode() == Opcodes.INVOKESTATIC ? null : frame.pop();
            int kept = calls.kept(call.owner, call.name, arguments);
            if (receiver != null && kept != 0) {
                keep(frame, receiver, kept);
            }
            // Any call can fail for a reason of its own. Only a handler cares.
            fail(state, "java/lang/Throwable", state.marks | Marks.FAULT);
            for (Outcome outcome : ends(call, receiver, arguments)) {
                int marks = state.marks | outcome.marks;
                if (outcome.isThrown()) {
                    raise(state, outcome.thrown, marks);
                    continue;
                }
                Frame<Fact> next = new Frame<>(frame);
                Type result = Type.getReturnType(call.desc);
                if (result != Type.VOID_TYPE) {
                    Fact value = outcome.value == Fact.NOTHING ? Fact.of(result, 0) : outcome.value;
                    next.push(value.at(interpreter.site(call)));
                }
                go(state.at + 1, marks, next);
            }
        }

        /** From now on this object carries that, wherever it is known. */
        private void keep(Frame<Fact> frame, Fact object, int carries) {
            if (object.site == 0 || carries == 0) {
                return;
            }
            for (int i = 0; i < frame.getLocals(); i++) {
                if (frame.getLocal(i).site == object.site) {
                    frame.setLocal(i, frame.getLocal(i).carrying(carries));
                }
            }
            for (int i = 0; i < frame.getStackSize(); i++) {
                if (frame.getStack(i).site == object.site) {
                    frame.setStack(i, frame.getStack(i).carrying(carries));
                }
            }
        }

        /** An exception of that class, or of one below it, is on its way: to each handler that may take it, or out. */
        private void raise(State state, String thrown, int marks) {
            if (handle(state, thrown, marks, false)) {
                ends.add(Outcome.thrown(thrown, marks));
            }
        }

        /** Something failed that is no refusal: it reaches handlers, and beyond them it says nothing. */
        private void fail(State state, String thrown, int marks) {
            handle(state, thrown, marks, true);
        }

        /** Whether it may pass all handlers. */
        private boolean handle(State state, String thrown, int marks, boolean fault) {
            for (TryCatchBlockNode block : method.tryCatchBlocks) {
                if (state.at < code.indexOf(block.start) || state.at >= code.indexOf(block.end)) {
                    continue;
                }
                String caught = block.type == null ? "java/lang/Throwable" : block.type;
                boolean always = classes.isA(thrown, caught);
                if (!always && !classes.isA(caught, thrown)) {
                    continue;
                }
                Frame<Fact> frame = new Frame<>(state.frame);
                frame.clearStack();
                String type = always && !fault ? thrown : caught;
                frame.push(Fact.made(Type.getObjectType(type), interpreter.site(block.handler)));
                go(code.indexOf(block.handler), marks, frame);
                if (always) {
                    return false;
                }
            }
            return true;
        }
    }

    private Iterable<Outcome> ends(MethodInsnNode call, Fact receiver, List<Fact> arguments) {
        ClassIndex.Method body = body(call, receiver);
        if (body != null) {
            List<Fact> all = new ArrayList<>(arguments.size() + 1);
            if (receiver != null) {
                all.add(receiver.at(0));
            }
            for (Fact argument : arguments) {
                all.add(argument.at(0));
            }
            Set<Outcome> outcomes = explore(body, all);
            if (outcomes != null) {
                return outcomes;
            }
        }
        Set<Outcome> handed = handedOver(call, arguments);
        return handed != null
                ? handed
                : calls.outcomes(owner(call, receiver), call.name, call.desc, receiver, arguments);
    }

    /** What is known of the object may be more than what the call says of it. */
    private String owner(MethodInsnNode call, Fact receiver) {
        String type = receiver == null ? null : receiver.className();
        return type != null && Jdk.has(type) && classes.isA(type, call.owner) ? type : call.owner;
    }

    /** The code that a call certainly runs; null where that is not known. */
    private ClassIndex.Method body(MethodInsnNode call, Fact receiver) {
        if (call.owner.startsWith("[")) {
            return null;
        }
        if (receiver == null || call.getOpcode() == Opcodes.INVOKESPECIAL) {
            return withCode(call.owner, call);
        }
        String type = receiver.className();
        if (type == null || !classes.isA(type, call.owner)) {
            type = call.owner;
        }
        ClassIndex.Method found = withCode(type, call);
        if (found == null) {
            return null;
        }
        boolean only = receiver.exact
                || !classes.isExtended(type)
                || (found.node.access & (Opcodes.ACC_FINAL | Opcodes.ACC_PRIVATE)) != 0;
        return only ? found : null;
    }

    private ClassIndex.Method withCode(String owner, MethodInsnNode call) {
        ClassIndex.Method found = classes.method(owner, call.name, call.desc);
        if (found == null || !found.hasCode()) {
            found = classes.defaultMethod(owner, call.name, call.desc);
        }
        return found != null && found.hasCode() ? found : null;
    }

    /** A lambda expression given away with the peer's data: if it can refuse nobody, neither can whoever runs it. */
    private Set<Outcome> handedOver(MethodInsnNode call, List<Fact> arguments) {
        if (!Jdk.has(call.owner)) {
            return null;
        }
        int carries = 0;
        Handle code = null;
        for (Fact argument : arguments) {
            carries |= argument.carries;
            code = argument.code != null ? argument.code : code;
        }
        ClassIndex.Method body = code == null ? null : classes.method(code.getOwner(), code.getName(), code.getDesc());
        if (body == null || Type.getReturnType(body.node.desc) != Type.VOID_TYPE) {
            return null;
        }
        Set<Outcome> outcomes = explore(body, unknownArguments(body, carries | Fact.CHAIN));
        if (outcomes == null) {
            return null;
        }
        for (Outcome outcome : outcomes) {
            if (outcome.isThrown()) {
                return null;
            }
        }
        Type result = Type.getReturnType(call.desc);
        Fact value = result == Type.VOID_TYPE ? Fact.NOTHING : Fact.of(result, carries);
        return Collections.singleton(Outcome.returned(value, 0));
    }

    private static List<Fact> unknownArguments(ClassIndex.Method method, int carries) {
        List<Fact> arguments = new ArrayList<>();
        if (!method.isStatic()) {
            arguments.add(Fact.of(Type.getObjectType(method.owner.name), 0));
        }
        for (Type type : Type.getArgumentTypes(method.node.desc)) {
            arguments.add(Fact.of(type, carries));
        }
        return arguments;
    }
}
