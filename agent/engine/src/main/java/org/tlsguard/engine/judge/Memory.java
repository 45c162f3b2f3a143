package org.tlsguard.engine.judge;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/**
 * Reads and writes fields of the application's objects whatever they are: private or final, in a module that is not open,
 * of a record or of a lambda, where reflection must not go any more.
 */
final class Memory {

    private static final Memory INSTANCE = open();

    private final Object unsafe;
    private final Method allocate;
    private final Method offset;
    private final Method staticOffset;
    private final Method staticBase;
    private final Method shouldBeInitialized;
    private final Class<?> type;

    private Memory(Class<?> type) throws ReflectiveOperationException {
        this.type = type;
        Field theUnsafe = type.getDeclaredField("theUnsafe");
        theUnsafe.setAccessible(true);
        unsafe = theUnsafe.get(null);
        allocate = method("allocateInstance", Class.class);
        offset = method("objectFieldOffset", Field.class);
        staticOffset = method("staticFieldOffset", Field.class);
        staticBase = method("staticFieldBase", Field.class);
        shouldBeInitialized = method("shouldBeInitialized", Class.class);
    }

    /** The JVM's way into its memory; null where there is none, and then nothing is copied. */
    static Memory instance() {
        return INSTANCE;
    }

    private static Memory open() {
        for (String each : new String[] {"jdk.internal.misc.Unsafe", "sun.misc.Unsafe"}) {
            try {
                return new Memory(Class.forName(each));
            } catch (ReflectiveOperationException | RuntimeException another) {
                continue;
            }
        }
        return null;
    }

    /** An object of which no constructor has run. */
    Object allocate(Class<?> wanted) throws ReflectiveOperationException {
        return call(allocate, wanted);
    }

    /** What is in an instance field. */
    Object get(Field field, Object of) throws ReflectiveOperationException {
        return getter(field.getType()).invoke(unsafe, of, call(offset, field));
    }

    /** Replaces what is in an instance field. */
    void set(Field field, Object of, Object value) throws ReflectiveOperationException {
        setter(field.getType()).invoke(unsafe, of, call(offset, field), value);
    }

    /** Whether the static fields of a class have their values. */
    boolean isInitialized(Class<?> wanted) throws ReflectiveOperationException {
        return Boolean.FALSE.equals(call(shouldBeInitialized, wanted));
    }

    /** What is in a static field. */
    Object getStatic(Field field) throws ReflectiveOperationException {
        return getter(field.getType()).invoke(unsafe, call(staticBase, field), call(staticOffset, field));
    }

    /** Replaces what is in a static field. */
    void setStatic(Field field, Object value) throws ReflectiveOperationException {
        setter(field.getType()).invoke(unsafe, call(staticBase, field), call(staticOffset, field), value);
    }

    private Object call(Method method, Object argument) throws ReflectiveOperationException {
        try {
            return method.invoke(unsafe, argument);
        } catch (InvocationTargetException thrown) {
            throw new ReflectiveOperationException(thrown.getCause());
        }
    }

    private Method getter(Class<?> of) throws NoSuchMethodException {
        return of.isPrimitive()
                ? method("get" + capitalised(of) + "Volatile", Object.class, long.class)
                : reference("get", Object.class, long.class);
    }

    private Method setter(Class<?> of) throws NoSuchMethodException {
        return of.isPrimitive()
                ? method("put" + capitalised(of) + "Volatile", Object.class, long.class, of)
                : reference("put", Object.class, long.class, Object.class);
    }

    /** {@code getObjectVolatile} is called {@code getReferenceVolatile} since Java 12. */
    private Method reference(String verb, Class<?>... parameters) throws NoSuchMethodException {
        try {
            return method(verb + "ReferenceVolatile", parameters);
        } catch (NoSuchMethodException older) {
            return method(verb + "ObjectVolatile", parameters);
        }
    }

    private Method method(String name, Class<?>... parameters) throws NoSuchMethodException {
        Method method = type.getMethod(name, parameters);
        method.setAccessible(true);
        return method;
    }

    private static String capitalised(Class<?> primitive) {
        String name = primitive.getName();
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
