package org.tlsguard.scan;

import java.util.Objects;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.analysis.Value;

/** What is known of a value in the course of a method: its type, its constant, whose data it carries. Immutable. */
final class Fact implements Value {

    /** The peer's certificates, or what was made of their bytes or keys. */
    static final int CHAIN = 1;
    /** What the peer's certificates merely say. */
    static final int CLAIM = 1 << 1;
    /** The name that was dialled. */
    static final int NAME = 1 << 2;
    /** The connection. */
    static final int SESSION = 1 << 3;
    /** How many there are of something, or whether there is any. */
    static final int SIZE = 1 << 4;
    /** Trust anchors among which is the peer's own certificate. */
    static final int SERVED_ANCHOR = 1 << 5;

    /** What makes a value the peer's. */
    static final int PEER = CHAIN | CLAIM | NAME | SESSION | SERVED_ANCHOR;

    /** A constant: the reference to nothing. */
    static final Object NULL = new Object();

    /** A constant: a number not known but for being at least one. */
    static final Object SOME = new Object();

    /** A local variable that has no value yet, or one of several types. */
    static final Fact NOTHING = new Fact(null, 0, null, 0, false, null);

    final Type type;
    final int carries;
    /** An Integer, Long, String or Type, {@link #NULL}, {@link #SOME}, or null where it is unknown. */
    final Object constant;
    /** The instruction that made the object, counted from 1; 0 if unknown. Tells objects of one method apart. */
    final int site;
    /** Whether the type is the object's very class and it is certainly there. */
    final boolean exact;
    /** The method that a lambda expression or method reference stands for, or null. */
    final Handle code;

    private Fact(Type type, int carries, Object constant, int site, boolean exact, Handle code) {
        this.type = type;
        this.carries = carries;
        this.constant = constant;
        this.site = site;
        this.exact = exact;
        this.code = code;
    }

    static Fact of(Type type, int carries) {
        return new Fact(type, carries, null, 0, false, null);
    }

    static Fact constant(Type type, Object constant) {
        return new Fact(type, 0, constant, 0, false, null);
    }

    /** What the JDK hands to a gate: never null, and a chain is never empty. */
    static Fact given(Type type, int carries) {
        return new Fact(type, carries, null, 0, type.getSort() >= Type.ARRAY, null);
    }

    static Fact made(Type type, int site) {
        return new Fact(type, 0, null, site, true, null);
    }

    static Fact lambda(Type type, int carries, Handle code) {
        return new Fact(type, carries, null, 0, true, code);
    }

    Fact carrying(int more) {
        return (carries | more) == carries ? this : new Fact(type, carries | more, constant, site, exact, code);
    }

    Fact at(int site) {
        return new Fact(type, carries, constant, site, exact, code);
    }

    /** The same object under another type; what was exact stays so. */
    Fact as(Type other) {
        return exact ? this : new Fact(other, carries, constant, site, false, code);
    }

    boolean isNull() {
        return constant == NULL;
    }

    boolean isThere() {
        return exact || constant != null && constant != NULL;
    }

    /** Its value as an int constant, or null. */
    Integer number() {
        return constant instanceof Integer ? (Integer) constant : null;
    }

    /** Its internal class name, or null where it is no object. */
    String className() {
        return type != null && type.getSort() == Type.OBJECT ? type.getInternalName() : null;
    }

    /** What is known whichever of the two it is. */
    Fact or(Fact other) {
        if (equals(other)) {
            return this;
        }
        if (type == null || other.type == null) {
            return NOTHING;
        }
        Type common = type.equals(other.type) ? type : other.isNull() ? type : isNull() ? other.type : object(other);
        if (common == null) {
            return NOTHING;
        }
        boolean same = Objects.equals(constant, other.constant);
        return new Fact(
                common,
                carries | other.carries,
                same ? constant : null,
                site == other.site ? site : 0,
                false,
                Objects.equals(code, other.code) ? code : null);
    }

    private Type object(Fact other) {
        boolean references = type.getSort() >= Type.ARRAY && other.type.getSort() >= Type.ARRAY;
        return references ? Type.getObjectType("java/lang/Object") : null;
    }

    @Override
    public int getSize() {
        return type == Type.LONG_TYPE || type == Type.DOUBLE_TYPE ? 2 : 1;
    }

    @Override
    public boolean equals(Object object) {
        if (!(object instanceof Fact)) {
            return false;
        }
        Fact other = (Fact) object;
        return carries == other.carries
                && site == other.site
                && exact == other.exact
                && Objects.equals(type, other.type)
                && Objects.equals(constant, other.constant)
                && Objects.equals(code, other.code);
    }

    @Override
    public int hashCode() {
        return Objects.hash(type, carries, constant, site, exact, code);
    }
}
