package org.tlsguard.engine.weave;

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
        /** After a call of another method; what it returned is the bridge's first argument and is replaced. */
        RESULT
    }

    /** Says that the bridge is given {@code this}. */
    static final Object THIS = new Object();

    /** Says that the bridge is given null. */
    static final Object NULL = new Object();

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

    /** Wherever the class is about to call {@code owner.method}, a call of the bridge. */
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
        return owner.substring(owner.lastIndexOf('/') + 1) + "." + method;
    }

    /** Whether it goes to where another method is called. */
    boolean isAtCall() {
        return owner != null;
    }

    /** For {@link Place#ENTRY} and {@link Place#RETURN}: whether this method is the one. */
    boolean goesInto(String name, String methodDescriptor) {
        return method.equals(name) && descriptor.equals(methodDescriptor);
    }

    /** For the places at a call: whether this call is the one. */
    boolean isAbout(String calledOwner, String calledName, String calledDescriptor) {
        return method.equals(calledName)
                && owner.equals(calledOwner)
                && (descriptor == null || descriptor.equals(calledDescriptor));
    }

    /** Replaces a call: its operands, receiver first, are the bridge's arguments as they lie on the stack. */
    void emitInstead(MethodVisitor code, int opcode, String calledDescriptor) {
        String withReceiver =
                opcode == Opcodes.INVOKESTATIC ? calledDescriptor : "(L" + owner + ";" + calledDescriptor.substring(1);
        code.visitMethodInsn(Opcodes.INVOKESTATIC, BRIDGE, target, withReceiver, false);
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
