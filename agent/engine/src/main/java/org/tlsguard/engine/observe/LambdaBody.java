package org.tlsguard.engine.observe;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/**
 * The code behind a lambda or a method reference. The class that the JVM makes for one has a name that means nothing in the
 * next JVM, and no file; its constant pool says which method it calls.
 */
final class LambdaBody {

    private static final String LAMBDA = "$$Lambda";

    private final Class<?> holder;
    private final String method;
    private final String descriptor;

    private LambdaBody(Class<?> holder, String method, String descriptor) {
        this.holder = holder;
        this.method = method;
        this.descriptor = descriptor;
    }

    /** The code behind an object of this class; null when that is no lambda, or its class cannot be found. */
    static LambdaBody of(Class<?> type) {
        int at = type.getName().indexOf(LAMBDA);
        if (at < 0) {
            return null;
        }
        try {
            String[] called = calledBy(type);
            return called == null
                    ? new LambdaBody(load(type.getName().substring(0, at), type), null, null)
                    : new LambdaBody(load(called[0].replace('/', '.'), type), called[1], called[2]);
        } catch (ClassNotFoundException | LinkageError elsewhere) {
            return null;
        }
    }

    /** The class that has the method. */
    Class<?> holder() {
        return holder;
    }

    /** The method; null when it cannot be found out. */
    String method() {
        return method;
    }

    /** Its descriptor; null likewise. */
    String descriptor() {
        return descriptor;
    }

    private static Class<?> load(String name, Class<?> type) throws ClassNotFoundException {
        return Class.forName(name, false, type.getClassLoader());
    }

    /** Owner, name and descriptor of the one method that the class calls; null when that is not certain. */
    private static String[] calledBy(Class<?> lambda) {
        try {
            Object pool = call(Class.class, "getConstantPool", lambda);
            Class<?> type = pool.getClass();
            int size = (Integer) call(type, "getSize", pool);
            String[] called = null;
            for (int i = 1; i < size; i++) {
                String[] reference = reference(type, pool, i);
                if (reference != null && reference[2].startsWith("(") && !reference[0].startsWith("java/lang/")) {
                    if (called != null) {
                        return null;
                    }
                    called = reference;
                }
            }
            return called;
        } catch (ReflectiveOperationException | RuntimeException notOnThisJvm) {
            return null;
        }
    }

    /** What an entry refers to; null when it refers to no field or method. */
    private static String[] reference(Class<?> type, Object pool, int index) throws ReflectiveOperationException {
        Method read = type.getMethod("getMemberRefInfoAt", int.class);
        read.setAccessible(true);
        try {
            return (String[]) read.invoke(pool, index);
        } catch (InvocationTargetException ofAnotherKind) {
            return null;
        }
    }

    private static Object call(Class<?> owner, String name, Object target) throws ReflectiveOperationException {
        Method method = owner.getDeclaredMethod(name);
        method.setAccessible(true);
        return method.invoke(target);
    }
}
