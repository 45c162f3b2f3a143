package org.tlsguard.engine.weave;

import java.util.List;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * What is put into one place of a method: always one call into the bridge. No form adds a local variable or a branch, so
 * the stack map frames of the method stay as they are.
 */
final class Advice {

    /** Where the call goes. */
    enum Place {
        /** Before the first instruction. */
        ENTRY,
        /** Before each normal return; the returned object, if any, is the bridge's first argument. */
        RETURN,
        /** Before a call of another method, whose operands stay on the stack. */
        BEFORE,
        /** Instead of a call of another method; the receiver is the bridge's first argument. */
        CALL,
        /** As {@link #CALL}, of a method of whatever class; the bridge is told as well who calls. */
        CALL_OF_ANY,
        /** After a call of another method; what it returned is the bridge's first argument and is replaced. */
        RESULT
    }

    /** Says that the bridge is given {@code this}. */
    static final Object THIS = new Object();

    /** Says that the bridge is given null. */
    static final Object NULL = new Object();

    /**
     * How much of the operand stack any advice takes above what lies there already: at most a returned object's copy and
     * five arguments, or the caller's package and an array that is being filled.
     */
    static final int MOST_STACKED = 8;

    private static final String BRIDGE = "javax/net/ssl/TlsGuardBridge";

    final Place place;
    final String target;

    private final String method;
    private final String descriptor;
    private final String owner;
    private final String targetDescriptor;
    private final Object[] arguments;
    private final boolean replacesParameter;

    private Advice(
            Place place,
            String method,
            String descriptor,
            String owner,
            String target,
            String targetDescriptor,
            Object[] arguments,
            boolean replacesParameter) {
        this.place = place;
        this.method = method;
        this.descriptor = descriptor;
        this.owner = owner;
        this.target = target;
        this.targetDescriptor = targetDescriptor;
        this.arguments = arguments;
        this.replacesParameter = replacesParameter;
    }

    /**
     * @param arguments {@link #THIS}, {@link #NULL}, the index of a parameter of the woven method, or a text
     */
    static Advice entry(String method, String descriptor, String target, String targetDescriptor, Object... arguments) {
        return new Advice(Place.ENTRY, method, descriptor, null, target, targetDescriptor, arguments, false);
    }

    /** As {@link #entry}; the bridge returns what the parameter that is its last argument is replaced with. */
    static Advice exchange(
            String method, String descriptor, String target, String targetDescriptor, Object... arguments) {
        return new Advice(Place.ENTRY, method, descriptor, null, target, targetDescriptor, arguments, true);
    }

    /** As {@link #entry}, before each return. */
    static Advice exit(String method, String descriptor, String target, String targetDescriptor, Object... arguments) {
        return new Advice(Place.RETURN, method, descriptor, null, target, targetDescriptor, arguments, false);
    }

    /** As {@link #exit}, of a method of this name, whatever its parameters. */
    static Advice exitOfAny(String method, String target, String targetDescriptor, Object... arguments) {
        return new Advice(Place.RETURN, method, null, null, target, targetDescriptor, arguments, false);
    }

    /** Wherever the class is about to call {@code owner.method}, a call of the bridge; any owner when it is null. */
    static Advice before(
            String owner,
            String method,
            String descriptor,
            String target,
            String targetDescriptor,
            Object... arguments) {
        return new Advice(Place.BEFORE, method, descriptor, owner, target, targetDescriptor, arguments, false);
    }

    /** Wherever the class calls {@code owner.method}, the bridge is called with the same arguments. */
    static Advice call(String owner, String method, String descriptor, String target) {
        return new Advice(Place.CALL, method, descriptor, owner, target, null, new Object[0], false);
    }

    /**
     * Wherever the class calls a method of this name and type, of a class or interface of whatever name, the bridge is
     * called with the same arguments, and with the package of the class.
     *
     * @param receiver the descriptor of the type as which the bridge takes the receiver
     */
    static Advice callOfAny(String method, String descriptor, String target, String receiver) {
        return new Advice(Place.CALL_OF_ANY, method, descriptor, null, target, receiver, new Object[0], false);
    }

    /**
     * Wherever the class calls a method of this name with one argument, of whatever type, the bridge is called likewise,
     * and given too who calls and what the calling method has at hand.
     */
    static Advice callByName(String method, String target) {
        return new Advice(
                Place.CALL_OF_ANY,
                method,
                null,
                null,
                target,
                "Ljava/lang/Object;Ljava/lang/Object;",
                new Object[] {THIS},
                false);
    }

    /** As {@link #call}; the bridge is given too who calls, and what the calling method has at hand. */
    static Advice callAround(String owner, String method, String descriptor, String target) {
        return new Advice(
                Place.CALL_OF_ANY, method, descriptor, owner, target, "L" + owner + ";", new Object[] {THIS}, false);
    }

