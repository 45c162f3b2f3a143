package org.tlsguard.engine.observe;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.net.InetAddress;
import java.net.Socket;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * Reads what JSSE knows of a connection and does not tell through its public types, or tells only through objects the
 * application can wrap. The members are the same on 8u261 to 25.
 */
public final class Jsse implements TlsEngine {

    private final Field transport;
    private final Field session;
    private final Field configuration;
    private final Field clientMode;
    private final Field identification;
    private final Field serverNames;
    private final Field socketContext;
    private final Field engineContext;
    private final Field outputSocket;
    private final Field inputSocket;
    private final Field clientSocket;
    private final Field peerCertificates;
    private final Field versionName;
    private final Field suiteName;
    private final Field plainManager;
    private final Field handshakeContext;
    private final Field resumption;
    private final Field negotiatedProtocol;
    private final Field negotiatedSuite;
    private final Field negotiated;
    private final Field contextImplementation;
    private final Field contextSpi;
    private final Field factoryContext;
    private final Field handshakeSession;
    private final Field stapled;
    private final Field credentials;
    private final Field possessions;
    private final Method peerHost;
    private final Method peerPort;
    private final Field addressHolder;
    private final Field originalName;
    private final Constructor<?> wrapper;
    private final Method trustedCertificates;
    private final Field validationDate;
    private final Field validatorVariant;

    /**
     * Finds the members; initialises no class.
     *
     * @throws ReflectiveOperationException when this JDK's JSSE is not built as expected
     */
    public Jsse() throws ReflectiveOperationException {
        Class<?> context = load("sun.security.ssl.TransportContext");
        Class<?> socket = load("sun.security.ssl.SSLSocketImpl");
        transport = field(context, "transport");
        session = field(context, "conSession");
        configuration = field(context, "sslConfig");
        handshakeContext = field(context, "handshakeContext");
        negotiated = field(context, "isNegotiated");
        contextImplementation = field(context, "sslContext");
        contextSpi = field(load("javax.net.ssl.SSLContext"), "contextSpi");
        factoryContext = field(load("sun.security.ssl.SSLSocketFactoryImpl"), "context");
        Class<?> handshake = load("sun.security.ssl.HandshakeContext");
        resumption = field(handshake, "isResumption");
        negotiatedProtocol = field(handshake, "negotiatedProtocol");
        handshakeSession = field(handshake, "handshakeSession");
        negotiatedSuite = field(handshake, "negotiatedCipherSuite");
        credentials = field(handshake, "handshakeCredentials");
        possessions = field(handshake, "handshakePossessions");
        Class<?> configurationClass = load("sun.security.ssl.SSLConfiguration");
        clientMode = field(configurationClass, "isClientMode");
        identification = field(configurationClass, "identificationProtocol");
        serverNames = field(configurationClass, "serverNames");
        socketContext = field(socket, "conContext");
        engineContext = field(load("sun.security.ssl.SSLEngineImpl"), "conContext");
        outputSocket = field(load("sun.security.ssl.SSLSocketImpl$AppOutputStream"), "this$0");
        inputSocket = field(load("sun.security.ssl.SSLSocketImpl$AppInputStream"), "this$0");
        Class<?> sessionClass = load("sun.security.ssl.SSLSessionImpl");
        peerCertificates = field(sessionClass, "peerCerts");
        stapled = field(sessionClass, "statusResponses");
        clientSocket = field(load("sun.net.NetworkClient"), "serverSocket");
        versionName = field(load("sun.security.ssl.ProtocolVersion"), "name");
        suiteName = field(load("sun.security.ssl.CipherSuite"), "name");
        Class<?> wrapperClass = load("sun.security.ssl.AbstractTrustManagerWrapper");
        plainManager = field(wrapperClass, "tm");
        wrapper = wrapperClass.getDeclaredConstructor(X509TrustManager.class);
        wrapper.setAccessible(true);
        Class<?> transportType = load("sun.security.ssl.SSLTransport");
        peerHost = method(transportType, "getPeerHost");
        peerPort = method(transportType, "getPeerPort");
        // Fields: to look for a method loads all types that any of them names.
        addressHolder = field(InetAddress.class, "holder");
        originalName = field(load("java.net.InetAddress$InetAddressHolder"), "originalHostName");
        Class<?> validator = load("sun.security.validator.Validator");
        trustedCertificates = method(validator, "getTrustedCertificates");
        validationDate = field(validator, "validationDate");
        validatorVariant = field(validator, "variant");
    }

    /** The socket or engine of a {@code TransportContext}. */
    public Object transport(Object context) {
        return get(transport, context);
    }

    /** The {@code TransportContext} of JSSE's own socket or engine. */
    public Object context(Object socketOrEngine) {
        return get(socketOrEngine instanceof SSLEngine ? engineContext : socketContext, socketOrEngine);
    }

    /** The connection's session, as JSSE has it. */
    public SSLSession session(Object context) {
        return (SSLSession) get(session, context);
    }

