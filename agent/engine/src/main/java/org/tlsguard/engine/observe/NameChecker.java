package org.tlsguard.engine.observe;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;

/** The name check of this JVM's HTTPS, {@code sun.security.util.HostnameChecker}. */
public final class NameChecker {

    private static final byte TLS = 1;

    private final Method match;
    private final Method getInstance;

    /**
     * Finds it; initialises nothing.
     *
     * @throws ReflectiveOperationException when this JDK has none
     */
    public NameChecker() throws ReflectiveOperationException {
        Class<?> checker = Class.forName("sun.security.util.HostnameChecker", false, null);
        match = checker.getMethod("match", String.class, X509Certificate.class, boolean.class);
        match.setAccessible(true);
        getInstance = checker.getMethod("getInstance", byte.class);
        getInstance.setAccessible(true);
    }

    /** Whether the check of HTTPS takes the certificate for this host. */
    public boolean matches(String host, X509Certificate endEntity) {
        ThreadState thread = ThreadState.current();
        thread.own++;
        try {
            match.invoke(getInstance.invoke(null, TLS), host, endEntity, false);
            return true;
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof CertificateException || thrown.getCause() instanceof RuntimeException) {
                return false;
            }
            throw new IllegalStateException(thrown.getCause());
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            thread.own--;
        }
    }
}