    /** Wherever the class calls {@code owner.method}, whatever its parameters, the bridge is given the result. */
    static Advice result(String owner, String method, String target, String targetDescriptor, Object... arguments) {
        return new Advice(Place.RESULT, method, null, owner, target, targetDescriptor, arguments, false);
    }

    /** The name of the method it goes into or, at a call, of the one called. */
    String method() {
        return method;
    }

    /** For the places at a call: the method called, with the simple name of its class. */
    String calls() {
        return owner == null ? method : owner.substring(owner.lastIndexOf('/') + 1) + "." + method;
    }

    /** Whether it goes to where another method is called. */
    boolean isAtCall() {
        return place != Place.ENTRY && place != Place.RETURN;
    }

    /** For {@link Place#ENTRY} and {@link Place#RETURN}: whether this method is the one. */
    boolean goesInto(String name, String methodDescriptor, boolean isStatic) {
        return method.equals(name)
                && (descriptor == null || descriptor.equals(methodDescriptor))
                && !(isStatic && needsThis());
    }

    /** For the places at a call: whether this call is the one. */
    boolean isAbout(int opcode, String calledOwner, String calledName, String calledDescriptor) {
        if (place == Place.CALL_OF_ANY && opcode != Opcodes.INVOKEVIRTUAL && opcode != Opcodes.INVOKEINTERFACE) {
            // A class that calls the method it overrides asks nobody else.
            return false;
        }
        return method.equals(calledName)
                && (owner == null || owner.equals(calledOwner))
                && (descriptor == null || descriptor.equals(calledDescriptor));
    }

    /** Replaces a call: its operands, receiver first, are the bridge's arguments as they lie on the stack. */
    void emitInstead(MethodVisitor code, int opcode, String calledDescriptor) {
        String withReceiver =
                opcode == Opcodes.INVOKESTATIC ? calledDescriptor : "(L" + owner + ";" + calledDescriptor.substring(1);
        code.visitMethodInsn(Opcodes.INVOKESTATIC, BRIDGE, target, withReceiver, false);
    }

    /** Whether it needs an object to be a method of. */
    boolean needsThis() {
        for (Object argument : arguments) {
            if (argument == THIS) {
                return true;
            }
        }
        return false;
    }

    /**
     * Replaces a call likewise, with more arguments above them.
     *
     * @param caller the package of the woven class, ending with a dot
     * @param around the local variables in which the calling method has objects at hand
     */
    void emitInstead(MethodVisitor code, String caller, List<Integer> around) {
        code.visitLdcInsn(caller);
        String more = "Ljava/lang/String;";
        if (arguments.length > 0) {
            more += "[Ljava/lang/Object;";
            code.visitIntInsn(Opcodes.BIPUSH, around.size());
            code.visitTypeInsn(Opcodes.ANEWARRAY, "java/lang/Object");
            for (int i = 0; i < around.size(); i++) {
                code.visitInsn(Opcodes.DUP);
                code.visitIntInsn(Opcodes.BIPUSH, i);
                code.visitVarInsn(Opcodes.ALOAD, around.get(i));
                code.visitInsn(Opcodes.AASTORE);
            }
        }
        int end = descriptor == null ? 0 : descriptor.lastIndexOf(')');
        code.visitMethodInsn(
                Opcodes.INVOKESTATIC,
                BRIDGE,
                target,
                "(" + targetDescriptor
                        + (descriptor == null ? "" : descriptor.substring(1, end))
                        + more
                        + (descriptor == null ? ")V" : descriptor.substring(end)),
                false);
    }

    /** Calls the bridge with the arguments of this advice, below them whatever lies on the stack already. */
    void emit(MethodVisitor code, boolean isStatic, Type[] parameters) {
        for (Object argument : arguments) {
            if (argument == THIS) {
                code.visitVarInsn(Opcodes.ALOAD, 0);
            } else if (argument == NULL) {
                code.visitInsn(Opcodes.ACONST_NULL);
            } else if (argument instanceof Integer) {
                int index = (Integer) argument;
                code.visitVarInsn(parameters[index].getOpcode(Opcodes.ILOAD), slot(index, isStatic, parameters));
            } else {
                code.visitLdcInsn(argument);
            }
        }
        code.visitMethodInsn(Opcodes.INVOKESTATIC, BRIDGE, target, targetDescriptor, false);
        if (replacesParameter) {
            int index = (Integer) arguments[arguments.length - 1];
            code.visitVarInsn(parameters[index].getOpcode(Opcodes.ISTORE), slot(index, isStatic, parameters));
        }
    }

    private static int slot(int parameter, boolean isStatic, Type[] parameters) {
        int slot = isStatic ? 0 : 1;
        for (int i = 0; i < parameter; i++) {
            slot += parameters[i].getSize();
        }
        return slot;
    }
}
