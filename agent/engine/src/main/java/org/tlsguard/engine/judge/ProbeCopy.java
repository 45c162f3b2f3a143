package org.tlsguard.engine.judge;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * Copies a trust manager or a host name verifier, so that a question about a forgery leaves no trace in the real one: some
 * lock up for good after a refusal, some count, some remember what they saw. The state that it holds in fields of its own
 * is copied; of the JDK's objects those that hold values are, and what does something (locks, threads, sockets, streams,
 * the JDK's own trust managers) is shared.
 */
final class ProbeCopy {

    private static final int MOST_OBJECTS = 4_096;
    private static final int DEEPEST = 24;
    private static final int LARGEST_COLLECTION = 4_096;

    /** What is in {@code java.util} and is neither a collection nor a mere holder of values. */
    private static final Set<String> SHARED = new HashSet<>(Arrays.asList(
            "Locale", "TimeZone", "SimpleTimeZone", "Currency", "ResourceBundle", "ServiceLoader", "Timer", "UUID"));

    private static final String ATOMIC = "java.util.concurrent.atomic.";

    private final Memory memory;
    private final Map<Object, Object> copies = new IdentityHashMap<>();
    private final Set<Class<?>> classes = new HashSet<>();

    private ProbeCopy(Memory memory) {
        this.memory = memory;
    }

    /** A copy of this manager or verifier; the very same where it cannot be copied, and where it is the JDK's own. */
    static <T> T of(T original) {
        return of(original, new HashSet<Class<?>>());
    }

    /**
     * Likewise.
     *
     * @param seen takes the application's classes of which objects were copied
     */
    @SuppressWarnings("unchecked")
    static <T> T of(T original, Set<Class<?>> seen) {
        Memory memory = Memory.instance();
        if (memory == null || isJdk(original.getClass()) && !Proxy.isProxyClass(original.getClass())) {
            return original;
        }
        try {
            ProbeCopy copying = new ProbeCopy(memory);
            T copy = (T) copying.copy(original, 0);
            seen.addAll(copying.classes);
            return copy;
        } catch (ReflectiveOperationException | RuntimeException | LinkageError | StackOverflowError notCopied) {
            return original;
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
        if (depth > 0 && original instanceof Enum || original instanceof ClassLoader || original instanceof Thread) {
            return original;
        }
        classes.add(type);
        return copyOfFields(original, depth);
    }

    private Object copyOfFields(Object original, int depth) throws ReflectiveOperationException {
        Object copy = memory.allocate(original.getClass());
        copies.put(original, copy);
        for (Class<?> each = original.getClass(); each != null; each = each.getSuperclass()) {
            for (Field field : each.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    Object value = memory.get(field, original);
                    memory.set(field, copy, field.getType().isPrimitive() ? value : copy(value, depth + 1));
                }
            }
        }
        return copy;
    }

    private Object copyOfArray(Object original, int depth) throws ReflectiveOperationException {
        int length = Array.getLength(original);
        Class<?> element = original.getClass().getComponentType();
        if (length > LARGEST_COLLECTION && !element.isPrimitive()) {
            return original;
        }
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

    /** The JDK's usual holders of state; everything else of the JDK is shared. */
    private Object copyOfJdkState(Object original, int depth) throws ReflectiveOperationException {
        if (original instanceof StringBuilder || original instanceof StringBuffer) {
            Object copy = original instanceof StringBuilder
                    ? new StringBuilder((CharSequence) original)
                    : new StringBuffer((CharSequence) original);
            copies.put(original, copy);
            return copy;
        }
        if (original instanceof KeyStore) {
            Object copy = StoreCopy.of((KeyStore) original);
            copies.put(original, copy);
            return copy;
        }
        if (isOfCollections(original)) {
            Object empty = emptyLike(original);
            if (empty instanceof Collection) {
                return copyOfElements((Collection<?>) original, empty, depth);
            }
            if (empty != null) {
                return copyOfEntries((Map<?, ?>) original, empty, depth);
            }
        }
        return holdsValues(original.getClass()) ? copyOfFields(original, depth) : original;
    }

    private static boolean isOfCollections(Object original) {
        return (original instanceof Collection || original instanceof Map)
                && original.getClass().getName().startsWith("java.util.");
    }

    /** The views and wrappers of {@code java.util}, its small holders of values, and the atomic variables. */
    private static boolean holdsValues(Class<?> type) {
        String name = type.getName();
        if (name.startsWith(ATOMIC)) {
            return true;
        }
        if (!name.startsWith("java.util.")) {
            return false;
        }
        String simple = name.substring("java.util.".length());
        int nested = simple.indexOf('$');
        String top = nested < 0 ? simple : simple.substring(0, nested);
        return top.equals("concurrent.ConcurrentHashMap") || top.indexOf('.') < 0 && !SHARED.contains(top);
    }

    @SuppressWarnings("unchecked")
    private Object copyOfElements(Collection<?> original, Object empty, int depth) throws ReflectiveOperationException {
        if (original.size() > LARGEST_COLLECTION) {
            return original;
        }
        Collection<Object> copy = (Collection<Object>) empty;
        copies.put(original, copy);
        // What is found by its hash or its order is left: a copy might not be found again.
        boolean isKey = original instanceof Set || original instanceof PriorityQueue;
        for (Object each : original.toArray()) {
            copy.add(isKey ? each : copy(each, depth + 1));
        }
        return copy;
    }

    @SuppressWarnings("unchecked")
    private Object copyOfEntries(Map<?, ?> original, Object empty, int depth) throws ReflectiveOperationException {
        if (original.size() > LARGEST_COLLECTION) {
            return original;
        }
        Map<Object, Object> copy = (Map<Object, Object>) empty;
        copies.put(original, copy);
        for (Map.Entry<?, ?> each : original.entrySet()) {
            copy.put(each.getKey(), copy(each.getValue(), depth + 1));
        }
        return copy;
    }

    /** An empty collection or map of the same class; null for a view, a wrapper, and what cannot be made empty. */
    private static Object emptyLike(Object original) throws ReflectiveOperationException {
        Class<?> type = original.getClass();
        if (!Modifier.isPublic(type.getModifiers())) {
            return null;
        }
        Comparator<?> order = original instanceof SortedSet
                ? ((SortedSet<?>) original).comparator()
                : original instanceof SortedMap ? ((SortedMap<?, ?>) original).comparator() : null;
        try {
            return order == null
                    ? type.getConstructor().newInstance()
                    : type.getConstructor(Comparator.class).newInstance(order);
        } catch (NoSuchMethodException ofAnotherKind) {
            return null;
        }
    }

    /** A class of the JDK: it has the boot or the platform loader. */
    static boolean isJdk(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        return loader == null || loader == ProbeCopy.class.getClassLoader().getParent();
    }
}
