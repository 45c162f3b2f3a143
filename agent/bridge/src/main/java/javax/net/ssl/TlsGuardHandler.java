package javax.net.ssl;

import java.io.IOException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * The engine as the bridge sees it. Each method belongs to one method of {@link TlsGuardBridge}, which says when it is
 * called. None throws anything but a verdict, and those that declare no exception throw nothing.
 */
public abstract class TlsGuardHandler {

    /** Begins a trust decision; null when there is nothing to decide, as in the guard's own handshakes. */
    public abstract TlsGuardDecision trust(
            X509ExtendedTrustManager manager,
            X509Certificate[] chain,
            String authType,
            boolean server,
            Object transport);

    /**
     * Begins a trust decision of a TLS engine that is not the JDK's; null when this call is none.
     *
     * @param extended whether the manager is told of the connection
     * @param transport the socket or engine
     * @param caller the package of the class that asks
     */
    public abstract TlsGuardDecision trustElsewhere(
            X509TrustManager manager,
            X509Certificate[] chain,
            String authType,
            boolean server,
            boolean extended,
            Object transport,
            String caller);

    /**
     * Begins the trust decision of Bouncy Castle's own API; null when there is nothing to decide.
     *
     * @param authentication the application's part, which is told of the server's certificate
     * @param around what the calling method has at hand, the context of the connection among it
     */
    public abstract TlsGuardDecision authenticate(Object authentication, Object certificate, Object[] around);

    /** A handshake by Bouncy Castle's own API is complete. */
    public abstract void agreed(Object contextOrProtocol) throws SSLException;

    /** A factory of others made a certificate of these bytes. */
    public abstract void parsed(Certificate certificate, byte[] encoded);

    /** A plain trust manager answered inside JSSE's wrapper. */
    public abstract void plainManagerAnswered(X509TrustManager manager, boolean accepted);

    /** JSSE's validator accepted a chain. */
    public abstract void validated(X509Certificate[] validated, Object validator, X509Certificate[] served);

    /** The JDK's PKIX implementation accepted a path. */
    public abstract void pathValidated(Object result, Object path, Object parameters);

    /** The JDK's name checker accepted a name. */
    public abstract void nameMatched(String name, X509Certificate certificate);

    /** Begins a name decision; null when there is nothing to decide. */
    public abstract TlsGuardNameDecision name(
            HostnameVerifier verifier, String name, SSLSession session, boolean mayThrow);

    /**
     * A verifier is being asked, by whatever call.
     *
     * @param asked the session it is asked about, or the socket
     */
    public abstract void verifying(HostnameVerifier verifier, String name, Object asked);

    /** A verifier will be asked if the name does not fit. */
    public abstract void verifierInCharge(HostnameVerifier verifier);

    /** Somebody reads the peer's identity from a session. */
    public abstract void peerRead(Object session);

    /** The versions to start a handshake with. */
    public abstract List<?> activeProtocols(List<?> versions, Object connection) throws SSLException;

    /** The suites to start a handshake with. */
    public abstract List<?> activeCipherSuites(List<?> suites, Object connection) throws SSLException;

    /** A handshake is complete. */
    public abstract void handshakeFinished(Object connection) throws SSLException;

    /** A handshake of a socket or engine that may not be the JDK's is complete. */
    public abstract void connected(Object transport) throws SSLException;

    /** A connection fails. */
    public abstract String diagnostic(Object connection, Object alert, Throwable cause, String diagnostic);

    /** Application data is about to flow. */
    public abstract void applicationData(Object streamOrEngine) throws IOException;

    /** Whether what the current thread prints is to be seen by nobody. */
    public abstract boolean isMuted();

    /** A socket was put on top of another one, to talk to a server at that port. */
    public abstract void layered(Object socket, int port);

    /** Something is being set up. */
    public abstract void settingUp(String what, Object target, Object value);
}
