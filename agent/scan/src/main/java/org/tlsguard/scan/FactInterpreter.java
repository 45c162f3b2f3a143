package org.tlsguard.scan;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.analysis.Interpreter;

/** What each instruction makes of the {@link Fact}s it is given. Calls are better known to {@link Explorer}. */
final class FactInterpreter extends Interpreter<Fact> {

    private static final Type OBJECT = Type.getObjectType("java/lang/Object");
    private static final String LAMBDAS = "java/lang/invoke/LambdaMetafactory";

    private final ClassIndex classes;
    private final Map<AbstractInsnNode, Integer> sites = new IdentityHashMap<>();

    FactInterpreter(ClassIndex classes, MethodNode method) {
        super(Opcodes.ASM9);
        this.classes = classes;
        int site = 0;
        for (AbstractInsnNode instruction : method.instructions) {
            sites.put(instruction, ++site);
        }
    }

    int site(AbstractInsnNode instruction) {
        return sites.get(instruction);
    }

    @Override
    public Fact newValue(Type type) {
        if (type == null) {
            return Fact.NOTHING;
        }
        return type == Type.VOID_TYPE ? null : Fact.of(type, 0);
    }

    @Override
    public Fact newOperation(AbstractInsnNode instruction) {
        int opcode = instruction.getOpcode();
        if (opcode >= Opcodes.ICONST_M1 && opcode <= Opcodes.ICONST_5) {
            return Fact.constant(Type.INT_TYPE, opcode - Opcodes.ICONST_0);
        }
        switch (opcode) {
            case Opcodes.ACONST_NULL:
                return Fact.constant(OBJECT, Fact.NULL);
            case Opcodes.LCONST_0:
            case Opcodes.LCONST_1:
                return Fact.constant(Type.LONG_TYPE, (long) (opcode - Opcodes.LCONST_0));
            case Opcodes.FCONST_0:
            case Opcodes.FCONST_1:
            case Opcodes.FCONST_2:
                return Fact.of(Type.FLOAT_TYPE, 0);
            case Opcodes.DCONST_0:
            case Opcodes.DCONST_1:
                return Fact.of(Type.DOUBLE_TYPE, 0);
            case Opcodes.BIPUSH:
            case Opcodes.SIPUSH:
                return Fact.constant(Type.INT_TYPE, ((IntInsnNode) instruction).operand);
            case Opcodes.LDC:
                return literal(((LdcInsnNode) instruction).cst);
            case Opcodes.GETSTATIC:
                return field((FieldInsnNode) instruction, 0).at(site(instruction));
            case Opcodes.NEW:
                return Fact.made(Type.getObjectType(((TypeInsnNode) instruction).desc), site(instruction));
            default:
                return Fact.NOTHING;
        }
    }

    private static Fact literal(Object literal) {
        if (literal instanceof Integer) {
            return Fact.constant(Type.INT_TYPE, literal);
        } else if (literal instanceof Long) {
            return Fact.constant(Type.LONG_TYPE, literal);
        } else if (literal instanceof Float) {
            return Fact.of(Type.FLOAT_TYPE, 0);
        } else if (literal instanceof Double) {
            return Fact.of(Type.DOUBLE_TYPE, 0);
        } else if (literal instanceof String) {
            return Fact.constant(Type.getObjectType("java/lang/String"), literal);
        } else if (literal instanceof Type) {
            return Fact.constant(Type.getObjectType("java/lang/Class"), literal);
        } else {
            return Fact.of(OBJECT, 0);
        }
    }

    private Fact field(FieldInsnNode field, int carries) {
        Type type = Type.getType(field.desc);
        Object constant = classes.constantOf(field.owner, field.name, field.desc);
        return constant == null ? Fact.of(type, carries) : Fact.constant(type, constant);
    }

    @Override
    public Fact copyOperation(AbstractInsnNode instruction, Fact value) {
        return value;
    }

    @Override
    public Fact unaryOperation(AbstractInsnNode instruction, Fact value) {
        switch (instruction.getOpcode()) {
            case Opcodes.INEG:
            case Opcodes.IINC:
            case Opcodes.L2I:
            case Opcodes.F2I:
            case Opcodes.D2I:
            case Opcodes.I2B:
            case Opcodes.I2C:
            case Opcodes.I2S:
                return Fact.of(Type.INT_TYPE, value.carries);
            case Opcodes.INSTANCEOF:
                return Fact.of(Type.INT_TYPE, value.carries | Fact.SIZE);
            case Opcodes.LNEG:
            case Opcodes.I2L:
            case Opcodes.F2L:
            case Opcodes.D2L:
                return Fact.of(Type.LONG_TYPE, value.carries);
            case Opcodes.FNEG:
            case Opcodes.I2F:
            case Opcodes.L2F:
            case Opcodes.D2F:
                return Fact.of(Type.FLOAT_TYPE, value.carries);
            case Opcodes.DNEG:
            case Opcodes.I2D:
            case Opcodes.L2D:
            case Opcodes.F2D:
                return Fact.of(Type.DOUBLE_TYPE, value.carries);
            case Opcodes.ARRAYLENGTH:
                return isCertificates(value.type)
                        ? Fact.constant(Type.INT_TYPE, value.exact && value.site == 0 ? Fact.SOME : null)
                                .carrying(Fact.SIZE)
                        : Fact.of(Type.INT_TYPE, value.carries | Fact.SIZE);
            case Opcodes.GETFIELD:
                return field((FieldInsnNode) instruction, value.carries);
            case Opcodes.NEWARRAY:
                return Fact.made(primitives(((IntInsnNode) instruction).operand), site(instruction));
            case Opcodes.ANEWARRAY:
                return Fact.made(
                        Type.getType("["
                                + Type.getObjectType(((TypeInsnNode) instruction).desc)
                                        .getDescriptor()),
                        site(instruction));
            case Opcodes.CHECKCAST:
                return value.isNull() ? value : value.as(Type.getObjectType(((TypeInsnNode) instruction).desc));
            default:
                return null;
        }
    }