    @Override
    public boolean owns(Object transport) {
        return socketContext.getDeclaringClass().isInstance(transport)
                || engineContext.getDeclaringClass().isInstance(transport);
    }

    @Override
    public String packageOf(Object transport) {
        return null;
    }

    /** Whether this end is the client. */
    public boolean isClient(Object context) {
        return (Boolean) get(clientMode, get(configuration, context));
    }

    @Override
    public boolean isClientEnd(Object transport) {
        return isClient(context(transport));
    }

    @Override
    public boolean identifiesEndpoint(Object transport) {
        String algorithm = (String) get(identification, get(configuration, context(transport)));
        return algorithm != null && !algorithm.isEmpty();
    }

    /** Whether the handshake under way resumes a session. */
    public boolean isResumption(Object context) {
        Object handshake = get(handshakeContext, context);
        return handshake != null && (Boolean) get(resumption, handshake);
    }

    /** Whether in the handshake under way the server has chosen a version and a suite. */
    public boolean isAnswered(Object context) {
        return agreed(negotiatedSuite, context) != null;
    }

    @Override
    public String agreedProtocol(Object transport) {
        Object version = agreed(negotiatedProtocol, context(transport));
        return version == null ? null : versionName(version);
    }

    @Override
    public String agreedCipherSuite(Object transport) {
        Object suite = agreed(negotiatedSuite, context(transport));
        return suite == null ? null : suiteName(suite);
    }

    private Object agreed(Field what, Object context) {
        Object handshake = get(handshakeContext, context);
        return handshake == null ? null : get(what, handshake);
    }

    /** Whether a handshake has been completed on this connection. */
    public boolean isNegotiated(Object context) {
        return (Boolean) get(negotiated, context);
    }

    @Override
    public Object contextOf(Object transport) {
        return get(contextImplementation, context(transport));
    }

    @Override
    public String authType(String given) {
        return given;
    }

    /** What implements a context, or the context behind JSSE's own socket factory; null for a factory of others. */
    public Object implementationOf(Object contextOrFactory) {
        if (contextOrFactory instanceof SSLContext) {
            return get(contextSpi, contextOrFactory);
        }
        return factoryContext.getDeclaringClass().isInstance(contextOrFactory)
                ? get(factoryContext, contextOrFactory)
                : null;
    }

    /** The ephemeral public keys of both ends in the handshake under way; empty for a key exchange that has none. */
    public List<PublicKey> exchangeKeys(Object context) {
        List<PublicKey> keys = new ArrayList<>();
        Object handshake = get(handshakeContext, context);
        if (handshake != null) {
            addKeys(keys, (Collection<?>) get(credentials, handshake));
            addKeys(keys, (Collection<?>) get(possessions, handshake));
        }
        return keys;
    }

    private static void addKeys(List<PublicKey> keys, Collection<?> holders) {
        for (Object holder : holders) {
            String type = holder.getClass().getSimpleName();
            // Not the certificates and long-term keys, which lie in the same lists.
            if (!type.contains("DHE") && !type.contains("XDH") && !type.contains("NamedGroup")) {
                continue;
            }
            for (Class<?> each = holder.getClass(); each != null; each = each.getSuperclass()) {
                for (Field field : each.getDeclaredFields()) {
                    if (PublicKey.class.isAssignableFrom(field.getType())) {
                        field.setAccessible(true);
                        Object key = get(field, holder);
                        if (key != null) {
                            keys.add((PublicKey) key);
                        }
                    }
                }
            }
        }
    }

    /** The socket whose application stream this is, or which the JDK's HTTPS client uses; an engine is its own. */
    public Object transportOf(Object streamOrEngine) {
        if (streamOrEngine instanceof SSLEngine) {
            return streamOrEngine;
        }
        if (clientSocket.getDeclaringClass().isInstance(streamOrEngine)) {
            return get(clientSocket, streamOrEngine);
        }
        return get(streamOrEngine instanceof java.io.OutputStream ? outputSocket : inputSocket, streamOrEngine);
    }

    @Override
    public X509Certificate[] peerCertificates(SSLSession own) {
        return peerCertificates.getDeclaringClass().isInstance(own)
                ? (X509Certificate[]) get(peerCertificates, own)
                : null;
    }

    @Override
    @SuppressWarnings("unchecked")
    public List<byte[]> stapledResponses(Object transport) {
        Object handshake = get(handshakeContext, context(transport));
        Object session = handshake == null ? null : get(handshakeSession, handshake);
        List<byte[]> responses = session == null ? null : (List<byte[]>) get(stapled, session);
        return responses == null ? Collections.<byte[]>emptyList() : responses;
    }

    /** Whether this is a session of JSSE itself, not an application's view of one. */
    public boolean isOwn(SSLSession candidate) {
        return peerCertificates.getDeclaringClass().isInstance(candidate);
    }

