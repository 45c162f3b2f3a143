package org.tlsguard.engine.observe;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.TlsGuardBridge;
import javax.net.ssl.X509TrustManager;

/**
 * An application's {@code TlsAuthentication}, of Bouncy Castle's own API, as the trust manager that it is in all but name:
 * told of a certificate, it throws or does not. In today's API ({@code org.bouncycastle.tls}) it is told by an interface,
 * behind which are certificates that the engine's crypto made; in the old one ({@code crypto.tls}) by a list of them.
 */
public final class Authentication implements X509TrustManager {

    private final Object authentication;
    private final Object certificate;
    private X509Certificate[] served;

    /**
     * @param authentication the application's part
     * @param certificate what it is told of
     */
    public Authentication(Object authentication, Object certificate) {
        this.authentication = authentication;
        this.certificate = certificate;
    }

    /** The application's own object. */
    public Object code() {
        return authentication;
    }

    /** Whether it is a part of Bouncy Castle's JSSE provider, which goes on to ask a trust manager. */
    public boolean isOfProvider() {
        return authentication.getClass().getName().contains(".jsse.provider.");
    }

    /**
     * The peer's certificates, the end entity first; empty when there are none.
     *
     * @throws ReflectiveOperationException when the API is not built as expected
     */
    public byte[][] encoded() throws ReflectiveOperationException {
        Object list = list();
        int length = (Integer) call(list, "getLength");
        byte[][] encoded = new byte[length][];
        for (int i = 0; i < length; i++) {
            encoded[i] = (byte[]) call(at(list, i), "getEncoded");
        }
        return encoded;
    }

    /** Says that this is the peer's chain: asked about that array, the application is shown the engine's own object. */
    public void setServed(X509Certificate[] chain) {
        served = chain;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        try {
            TlsGuardBridge.notify(authentication, chain == served ? certificate : shown(chain));
        } catch (ReflectiveOperationException unlikeAnyKnown) {
            throw new IllegalStateException(unlikeAnyKnown);
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("a server is told of by another API");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }

    /** What an application would be told of if the peer had sent this chain. */
    private Object shown(X509Certificate[] chain) throws ReflectiveOperationException, CertificateException {
        Object list = list();
        Object original = at(list, 0);
        Class<?> element =
                list.getClass().getMethod("getCertificateAt", int.class).getReturnType();
        Object elements = Array.newInstance(element, chain.length);
        for (int i = 0; i < chain.length; i++) {
            Array.set(elements, i, made(original, element, chain[i].getEncoded()));
        }
        Constructor<?> constructor = list.getClass().getConstructor(elements.getClass());
        Object forged = constructor.newInstance(elements);
        return list == certificate ? forged : telling(forged);
    }

    /** The engine's certificate of these bytes. */
    private static Object made(Object original, Class<?> element, byte[] encoded) throws ReflectiveOperationException {
        Object crypto = fieldOf(original, "crypto");
        return crypto == null
                ? element.getMethod("getInstance", Object.class).invoke(null, (Object) encoded)
                : invoke(crypto.getClass().getMethod("createCertificate", byte[].class), crypto, (Object) encoded);
    }

    /** As the engine's own, but for the certificates. */
    private Object telling(Object list) {
        return Proxy.newProxyInstance(
                certificate.getClass().getClassLoader(),
                certificate.getClass().getInterfaces(),
                new InvocationHandler() {
                    @Override
                    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
                        return method.getName().equals("getCertificate")
                                ? list
                                : Authentication.invoke(method, certificate, arguments);
                    }
                });
    }

    private Object list() throws ReflectiveOperationException {
        try {
            return call(certificate, "getCertificate");
        } catch (NoSuchMethodException old) {
            return certificate;
        }
    }

    private static Object at(Object list, int index) throws ReflectiveOperationException {
        return invoke(list.getClass().getMethod("getCertificateAt", int.class), list, index);
    }

    static Object call(Object target, String method) throws ReflectiveOperationException {
        return invoke(target.getClass().getMethod(method), target);
    }

    private static Object invoke(Method method, Object target, Object... arguments)
            throws ReflectiveOperationException {
        method.setAccessible(true);
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof RuntimeException) {
                throw (RuntimeException) thrown.getCause();
            }
            throw thrown;
        }
    }

    static Object fieldOf(Object holder, String name) throws ReflectiveOperationException {
        for (Class<?> each = holder.getClass(); each != null; each = each.getSuperclass()) {
            for (Field field : each.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    field.setAccessible(true);
                    return field.get(holder);
                }
            }
        }
        return null;
    }
}
