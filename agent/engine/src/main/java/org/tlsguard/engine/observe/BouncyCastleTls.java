package org.tlsguard.engine.observe;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/**
 * Bouncy Castle's own TLS API, today's and the old one, which is neither socket nor engine: a connection is known by the
 * object that Bouncy Castle calls its context. Read by reflection, in whatever package it is.
 */
public final class BouncyCastleTls implements TlsEngine {

    private static final String[] VERSIONS = {"SSLv3", "TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3"};

    private static final int TLS = 0x0300;

    /** The context among what a method has at hand; otherwise that which stands for the connection. */
    public Object contextAmong(Object[] around, Object otherwise) {
        for (Object each : around) {
            Object context = each == null ? null : context(each);
            if (context != null) {
                return context;
            }
        }
        return otherwise;
    }

    /** The context of a protocol, or itself; null for an object that is neither. */
    public Object context(Object contextOrProtocol) {
        try {
            contextOrProtocol.getClass().getMethod("getSecurityParameters");
            return contextOrProtocol;
        } catch (NoSuchMethodException noContext) {
            return contextOfProtocol(contextOrProtocol);
        }
    }

    private static Object contextOfProtocol(Object protocol) {
        try {
            return Authentication.fieldOf(protocol, "tlsClientContext");
        } catch (ReflectiveOperationException | RuntimeException closed) {
            return null;
        }
    }

    @Override
    public boolean owns(Object transport) {
        return !(transport instanceof SSLEngine) && !(transport instanceof SSLSocket);
    }

    @Override
    public String packageOf(Object transport) {
        return null;
    }

    /** The one name the client asked for; Bouncy Castle is told of no other. */
    @Override
    public String dialledHost(Object transport) {
        try {
            Object parameters = Authentication.call(transport, "getSecurityParametersHandshake");
            List<?> names =
                    parameters == null ? null : (List<?>) Authentication.call(parameters, "getClientServerNames");
            return names == null || names.isEmpty()
                    ? null
                    : new String((byte[]) Authentication.call(names.get(0), "getNameData"), StandardCharsets.US_ASCII);
        } catch (ReflectiveOperationException | RuntimeException olderThanThat) {
            return null;
        }
    }

    @Override
    public int peerPort(Object transport) {
        return -1;
    }

    @Override
    public String peerAddress(Object transport) {
        return null;
    }

    /** It has no such thing. */
    @Override
    public boolean identifiesEndpoint(Object transport) {
        return false;
    }

    @Override
    public boolean isClientEnd(Object transport) {
        return true;
    }

    @Override
    public String agreedProtocol(Object transport) {
        return null;
    }

    @Override
    public String agreedCipherSuite(Object transport) {
        return null;
    }

    @Override
    public Object contextOf(Object transport) {
        return null;
    }

    @Override
    public String authType(String given) {
        return OtherEngine.ANY_KEY_EXCHANGE;
    }

    @Override
    public X509Certificate[] peerCertificates(SSLSession session) {
        return null;
    }

    /** The application is told of them along with the certificate; this is not looked into. */
    @Override
    public List<byte[]> stapledResponses(Object transport) {
        return Collections.emptyList();
    }

    /** The version negotiated, by its standard name; null for one of DTLS, which has rules of its own. */
    public String version(Object context) throws ReflectiveOperationException {
        int full = (Integer) Authentication.call(Authentication.call(context, "getServerVersion"), "getFullVersion");
        int minor = full - TLS;
        return minor >= 0 && minor < VERSIONS.length ? VERSIONS[minor] : null;
    }

    /** The number of the suite negotiated. */
    public int cipherSuite(Object context) throws ReflectiveOperationException {
        return (Integer) Authentication.call(Authentication.call(context, "getSecurityParameters"), "getCipherSuite");
    }
}
