package org.tlsguard.engine.observe;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.InetAddress;
import java.net.Socket;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * An engine that is not the JDK's but implements JSSE's public types, which are all that is asked here: whatever its name
 * and wherever it is shaded. Only ever asked about the engine's own objects, on a thread on which it shakes hands.
 */
public final class OtherEngine implements TlsEngine {

    /** The suite of a session in which nothing has been agreed upon. */
    private static final String NOTHING = "SSL_NULL_WITH_NULL_NULL";

    /** What the JDK's trust manager takes for the name of a key exchange: a server's certificate must be fit for it. */
    private static final Set<String> KEY_EXCHANGES = new HashSet<>(Arrays.asList(
            "RSA", "DH_RSA", "DH_DSS", "DHE_RSA", "DHE_DSS", "ECDH_RSA", "ECDH_ECDSA", "ECDHE_RSA", "ECDHE_ECDSA"));

    static final String ANY_KEY_EXCHANGE = "UNKNOWN";

    @Override
    public boolean owns(Object transport) {
        return !isJdk(transport.getClass()) && (transport instanceof SSLEngine || transport instanceof SSLSocket);
    }

    @Override
    public String packageOf(Object transport) {
        return packageOf(transport.getClass());
    }

    @Override
    public String dialledHost(Object transport) {
        String host = transport instanceof SSLEngine ? ((SSLEngine) transport).getPeerHost() : null;
        if (host == null) {
            SSLSession session = session(transport);
            host = session == null ? null : session.getPeerHost();
        }
        return asDialled(host);
    }

