package org.tlsguard.engine.record;

import java.lang.reflect.Field;
import java.security.AccessController;
import java.security.PrivilegedAction;

/**
 * Makes the guard's threads. They are made whenever the application first gives cause to, on a thread of its own, and keep
 * nothing of that one: no thread group, no context loader, no inherited thread-locals, and no protection domains, of which
 * a thread keeps those on the stack that made it. An application that is dropped could not be collected otherwise.
 */
public final class OwnThread {

    private OwnThread() {}

    /** A thread that has not been started. */
    public static Thread of(String name, Runnable work) {
        return AccessController.doPrivileged(new PrivilegedAction<Thread>() {
            @Override
            public Thread run() {
                Thread thread = make(name, work);
                thread.setContextClassLoader(null);
                return thread;
            }
        });
    }

    private static Thread make(String name, Runnable work) {
        ThreadGroup root = Thread.currentThread().getThreadGroup();
        while (root.getParent() != null) {
            root = root.getParent();
        }
        try {
            return Thread.class
                    .getConstructor(ThreadGroup.class, Runnable.class, String.class, long.class, boolean.class)
                    .newInstance(root, work, name, 0L, false);
        } catch (ReflectiveOperationException java8) {
            Thread thread = new Thread(root, work, name);
            try {
                Field inherited = Thread.class.getDeclaredField("inheritableThreadLocals");
                inherited.setAccessible(true);
                inherited.set(thread, null);
            } catch (ReflectiveOperationException otherVm) {
                return thread;
            }
            return thread;
        }
    }
}
