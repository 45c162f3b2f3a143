package org.tlsguard.engine.judge;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What classes of the application hold in static fields, to put back what a question about a forgery has changed there: a
 * counter, a lock-up. Plain values and atomic variables only: what has a lock or a structure of its own is never touched.
 */
final class StaticState {

    private static final int MOST_OBJECTS = 256;
    private static final int DEEPEST = 3;
    private static final int LONGEST_ARRAY = 64;

    private final Memory memory;
    private final List<Place> saved = new ArrayList<>();
    private final Map<Object, Object> visited = new IdentityHashMap<>();

    /** One place, with what was in it. */
    private abstract static class Place {
        abstract void restore() throws ReflectiveOperationException;
    }

    private final class SavedField extends Place {

        private final Field field;
        private final Object holder;
        private final Object value;

        /** @param holder null for a static field */
        SavedField(Field field, Object holder, Object value) {
            this.field = field;
            this.holder = holder;
            this.value = value;
        }

        @Override
        void restore() throws ReflectiveOperationException {
            Object now = holder == null ? memory.getStatic(field) : memory.get(field, holder);
            if (field.getType().isPrimitive() ? now.equals(value) : now == value) {
                return;
            }
            if (holder == null) {
                memory.setStatic(field, value);
            } else {
                memory.set(field, holder, value);
            }
        }
    }

    private static final class SavedArray extends Place {

        private final Object array;
        private final Object content;

        SavedArray(Object array) {
            this.array = array;
            int length = Array.getLength(array);
            content = Array.newInstance(array.getClass().getComponentType(), length);
            System.arraycopy(array, 0, content, 0, length);
        }

        @Override
        void restore() {
            for (int i = 0; i < Array.getLength(content); i++) {
                if (!Array.get(array, i).equals(Array.get(content, i))) {
                    Array.set(array, i, Array.get(content, i));
                }
            }
        }
    }

    private static final class SavedAtomic extends Place {

        private final Object atomic;
        private final Object value;

        SavedAtomic(Object atomic) {
            this.atomic = atomic;
            value = read();
        }

        private Object read() {
            return atomic instanceof AtomicReference
                    ? ((AtomicReference<?>) atomic).get()
                    : atomic instanceof AtomicBoolean
                            ? (Object) ((AtomicBoolean) atomic).get()
                            : Long.valueOf(((Number) atomic).longValue());
        }

        @Override
        @SuppressWarnings("unchecked")
        void restore() {
            Object now = read();
            if (atomic instanceof AtomicReference ? now == value : now.equals(value)) {
                return;
            }
            if (atomic instanceof AtomicReference) {
                ((AtomicReference<Object>) atomic).set(value);
            } else if (atomic instanceof AtomicBoolean) {
                ((AtomicBoolean) atomic).set((Boolean) value);
            } else if (atomic instanceof AtomicInteger) {
                ((AtomicInteger) atomic).set(((Long) value).intValue());
            } else {
                ((AtomicLong) atomic).set((Long) value);
            }
        }
    }

    private StaticState(Memory memory) {
        this.memory = memory;
    }

    /** What these classes hold now, with those around and above them. */
    static StaticState of(Set<Class<?>> classes) {
        Memory memory = Memory.instance();
        StaticState state = new StaticState(memory);
        if (memory != null) {
            for (Class<?> type : classes) {
                state.saveNeighbours(type);
            }
        }
        return state;
    }

    /** Puts back what has changed since. */
    void restore() {
        for (Place each : saved) {
            try {
                each.restore();
            } catch (ReflectiveOperationException | RuntimeException gone) {
                continue;
            }
        }
    }

    private void saveNeighbours(Class<?> type) {
        try {
            for (Class<?> around = type; around != null; around = around.getEnclosingClass()) {
                for (Class<?> each = around; each != null && !ProbeCopy.isJdk(each); each = each.getSuperclass()) {
                    if (visited.put(each, each) == null && memory.isInitialized(each)) {
                        saveStatics(each);
                    }
                }
            }
        } catch (ReflectiveOperationException | RuntimeException | LinkageError unreadable) {
            // What cannot be read is not put back.
            return;
        }
    }

    private void saveStatics(Class<?> type) throws ReflectiveOperationException {
        for (Field field : type.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers())) {
                save(field, null, memory.getStatic(field), 0);
            }
        }
    }

    private void save(Field field, Object holder, Object value, int depth) throws ReflectiveOperationException {
        if (!Modifier.isFinal(field.getModifiers())) {
            saved.add(new SavedField(field, holder, value));
        }
        if (!field.getType().isPrimitive()) {
            saveContent(value, depth);
        }
    }

    private void saveContent(Object value, int depth) throws ReflectiveOperationException {
        if (value == null || depth > DEEPEST || visited.size() > MOST_OBJECTS || visited.put(value, value) != null) {
            return;
        }
        Class<?> type = value.getClass();
        if (type.isArray()) {
            if (type.getComponentType().isPrimitive() && Array.getLength(value) <= LONGEST_ARRAY) {
                saved.add(new SavedArray(value));
            }
        } else if (ProbeCopy.isJdk(type)) {
            if (isAtomic(type)) {
                saved.add(new SavedAtomic(value));
            }
        } else if (!(value instanceof ClassLoader) && !(value instanceof Thread)) {
            for (Class<?> each = type; !ProbeCopy.isJdk(each); each = each.getSuperclass()) {
                for (Field field : each.getDeclaredFields()) {
                    if (!Modifier.isStatic(field.getModifiers())) {
                        save(field, value, memory.get(field, value), depth + 1);
                    }
                }
            }
        }
    }

    private static boolean isAtomic(Class<?> type) {
        return type == AtomicInteger.class
                || type == AtomicLong.class
                || type == AtomicBoolean.class
                || type == AtomicReference.class;
    }
}