    private static String asDialled(String host) {
        if (host == null || host.isEmpty()) {
            return null;
        }
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    /** The host as the application dialled it, of a connection that is complete; null when the engine was not told. */
    public String dialledHost(SSLSession negotiated) {
        return asDialled(negotiated.getPeerHost());
    }

    /** The session under negotiation, or an engine's: a socket that is asked for the one negotiated would shake hands. */
    private static SSLSession session(Object transport) {
        try {
            SSLSession handshaking = transport instanceof SSLEngine
                    ? ((SSLEngine) transport).getHandshakeSession()
                    : ((SSLSocket) transport).getHandshakeSession();
            if (handshaking != null) {
                return handshaking;
            }
        } catch (UnsupportedOperationException olderThanJava7) {
            return null;
        }
        return transport instanceof SSLEngine ? ((SSLEngine) transport).getSession() : null;
    }

    /** What was negotiated on a connection that is complete. */
    public SSLSession negotiated(Object transport) {
        return transport instanceof SSLEngine
                ? ((SSLEngine) transport).getSession()
                : ((SSLSocket) transport).getSession();
    }

    @Override
    public String agreedProtocol(Object transport) {
        SSLSession session = session(transport);
        return isAgreed(session) ? session.getProtocol() : null;
    }

    @Override
    public String agreedCipherSuite(Object transport) {
        SSLSession session = session(transport);
        return isAgreed(session) ? session.getCipherSuite() : null;
    }

    private static boolean isAgreed(SSLSession session) {
        return session != null && session.getCipherSuite() != null && !NOTHING.equals(session.getCipherSuite());
    }

    @Override
    public int peerPort(Object transport) {
        int port = transport instanceof Socket ? ((Socket) transport).getPort() : ((SSLEngine) transport).getPeerPort();
        return port > 0 ? port : -1;
    }

    @Override
    public String peerAddress(Object transport) {
        InetAddress address = transport instanceof Socket ? ((Socket) transport).getInetAddress() : null;
        return address == null ? null : address.getHostAddress();
    }

    @Override
    public boolean identifiesEndpoint(Object transport) {
        SSLParameters parameters = transport instanceof SSLEngine
                ? ((SSLEngine) transport).getSSLParameters()
                : ((SSLSocket) transport).getSSLParameters();
        String algorithm = parameters == null ? null : parameters.getEndpointIdentificationAlgorithm();
        return algorithm != null && !algorithm.isEmpty();
    }

    @Override
    public boolean isClientEnd(Object transport) {
        return transport instanceof SSLEngine
                ? ((SSLEngine) transport).getUseClientMode()
                : ((SSLSocket) transport).getUseClientMode();
    }

    @Override
    public Object contextOf(Object transport) {
        return null;
    }

    @Override
    public String authType(String given) {
        return KEY_EXCHANGES.contains(given) ? given : ANY_KEY_EXCHANGE;
    }

    @Override
    public X509Certificate[] peerCertificates(SSLSession session) {
        Certificate[] peer;
        try {
            peer = session.getPeerCertificates();
        } catch (SSLPeerUnverifiedException nobody) {
            return null;
        }
        if (peer == null) {
            return null;
        }
        X509Certificate[] chain = new X509Certificate[peer.length];
        for (int i = 0; i < chain.length; i++) {
            if (!(peer[i] instanceof X509Certificate)) {
                return null;
            }
            chain[i] = (X509Certificate) peer[i];
        }
        return chain;
    }

    /** The engine below a socket that is made of one; otherwise the transport itself. */
    public Object core(Object transport) {
        Object below = transport instanceof SSLSocket ? valueOf(SSLEngine.class, false, transport) : null;
        return below == null ? transport : below;
    }

    /** Whether this socket or engine wraps another one. */
    public boolean isView(Object transport) {
        Object below = valueOf(transport instanceof SSLEngine ? SSLEngine.class : SSLSocket.class, false, transport);
        return below != null && below != transport;
    }

    /** The socket whose application stream this is; an engine is its own; null when the stream knows none. */
    public Object transportOf(Object streamOrEngine) {
        return streamOrEngine instanceof SSLEngine ? streamOrEngine : valueOf(SSLSocket.class, false, streamOrEngine);
    }

    /** Whether code of this package is part of the engine behind the transport. */
    public boolean isPartOf(String packageName, Object transport) {
        for (Class<?> each = transport.getClass(); !isJdk(each); each = each.getSuperclass()) {
            if (packageOf(each).equals(packageName)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a manager of this package hands each question on to another, which is the one to look at. */
    public boolean handsOn(X509TrustManager manager, String packageName) {
        if (!packageOf(manager.getClass()).equals(packageName)) {
            return false;
        }
        for (Class<?> type : new Class<?>[] {X509TrustManager.class, X509ExtendedTrustManager.class}) {
            Object next = valueOf(type, true, manager);
            // One that holds a view of itself decides itself.
            if (next != null && valueOf(X509TrustManager.class, false, next) != manager) {
                return true;
            }
        }
        return false;
    }

    private static String packageOf(Class<?> type) {
        String name = type.getName();
        return name.substring(0, name.lastIndexOf('.') + 1);
    }

    /** By {@code ExtendedSSLSession.getStatusResponses}, which Java 8 does not have. */
    @Override
    @SuppressWarnings("unchecked")
    public List<byte[]> stapledResponses(Object transport) {
        try {
            SSLSession session = session(transport);
            Object responses = session instanceof ExtendedSSLSession
                    ? ExtendedSSLSession.class.getMethod("getStatusResponses").invoke(session)
                    : null;
            return responses == null ? Collections.<byte[]>emptyList() : (List<byte[]>) responses;
        } catch (ReflectiveOperationException untold) {
            return Collections.emptyList();
        }
    }

    /** What is in the first field of this type, or of this very type, that holds something. */
    private static Object valueOf(Class<?> type, boolean exactly, Object holder) {
        for (Class<?> each = holder.getClass(); each != null && !isJdk(each); each = each.getSuperclass()) {
            for (Field field : each.getDeclaredFields()) {
                boolean fits = exactly ? field.getType() == type : type.isAssignableFrom(field.getType());
                Object value = fits && !Modifier.isStatic(field.getModifiers()) ? read(field, holder) : null;
                if (value != null) {
                    return value;
                }
            }
        }
        return null;
    }

    /** What a field holds; null also in a module that does not open its packages. */
    public static Object read(Field field, Object holder) {
        try {
            field.setAccessible(true);
            return field.get(holder);
        } catch (IllegalAccessException | RuntimeException closed) {
            return null;
        }
    }

    static boolean isJdk(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        return loader == null || loader == OtherEngine.class.getClassLoader().getParent();
    }
}
