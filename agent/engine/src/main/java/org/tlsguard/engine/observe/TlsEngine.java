package org.tlsguard.engine.observe;

import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLSession;

/**
 * What makes a kind of TLS connection: what it knows of one, given the socket or engine. One for JSSE as the JDK ships it,
 * one for whatever implements JSSE's public types otherwise.
 */
public interface TlsEngine {

    /** Whether this is one of its own sockets or engines. */
    boolean owns(Object transport);

    /** The package of its classes, ending with a dot; null for what is the JDK's. */
    String packageOf(Object transport);

    /** The host as the application dialled it, name or address; null when the engine was not told. */
    String dialledHost(Object transport);

    /** The peer's port; -1 when unknown. */
    int peerPort(Object transport);

    /** The peer's address as text; null when unknown. */
    String peerAddress(Object transport);

    /** Whether the application asked the engine for endpoint identification. */
    boolean identifiesEndpoint(Object transport);

    /** Whether this end is the client. */
    boolean isClientEnd(Object transport);

    /** The version that the handshake under way has agreed upon; null when it has not, or does not say. */
    String agreedProtocol(Object transport);

    /** Likewise the suite. */
    String agreedCipherSuite(Object transport);

    /** What implements the {@code SSLContext} that the connection was made from; null when unknown. */
    Object contextOf(Object transport);

    /** The name of a key exchange as the JDK's own trust manager knows it. */
    String authType(String given);

    /** The peer's chain as in a session, which does not count as reading it; null when there is none. */
    X509Certificate[] peerCertificates(SSLSession session);

    /**
     * The OCSP responses that the server has stapled in the handshake under way, the end entity's first (RFC 6066, 8; RFC
     * 8446, 4.4.2.1); empty when there are none or the engine does not tell.
     */
    List<byte[]> stapledResponses(Object transport);
}
