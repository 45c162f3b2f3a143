package org.tlsguard.engine.judge;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.X509TrustManager;

/**
 * Copies a trust manager, so that a question about a forgery leaves no trace in the real one: some lock up for good after
 * a refusal, some count, some remember what they saw. The state that a manager of the application's holds in its own
 * fields is copied, a few objects deep; whatever belongs to the JDK beyond the usual collections is shared.
 */
final class ProbeCopy {

    private static final int MOST_OBJECTS = 256;
    private static final int DEEPEST = 5;
    private static final int LARGEST_COLLECTION = 4_096;

    private final Map<Object, Object> copies = new IdentityHashMap<>();
    private final Object unsafe;
    private final Method allocateInstance;

    private ProbeCopy() throws ReflectiveOperationException {
        Class<?> unsafeClass = Class.forName("sun.misc.Unsafe");
        Field theUnsafe = unsafeClass.getDeclaredField("theUnsafe");
        theUnsafe.setAccessible(true);
        unsafe = theUnsafe.get(null);
        allocateInstance = unsafeClass.getMethod("allocateInstance", Class.class);
    }

    /** A copy of this manager; the manager itself where it cannot be copied. */
    static X509TrustManager of(X509TrustManager manager) {
        if (isJdk(manager.getClass())) {
            return manager;
        }
        try {
            return (X509TrustManager) new ProbeCopy().copy(manager, 0);
        } catch (ReflectiveOperationException | RuntimeException | LinkageError notCopied) {
            return manager;
        }
    }

    private Object copy(Object original, int depth) throws ReflectiveOperationException {
        if (original == null) {
            return null;
        }
        Object known = copies.get(original);
        if (known != null) {
            return known;
        }
        if (depth > DEEPEST || copies.size() >= MOST_OBJECTS) {
            return original;
        }
        Class<?> type = original.getClass();
        if (type.isArray()) {
            return copyOfArray(original, depth);
        }
        if (Proxy.isProxyClass(type)) {
            return copyOfProxy(original, depth);
        }
        if (isJdk(type)) {
            return copyOfJdkState(original, depth);
        }
        if (type.isEnum() || original instanceof ClassLoader || original instanceof Thread) {
            return original;
        }
        Object copy = allocateInstance.invoke(unsafe, type);
        copies.put(original, copy);
        for (Class<?> each = type; each != null && !isJdk(each); each = each.getSuperclass()) {
            for (Field field : each.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    field.setAccessible(true);
                    field.set(
                            copy,
                            field.getType().isPrimitive() ? field.get(original) : copy(field.get(original), depth + 1));
                }
            }
        }
        return copy;
    }

    private Object copyOfArray(Object original, int depth) throws ReflectiveOperationException {
        int length = Array.getLength(original);
        if (length > LARGEST_COLLECTION) {
            return original;
        }
        Class<?> element = original.getClass().getComponentType();
        Object copy = Array.newInstance(element, length);
        copies.put(original, copy);
        if (element.isPrimitive()) {
            System.arraycopy(original, 0, copy, 0, length);
        } else {
            for (int i = 0; i < length; i++) {
                Array.set(copy, i, copy(Array.get(original, i), depth + 1));
            }
        }
        return copy;
    }

    private Object copyOfProxy(Object original, int depth) throws ReflectiveOperationException {
        InvocationHandler handler = Proxy.getInvocationHandler(original);
        Object copy = Proxy.newProxyInstance(
                original.getClass().getClassLoader(), original.getClass().getInterfaces(), (InvocationHandler)
                        copy(handler, depth + 1));
        copies.put(original, copy);
        return copy;
    }

    /** The JDK's usual holders of state, by their public constructors; everything else of the JDK is shared. */
    private Object copyOfJdkState(Object original, int depth) throws ReflectiveOperationException {
        Class<?> type = original.getClass();
        Object copy = null;
        if (type == AtomicBoolean.class) {
            copy = new AtomicBoolean(((AtomicBoolean) original).get());
        } else if (type == AtomicInteger.class) {
            copy = new AtomicInteger(((AtomicInteger) original).get());
        } else if (type == AtomicLong.class) {
            copy = new AtomicLong(((AtomicLong) original).get());
        } else if (type == AtomicReference.class) {
            copy = new AtomicReference<>(copy(((AtomicReference<?>) original).get(), depth + 1));
        } else if (type == ArrayList.class || type == HashSet.class || type == LinkedHashSet.class) {
            copy = copyOfCollection((Collection<?>) original, depth);
        } else if (type == HashMap.class || type == LinkedHashMap.class || type == ConcurrentHashMap.class) {
            copy = copyOfMap((Map<?, ?>) original);
        }
        if (copy == null) {
            return original;
        }
        copies.put(original, copy);
        return copy;
    }

    private Collection<Object> copyOfCollection(Collection<?> original, int depth) throws ReflectiveOperationException {
        if (original.size() > LARGEST_COLLECTION) {
            return null;
        }
        if (original instanceof List) {
            List<Object> list = new ArrayList<>();
            for (Object each : original) {
                list.add(copy(each, depth + 1));
            }
            return list;
        }
        return original instanceof LinkedHashSet ? new LinkedHashSet<Object>(original) : new HashSet<Object>(original);
    }

    private static Map<Object, Object> copyOfMap(Map<?, ?> original) {
        if (original.size() > LARGEST_COLLECTION) {
            return null;
        }
        if (original instanceof ConcurrentMap) {
            return new ConcurrentHashMap<Object, Object>(original);
        }
        return original instanceof LinkedHashMap
                ? new LinkedHashMap<Object, Object>(original)
                : new HashMap<Object, Object>(original);
    }

    /** A class of the JDK: it has the boot or the platform loader. */
    private static boolean isJdk(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        return loader == null || loader == ProbeCopy.class.getClassLoader().getParent();
    }
}
