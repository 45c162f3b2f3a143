package org.tlsguard.scan;

/** What the JDK that this runs on tells of its own classes. None of the scanned ones is ever loaded. */
final class Jdk {

    private Jdk() {}

    /** Whether a class belongs to the JDK, by its name. */
    static boolean has(String name) {
        return name.startsWith("java/")
                || name.startsWith("javax/net/")
                || name.startsWith("javax/security/")
                || name.startsWith("javax/naming/")
                || name.startsWith("javax/crypto/")
                || name.startsWith("javax/management/")
                || name.startsWith("sun/")
                || name.startsWith("com/sun/net/");
    }

    /** Whether a class of the JDK is another, or one of those below it; false where one is unknown here. */
    static boolean isA(String name, String ancestor) {
        if (!has(name) || !has(ancestor)) {
            return false;
        }
        try {
            return load(ancestor).isAssignableFrom(load(name));
        } catch (ClassNotFoundException | LinkageError unknownHere) {
            return false;
        }
    }

    private static Class<?> load(String name) throws ClassNotFoundException {
        return Class.forName(name.replace('/', '.'), false, ClassLoader.getSystemClassLoader());
    }
}