    private static boolean isCertificates(Type type) {
        return type != null
                && type.getSort() == Type.ARRAY
                && type.getDescriptor().endsWith("Certificate;");
    }

    private static Type primitives(int kind) {
        switch (kind) {
            case Opcodes.T_BOOLEAN:
                return Type.getType("[Z");
            case Opcodes.T_CHAR:
                return Type.getType("[C");
            case Opcodes.T_BYTE:
                return Type.getType("[B");
            case Opcodes.T_SHORT:
                return Type.getType("[S");
            case Opcodes.T_INT:
                return Type.getType("[I");
            case Opcodes.T_FLOAT:
                return Type.getType("[F");
            case Opcodes.T_DOUBLE:
                return Type.getType("[D");
            default:
                return Type.getType("[J");
        }
    }

    @Override
    public Fact binaryOperation(AbstractInsnNode instruction, Fact a, Fact b) {
        int carries = a.carries | b.carries;
        int opcode = instruction.getOpcode();
        switch (opcode) {
            case Opcodes.AALOAD:
                return Fact.of(element(a.type), a.carries);
            case Opcodes.IALOAD:
            case Opcodes.BALOAD:
            case Opcodes.CALOAD:
            case Opcodes.SALOAD:
                return Fact.of(Type.INT_TYPE, a.carries);
            case Opcodes.LALOAD:
                return Fact.of(Type.LONG_TYPE, a.carries);
            case Opcodes.FALOAD:
                return Fact.of(Type.FLOAT_TYPE, a.carries);
            case Opcodes.DALOAD:
                return Fact.of(Type.DOUBLE_TYPE, a.carries);
            case Opcodes.IAND:
            case Opcodes.IOR:
            case Opcodes.IXOR:
                return bits(opcode, a, b);
            case Opcodes.LCMP:
            case Opcodes.FCMPL:
            case Opcodes.FCMPG:
            case Opcodes.DCMPL:
            case Opcodes.DCMPG:
                return Fact.of(Type.INT_TYPE, carries);
            case Opcodes.PUTFIELD:
            case Opcodes.IF_ICMPEQ:
            case Opcodes.IF_ICMPNE:
            case Opcodes.IF_ICMPLT:
            case Opcodes.IF_ICMPGE:
            case Opcodes.IF_ICMPGT:
            case Opcodes.IF_ICMPLE:
            case Opcodes.IF_ACMPEQ:
            case Opcodes.IF_ACMPNE:
                return null;
            default:
                // Arithmetic: the result is of the type of the first operand.
                return Fact.of(a.type, carries);
        }
    }

    private static Type element(Type array) {
        return array != null && array.getSort() == Type.ARRAY
                ? Type.getType(array.getDescriptor().substring(1))
                : OBJECT;
    }

    /** Booleans are combined so; {@code ok |= x}, {@code return a & b}. */
    private static Fact bits(int opcode, Fact a, Fact b) {
        Integer x = a.number();
        Integer y = b.number();
        boolean zero = x != null && x == 0 || y != null && y == 0;
        if (opcode == Opcodes.IAND && zero) {
            return Fact.constant(Type.INT_TYPE, 0);
        }
        boolean one = x != null && x == 1 || y != null && y == 1;
        boolean truths = a.type == Type.BOOLEAN_TYPE || b.type == Type.BOOLEAN_TYPE || x != null && y != null;
        if (opcode == Opcodes.IOR && one && truths) {
            return Fact.constant(Type.INT_TYPE, 1);
        }
        if (x == null || y == null) {
            return Fact.of(Type.INT_TYPE, a.carries | b.carries);
        }
        return Fact.constant(Type.INT_TYPE, opcode == Opcodes.IAND ? x & y : opcode == Opcodes.IOR ? x | y : x ^ y);
    }

    @Override
    public Fact ternaryOperation(AbstractInsnNode instruction, Fact a, Fact b, Fact c) {
        return null;
    }

    @Override
    public Fact naryOperation(AbstractInsnNode instruction, List<? extends Fact> values) {
        int carries = 0;
        for (Fact value : values) {
            carries |= value.carries;
        }
        if (instruction instanceof MultiANewArrayInsnNode) {
            return Fact.made(Type.getType(((MultiANewArrayInsnNode) instruction).desc), site(instruction));
        }
        if (instruction instanceof InvokeDynamicInsnNode) {
            InvokeDynamicInsnNode dynamic = (InvokeDynamicInsnNode) instruction;
            Handle code = implementation(dynamic);
            Type made = Type.getReturnType(dynamic.desc);
            return code == null ? Fact.of(made, carries) : Fact.lambda(made, carries, code);
        }
        Type result = Type.getReturnType(((MethodInsnNode) instruction).desc);
        return result == Type.VOID_TYPE
                ? Fact.NOTHING
                : Fact.of(result, carries).at(site(instruction));
    }

    /** The method behind a lambda expression or method reference; null for any other dynamic call. */
    static Handle implementation(InvokeDynamicInsnNode dynamic) {
        boolean lambda = LAMBDAS.equals(dynamic.bsm.getOwner()) && dynamic.bsmArgs.length > 1;
        return lambda && dynamic.bsmArgs[1] instanceof Handle ? (Handle) dynamic.bsmArgs[1] : null;
    }

    @Override
    public void returnOperation(AbstractInsnNode instruction, Fact value, Fact expected) {
        // The verifier of the JVM has checked that.
    }

    @Override
    public Fact merge(Fact a, Fact b) {
        return a.or(b);
    }
}