    /** The standard name of an element of the active protocols. */
    public String versionName(Object version) {
        return (String) get(versionName, version);
    }

    /** The standard name of an element of the active cipher suites. */
    public String suiteName(Object suite) {
        return (String) get(suiteName, suite);
    }

    /**
     * The host as the application dialled it, name or address; null when JSSE was not told. Where JSSE was told the address
     * of a socket that had been connected by name, as drivers do that upgrade an open socket, it is the name; where it was
     * told no host, the server name that the application asks for.
     */
    @Override
    public String dialledHost(Object socketOrEngine) {
        String told = toldHost(socketOrEngine);
        if (told == null) {
            return requestedName(socketOrEngine);
        }
        String name = nameBehind(told, socketOrEngine);
        return name == null ? told : name;
    }

    /**
     * The server name (RFC 6066) for which the application asks, which may be another than the host dialled: endpoint
     * identification compares with both.
     *
     * @return null when it asks for none
     */
    public String requestedName(Object socketOrEngine) {
        Collection<?> names = (Collection<?>) get(serverNames, get(configuration, context(socketOrEngine)));
        for (Object each : names) {
            if (each instanceof SNIHostName) {
                return ((SNIHostName) each).getAsciiName();
            }
        }
        return null;
    }

    /** The address that JSSE was told where the application had dialled a name; null when it was told what was dialled. */
    public String toldAddress(Object socketOrEngine) {
        String told = toldHost(socketOrEngine);
        return told == null || nameBehind(told, socketOrEngine) == null ? null : told;
    }

    /**
     * The name that the socket was connected by, where that host is no more than its address. Not a name that was looked up
     * for the address afterwards: whoever owns the address decides that one.
     */
    private String nameBehind(String told, Object socketOrEngine) {
        if (!told.equals(peerAddress(socketOrEngine))) {
            return null;
        }
        String name = (String) get(originalName, get(addressHolder, ((Socket) socketOrEngine).getInetAddress()));
        return name == null || name.isEmpty() || name.equals(told) ? null : name;
    }

    private String toldHost(Object socketOrEngine) {
        String host = (String) invoke(peerHost, socketOrEngine);
        if (host == null || host.isEmpty()) {
            return null;
        }
        // An IPv6 literal comes as it stood in the URL.
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    @Override
    public int peerPort(Object socketOrEngine) {
        int port = (Integer) invoke(peerPort, socketOrEngine);
        if (port <= 0 && socketOrEngine instanceof Socket) {
            port = ((Socket) socketOrEngine).getPort();
        }
        return port > 0 ? port : -1;
    }

    @Override
    public String peerAddress(Object socketOrEngine) {
        if (!(socketOrEngine instanceof Socket)) {
            return null;
        }
        InetAddress address = ((Socket) socketOrEngine).getInetAddress();
        return address == null ? null : address.getHostAddress();
    }

    /** The application's manager inside JSSE's wrapper for a plain one; the manager itself when it is not wrapped. */
    public X509TrustManager unwrapped(X509TrustManager manager) {
        return plainManager.getDeclaringClass().isInstance(manager)
                ? (X509TrustManager) get(plainManager, manager)
                : manager;
    }

    /** Wraps a manager as JSSE does: an extended one is left as it is. */
    public X509ExtendedTrustManager wrapped(X509TrustManager manager) {
        if (manager instanceof X509ExtendedTrustManager) {
            return (X509ExtendedTrustManager) manager;
        }
        try {
            return (X509ExtendedTrustManager) wrapper.newInstance(manager);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The certificates a validator trusts. */
    public Collection<?> trustedCertificates(Object validator) {
        return (Collection<?>) invoke(trustedCertificates, validator);
    }

    /** Whether a validator checks the validity period against a date of somebody's choosing. */
    public boolean hasOwnDate(Object validator) {
        return get(validationDate, validator) != null;
    }

    /** What a validator checks chains for: {@code "tls server"} or {@code "tls client"} among others. */
    public String variant(Object validator) {
        return (String) get(validatorVariant, validator);
    }

    /** The standard name of a suite by its number; null when this JDK knows none. */
    public String suiteNameOf(int number) throws ReflectiveOperationException {
        Method nameOf = suiteName.getDeclaringClass().getDeclaredMethod("nameOf", int.class);
        nameOf.setAccessible(true);
        String name = (String) nameOf.invoke(null, number);
        return name.indexOf('_') < 0 ? null : name;
    }

    private static Class<?> load(String name) throws ClassNotFoundException {
        return Class.forName(name, false, null);
    }

    private static Field field(Class<?> owner, String name) throws NoSuchFieldException {
        Field field = owner.getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }

    private static Method method(Class<?> owner, String name) throws NoSuchMethodException {
        Method method = owner.getDeclaredMethod(name);
        method.setAccessible(true);
        return method;
    }

    private static Object get(Field field, Object target) {
        try {
            return field.get(target);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Object invoke(Method method, Object target) {
        try {
            return method.invoke(target);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
