package javax.net.ssl;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.security.AccessController;
import java.security.PrivilegedAction;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * What woven code calls: static methods with the arguments of the call they stand in for, and JDK types only.
 *
 * <p>The class is defined into the JDK's own package because that is the one place which every loader that can see JSSE
 * can see too: JSSE itself, an OSGi bundle, a JBoss module. It decides nothing. It forwards to the {@link TlsGuardHandler}
 * that the engine attaches, starts the engine when the first call arrives, and keeps the two kinds of failure apart: a
 * fault of the guard never reaches an application in audit mode and refuses the connection in enforce mode; a verdict is
 * thrown as it is.
 */
public final class TlsGuardBridge {

    /** The set-up without which nothing is connected that brings trust managers of its own. */
    private static final String CONTEXT = "SSLContext.init";

    private static final String UNSTARTED = "tlsguard: the guard could not be started in this JVM, and a peer that it"
            + " cannot judge is refused in enforce mode";

    /** By which of its methods a trust manager is asked: told of no connection, of a socket, of an engine. */
    private static final int BY_NOTHING = 0;

    private static final int BY_SOCKET = 1;
    private static final int BY_ENGINE = 2;

    /** The engine, or null until the first call has started it, and for good when it could not be started. */
    private static volatile TlsGuardHandler handler;

    /** Starts the engine, which then attaches itself; null once it has run. Guarded by the class. */
    private static Runnable starter;

    /** Who is starting the engine: what that thread does meanwhile is the engine's own doing and not looked at. */
    private static volatile Thread starting;

    /** Whether a trust decision is refused when there is no engine to make it. */
    private static volatile boolean failClosed;

    /**
     * How many connections wait for their first application data because nobody has verified the peer's name yet. Zero
     * nearly always, and then this read is all that the guard costs per record.
     */
    private static volatile int watched;

    /** How many threads ask a copy of the application's code, whose output is nobody's. Guarded by the class to write. */
    private static volatile int muted;

    private TlsGuardBridge() {}

    /**
     * Prepares the lazy start.
     *
     * @param engineStarter called once, on the thread of the first hook that fires; must call {@link #attach}
     * @param enforcing whether a decision without an engine is a refusal
     */
    public static synchronized void install(Runnable engineStarter, boolean enforcing) {
        if (starter != null || handler != null) {
            throw new IllegalStateException("installed already");
        }
        starter = engineStarter;
        failClosed = enforcing;
    }

    /** Says whether a decision without an engine is a refusal, once that is known better. */
    public static void failClosed(boolean enforcing) {
        failClosed = enforcing;
    }

    /** Connects the engine; only the starter may, and once: application code can see this class too. */
    public static void attach(TlsGuardHandler engine) {
        if (starting != Thread.currentThread() || handler != null) {
            throw new IllegalStateException("only the guard's own start attaches an engine");
        }
        handler = engine;
    }

    /** Says how many connections wait for their first application data. */
    public static void watch(int connections) {
        watched = connections;
    }

    /** Says that one more thread, or one less, asks a copy. */
    public static synchronized void mute(int more) {
        muted += more;
    }

    private static TlsGuardHandler handler() {
        TlsGuardHandler current = handler;
        return current != null ? current : start();
    }

    private static TlsGuardHandler start() {
        if (starting == Thread.currentThread()) {
            return null;
        }
        synchronized (TlsGuardBridge.class) {
            if (handler == null && starter != null) {
                Runnable run = starter;
                starting = Thread.currentThread();
                try {
                    // With the agent's rights, whoever is on the stack under a security manager.
                    AccessController.doPrivileged(new PrivilegedAction<Void>() {
                        @Override
                        public Void run() {
                            run.run();
                            return null;
                        }
                    });
                    starter = null;
                } catch (StackOverflowError | OutOfMemoryError passing) {
                    // Tried again at the next call; until then a decision fails closed in enforce mode.
                    return null;
                } catch (Throwable fault) {
                    // The starter has said why. A decision fails closed from now on in enforce mode.
                    starter = null;
                    return null;
                } finally {
                    starting = null;
                }
            }
            return handler;
        }
    }

    /** Whether a decision that no engine makes is a refusal on this thread. */
    private static boolean isToBeRefused() {
        return failClosed && starting != Thread.currentThread();
    }

    // ---- the trust decision ------------------------------------------------------------------------------------

    /** Stands in for {@link X509ExtendedTrustManager#checkServerTrusted(X509Certificate[], String, Socket)} in JSSE. */
    public static void checkServerTrusted(
            X509ExtendedTrustManager manager, X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        decide(begin(manager, chain, authType, true, socket), manager, chain, authType, true, BY_SOCKET, socket);
    }

    /** Stands in for {@link X509ExtendedTrustManager#checkServerTrusted(X509Certificate[], String, SSLEngine)} in JSSE. */
    public static void checkServerTrusted(
            X509ExtendedTrustManager manager, X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        decide(begin(manager, chain, authType, true, engine), manager, chain, authType, true, BY_ENGINE, engine);
    }

    /** Stands in for {@link X509ExtendedTrustManager#checkClientTrusted(X509Certificate[], String, Socket)} in JSSE. */
    public static void checkClientTrusted(
            X509ExtendedTrustManager manager, X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        decide(begin(manager, chain, authType, false, socket), manager, chain, authType, false, BY_SOCKET, socket);
    }

    /** Stands in for {@link X509ExtendedTrustManager#checkClientTrusted(X509Certificate[], String, SSLEngine)} in JSSE. */
    public static void checkClientTrusted(
            X509ExtendedTrustManager manager, X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        decide(begin(manager, chain, authType, false, engine), manager, chain, authType, false, BY_ENGINE, engine);
    }

    /**
     * Asks the manager, and again whatever the decision wants to know. The manager is asked about the peer's chain and
     * about every other one from the same line, so that it cannot tell a probe from the real question by its caller.
     *
     * @param decision null where there is nothing to decide
     * @param overload by which of its methods the manager is asked, and so what it is told of the connection
     * @param connection the socket or engine that it is told of; null is passed on as well
     */
    private static void decide(
            TlsGuardDecision decision,
            X509TrustManager manager,
            X509Certificate[] chain,
            String authType,
            boolean server,
            int overload,
            Object connection)
            throws CertificateException {
        try {
            do {
                Throwable refusal = null;
                try {
                    ask(
                            decision == null ? manager : decision.manager(),
                            decision == null ? chain : decision.chain(),
                            authType,
                            server,
                            overload,
                            connection);
                } catch (Throwable thrown) {
                    refusal = thrown;
                }
                if (decision == null) {
                    rethrow(refusal);
                    return;
                }
                decision.answered(refusal);
            } while (decision.again());
        } finally {
            if (decision != null) {
                decision.close();
            }
        }
        rethrow(decision.conclusion());
    }

    private static void ask(
            X509TrustManager manager,
            X509Certificate[] chain,
            String authType,
            boolean server,
            int overload,
            Object connection)
            throws CertificateException {
        if (overload == BY_NOTHING) {
            if (server) {
                manager.checkServerTrusted(chain, authType);
            } else {
                manager.checkClientTrusted(chain, authType);
            }
        } else if (!(manager instanceof X509ExtendedTrustManager)) {
            askByName(manager, chain, authType, server, overload, connection);
        } else if (overload == BY_ENGINE) {
            X509ExtendedTrustManager extended = (X509ExtendedTrustManager) manager;
            if (server) {
                extended.checkServerTrusted(chain, authType, (SSLEngine) connection);
            } else {
                extended.checkClientTrusted(chain, authType, (SSLEngine) connection);
            }
        } else {
            X509ExtendedTrustManager extended = (X509ExtendedTrustManager) manager;
            if (server) {
                extended.checkServerTrusted(chain, authType, (Socket) connection);
            } else {
                extended.checkClientTrusted(chain, authType, (Socket) connection);
            }
        }
    }

    /** Asks a manager that is told of the connection, but by a type of its engine's: JSSE's came with Java 7. */
    private static void askByName(
            Object manager, X509Certificate[] chain, String authType, boolean server, int overload, Object connection)
            throws CertificateException {
        try {
            Method check = declared(
                    manager.getClass(),
                    server ? "checkServerTrusted" : "checkClientTrusted",
                    X509Certificate[].class,
                    String.class,
                    overload == BY_ENGINE ? SSLEngine.class : Socket.class);
            check.setAccessible(true);
            check.invoke(manager, chain, authType, connection);
        } catch (InvocationTargetException thrown) {
            rethrow(thrown.getCause());
        } catch (ReflectiveOperationException unlinkable) {
            throw new IllegalStateException(unlinkable);
        }
    }

    /** The method as a call finds it, which need not be public. */
    private static Method declared(Class<?> type, String name, Class<?>... parameters) throws NoSuchMethodException {
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            try {
                return each.getDeclaredMethod(name, parameters);
            } catch (NoSuchMethodException inherited) {
                continue;
            }
        }
        return type.getMethod(name, parameters);
    }

    private static TlsGuardDecision begin(
            X509ExtendedTrustManager manager,
            X509Certificate[] chain,
            String authType,
            boolean server,
            Object transport)
            throws CertificateException {
        TlsGuardHandler engine = handlerOrRefusal();
        return engine == null ? null : engine.trust(manager, chain, authType, server, transport);
    }

    /** Null where nobody decides, and where that is to be suffered. */
    private static TlsGuardHandler handlerOrRefusal() throws CertificateException {
        TlsGuardHandler engine = handler();
        if (engine == null && isToBeRefused()) {
            throw new CertificateException(UNSTARTED);
        }
        return engine;
    }

    // ---- the trust decision of other engines

    /**
     * Stands in for {@link X509TrustManager#checkServerTrusted} wherever else a class calls it.
     *
     * @param caller the package of that class
     * @param around what the calling method has at hand, the socket or engine perhaps
     */
    public static void checkServerTrusted(
            X509TrustManager manager, X509Certificate[] chain, String authType, String caller, Object[] around)
            throws CertificateException {
        decideElsewhere(manager, chain, authType, true, BY_NOTHING, transport(around), caller);
    }

    /** As above, where the manager, of whatever type, is told of the socket. */
    public static void checkServerTrusted(
            Object manager, X509Certificate[] chain, String authType, Socket socket, String caller)
            throws CertificateException {
        decideElsewhere(manager, chain, authType, true, BY_SOCKET, socket, caller);
    }

    /** As above, where the manager is told of the engine. */
    public static void checkServerTrusted(
            Object manager, X509Certificate[] chain, String authType, SSLEngine engine, String caller)
            throws CertificateException {
        decideElsewhere(manager, chain, authType, true, BY_ENGINE, engine, caller);
    }

    /**
     * Stands in for {@link X509TrustManager#checkClientTrusted} wherever else a class calls it.
     *
     * @param caller the package of that class
     * @param around what the calling method has at hand, the socket or engine perhaps
     */
    public static void checkClientTrusted(
            X509TrustManager manager, X509Certificate[] chain, String authType, String caller, Object[] around)
            throws CertificateException {
        decideElsewhere(manager, chain, authType, false, BY_NOTHING, transport(around), caller);
    }

    /** As above, where the manager, of whatever type, is told of the socket. */
    public static void checkClientTrusted(
            Object manager, X509Certificate[] chain, String authType, Socket socket, String caller)
            throws CertificateException {
        decideElsewhere(manager, chain, authType, false, BY_SOCKET, socket, caller);
    }

    /** As above, where the manager is told of the engine. */
    public static void checkClientTrusted(
            Object manager, X509Certificate[] chain, String authType, SSLEngine engine, String caller)
            throws CertificateException {
        decideElsewhere(manager, chain, authType, false, BY_ENGINE, engine, caller);
    }

    private static void decideElsewhere(
            Object manager,
            X509Certificate[] chain,
            String authType,
            boolean server,
            int overload,
            Object connection,
            String caller)
            throws CertificateException {
        if (!(manager instanceof X509TrustManager)) {
            askByName(manager, chain, authType, server, overload, connection);
            return;
        }
        X509TrustManager asked = (X509TrustManager) manager;
        TlsGuardHandler engine =
                connection instanceof SSLEngine || connection instanceof SSLSocket ? handlerOrRefusal() : null;
        TlsGuardDecision decision = engine == null
                ? null
                : engine.trustElsewhere(asked, chain, authType, server, overload != BY_NOTHING, connection, caller);
        decide(decision, asked, chain, authType, server, overload, connection);
    }

    private static Object transport(Object[] around) {
        for (Object each : around) {
            if (each instanceof SSLEngine || each instanceof SSLSocket) {
                return each;
            }
        }
        return null;
    }

    // ---- Bouncy Castle's own API

    /**
     * Stands in for {@code TlsAuthentication.notifyServerCertificate}, whose types are Bouncy Castle's.
     *
     * @param caller the package of the class that calls it
     * @param around what the calling method has at hand
     */
    public static void notifyServerCertificate(
            Object authentication, Object certificate, String caller, Object[] around) throws IOException {
        TlsGuardHandler engine = handler();
        if (engine == null && isToBeRefused()) {
            throw new SSLHandshakeException(UNSTARTED);
        }
        TlsGuardDecision decision = engine == null ? null : engine.authenticate(authentication, certificate, around);
        if (decision == null) {
            notify(authentication, certificate);
            return;
        }
        try {
            decide(decision, decision.manager(), decision.chain(), null, true, BY_NOTHING, null);
        } catch (CertificateException veto) {
            // The API knows no other refusal than an IOException.
            SSLException refused = new SSLHandshakeException(veto.getMessage());
            refused.initCause(veto);
            throw refused;
        }
    }

    /** Tells the application's part of a certificate; whatever that throws passes as it is. */
    public static void notify(Object authentication, Object certificate) {
        try {
            for (Method each : authentication.getClass().getMethods()) {
                if (each.getName().equals("notifyServerCertificate")
                        && each.getParameterTypes().length == 1
                        && each.getParameterTypes()[0].isInstance(certificate)) {
                    each.setAccessible(true);
                    each.invoke(authentication, certificate);
                    return;
                }
            }
            throw new NoSuchMethodException("notifyServerCertificate");
        } catch (InvocationTargetException thrown) {
            TlsGuardBridge.<RuntimeException>raise(thrown.getCause());
        } catch (ReflectiveOperationException unlinkable) {
            throw new IllegalStateException(unlinkable);
        }
    }

    /** When a handshake by that API is complete. */
    public static void agreed(Object contextOrProtocol) throws SSLException {
        TlsGuardHandler engine = handler;
        if (engine != null) {
            engine.agreed(contextOrProtocol);
        }
    }

    // ---- the plain manager inside JSSE's wrapper

    /** Stands in for {@link X509TrustManager#checkServerTrusted} where JSSE asks a plain manager. */
    public static void checkServerTrusted(X509TrustManager manager, X509Certificate[] chain, String authType)
            throws CertificateException {
        try {
            manager.checkServerTrusted(chain, authType);
        } catch (Throwable refusal) {
            answered(manager, false);
            rethrow(refusal);
        }
        answered(manager, true);
    }

    /** Stands in for {@link X509TrustManager#checkClientTrusted} where JSSE asks a plain manager. */
    public static void checkClientTrusted(X509TrustManager manager, X509Certificate[] chain, String authType)
            throws CertificateException {
        try {
            manager.checkClientTrusted(chain, authType);
        } catch (Throwable refusal) {
            answered(manager, false);
            rethrow(refusal);
        }
        answered(manager, true);
    }

    private static void answered(X509TrustManager manager, boolean accepted) {
        TlsGuardHandler engine = handler;
        if (engine != null) {
            engine.plainManagerAnswered(manager, accepted);
        }
    }

    /**
     * Stands in for {@link CertificateFactory#generateCertificate} where JSSE reads the peer's certificates. A factory that
     * is not the JDK's may make certificates that do not say what their bytes say: the bytes are kept beside them.
     */
    public static Certificate generateCertificate(CertificateFactory factory, InputStream encoded)
            throws CertificateException {
        if (factory.getProvider().getClass().getClassLoader() == null) {
            return factory.generateCertificate(encoded);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            byte[] buffer = new byte[2048];
            for (int n = encoded.read(buffer); n >= 0; n = encoded.read(buffer)) {
                bytes.write(buffer, 0, n);
            }
        } catch (IOException unreadable) {
            throw new CertificateException(unreadable);
        }
        Certificate certificate = factory.generateCertificate(new ByteArrayInputStream(bytes.toByteArray()));
        TlsGuardHandler engine = handler();
        if (engine != null) {
            engine.parsed(certificate, bytes.toByteArray());
        }
        return certificate;
    }

    // ---- witnesses ---------------------------------------------------------------------------------------------

    /** Before {@code sun.security.validator.Validator.validate} returns {@code validated} for {@code served}. */
    public static void validated(X509Certificate[] validated, Object validator, X509Certificate[] served) {
        TlsGuardHandler engine = handler;
        if (engine != null) {
            engine.validated(validated, validator, served);
        }
    }

    /** Before the JDK's own PKIX validator or builder returns {@code result}; a builder is given no path. */
    public static void pathValidated(Object result, Object path, Object parameters) {
        TlsGuardHandler engine = handler;
        if (engine != null) {
            engine.pathValidated(result, path, parameters);
        }
    }

    /** After {@code sun.security.util.HostnameChecker.match} found the name in the certificate. */
    public static void nameMatched(String name, X509Certificate certificate) {
        TlsGuardHandler engine = handler;
        if (engine != null) {
            engine.nameMatched(name, certificate);
        }
    }

    // ---- the name decision -------------------------------------------------------------------------------------

    /** Stands in for {@link HostnameVerifier#verify} in {@code HttpsURLConnection}, which calls it on a mismatch only. */
    public static boolean verifyMismatch(HostnameVerifier verifier, String name, SSLSession session)
            throws SSLPeerUnverifiedException {
        return verify(verifier, name, session, true);
    }

    /** Stands in for {@link HostnameVerifier#verify} wherever a library calls it. */
    public static boolean verify(HostnameVerifier verifier, String name, SSLSession session)
            throws SSLPeerUnverifiedException {
        return verify(verifier, name, session, false);
    }

    private static boolean verify(HostnameVerifier verifier, String name, SSLSession session, boolean mayThrow)
            throws SSLPeerUnverifiedException {
        TlsGuardHandler engine = handler();
        TlsGuardNameDecision decision = engine == null ? null : engine.name(verifier, name, session, mayThrow);
        if (decision == null) {
            return verifier.verify(name, session);
        }
        do {
            Throwable thrown = null;
            boolean yes = false;
            try {
                yes = decision.verifier().verify(name, decision.session());
            } catch (Throwable t) {
                thrown = t;
            }
            decision.answered(yes, thrown);
        } while (decision.again());
        Throwable conclusion = decision.conclusion();
        if (conclusion != null) {
            TlsGuardBridge.<RuntimeException>raise(conclusion);
        }
        return decision.accepted();
    }

    /** When a verifier is asked: by reflection, by its own class, or by a call that is a hook already. */
    public static void verifying(Object verifier, String name, SSLSession session) {
        verifying(verifier, name, (Object) session);
    }

    /** When a verifier is asked about a socket, by a method that is older than the one about sessions. */
    public static void verifying(Object verifier, String name, SSLSocket socket) {
        verifying(verifier, name, (Object) socket);
    }

    private static void verifying(Object verifier, String name, Object asked) {
        if (watched != 0 && verifier instanceof HostnameVerifier) {
            TlsGuardHandler engine = handler;
            if (engine != null) {
                engine.verifying((HostnameVerifier) verifier, name, asked);
            }
        }
    }

    /** Before {@code HttpsURLConnection} compares the certificate with the URL, where it has a verifier of its own. */
    public static void verifierInCharge(HostnameVerifier verifier) {
        TlsGuardHandler engine = handler;
        if (engine != null) {
            engine.verifierInCharge(verifier);
        }
    }

    /** Before the peer's certificates or principal are read from a session. */
    public static void peerRead(Object session) {
        if (watched != 0) {
            TlsGuardHandler engine = handler;
            if (engine != null) {
                engine.peerRead(session);
            }
        }
    }

    // ---- parameters and session --------------------------------------------------------------------------------

    /** The protocol versions with which a handshake starts, less what the policy forbids. */
    public static List<?> activeProtocols(List<?> versions, Object connection) throws SSLException {
        TlsGuardHandler engine = handler();
        return engine == null ? versions : engine.activeProtocols(versions, connection);
    }

    /** The cipher suites with which a handshake starts, less what the policy forbids. */
    public static List<?> activeCipherSuites(List<?> suites, Object connection) throws SSLException {
        TlsGuardHandler engine = handler();
        return engine == null ? suites : engine.activeCipherSuites(suites, connection);
    }

    /** When a handshake is complete, before its session is used. */
    public static void handshakeFinished(Object connection) throws SSLException {
        TlsGuardHandler engine = handler();
        if (engine != null) {
            engine.handshakeFinished(connection);
        }
    }

    /** After {@code startHandshake}, and whenever else a socket of another engine says that it is connected. */
    public static void connected(Object socket) throws SSLException {
        if (socket instanceof SSLSocket) {
            tellConnected(socket);
        }
    }

    /** Before an engine, of whatever make, returns from wrapping. */
    public static void wrapped(SSLEngineResult result, Object engine) throws SSLException {
        if (result != null && result.getHandshakeStatus() == SSLEngineResult.HandshakeStatus.FINISHED) {
            tellConnected(engine);
        }
    }

    /** Before an engine, of whatever make, returns from unwrapping. */
    public static void unwrapped(SSLEngineResult result, Object engine) throws IOException {
        wrapped(result, engine);
        dataArrived(result, engine);
    }

    private static void tellConnected(Object transport) throws SSLException {
        TlsGuardHandler engine = handler();
        if (engine != null) {
            engine.connected(transport);
        }
    }

    /**
     * When a connection ends with an alert: the diagnostic, completed by what the guard knows of the reason.
     *
     * @param alert the alert, sent or received
     * @param cause what this end threw; null when there is nothing but the diagnostic
     */
    public static String diagnostic(Object connection, Object alert, Throwable cause, String diagnostic) {
        TlsGuardHandler engine = handler;
        return engine == null ? diagnostic : engine.diagnostic(connection, alert, cause, diagnostic);
    }

    /** Before a socket's stream, or the JDK's HTTPS client, sends application data. */
    public static void dataLeaves(Object stream) throws IOException {
        if (watched != 0) {
            applicationData(stream);
        }
    }

    /** Before an engine wraps; the buffers are empty while it shakes hands or closes. */
    public static void dataLeaves(Object engine, ByteBuffer[] sources, int offset, int length) throws IOException {
        if (watched != 0 && sources != null) {
            for (int i = offset; i < offset + length && i < sources.length; i++) {
                if (i >= 0 && sources[i] != null && sources[i].hasRemaining()) {
                    applicationData(engine);
                    return;
                }
            }
        }
    }

    /** Before a socket's stream returns what it has read. */
    public static void dataArrived(int count, Object stream) throws IOException {
        if (watched != 0 && count > 0) {
            applicationData(stream);
        }
    }

    /** Before a socket's stream returns the one byte it has read. */
    public static void byteArrived(int value, Object stream) throws IOException {
        if (watched != 0 && value >= 0) {
            applicationData(stream);
        }
    }

    /** Before an engine returns from unwrapping. */
    public static void dataArrived(SSLEngineResult result, Object engine) throws IOException {
        if (watched != 0 && result != null && result.bytesProduced() > 0) {
            applicationData(engine);
        }
    }

    private static void applicationData(Object streamOrEngine) throws IOException {
        TlsGuardHandler engine = handler;
        if (engine != null) {
            engine.applicationData(streamOrEngine);
        }
    }

    /**
     * Before a file stream writes: how much of it. What a copy of the application's code prints, of which the application
     * knows nothing, is left out.
     */
    public static int written(FileOutputStream stream, int length) throws IOException {
        if (muted != 0) {
            TlsGuardHandler engine = handler;
            if (engine != null && engine.isMuted()) {
                FileDescriptor file = stream.getFD();
                return file == FileDescriptor.out || file == FileDescriptor.err ? 0 : length;
            }
        }
        return length;
    }

    // ---- origins -----------------------------------------------------------------------------------------------

    /**
     * Before something that matters later is set up.
     *
     * @param what the method called, as {@code SSLContext.init}
     * @param target what it is called on; null for a static method
     * @param value what is set
     */
    public static void settingUp(String what, Object target, Object value) {
        TlsGuardHandler engine = handler();
        if (engine != null) {
            engine.settingUp(what, target, value);
        } else if (isToBeRefused() && CONTEXT.equals(what)) {
            throw new IllegalStateException(UNSTARTED);
        }
    }

    /**
     * After a socket was put on top of one that is connected already.
     *
     * @param port that of the server, as the application says; the other socket may lead to a proxy
     */
    public static void layered(Object socket, int port) {
        TlsGuardHandler engine = handler();
        if (engine != null) {
            engine.layered(socket, port);
        }
    }

    /** Stands in for {@link java.security.Security#setProperty} in application classes. */
    public static void setSecurityProperty(String key, String value) {
        settingUp("Security.setProperty", key, value);
        java.security.Security.setProperty(key, value);
    }

    /** Stands in for {@link System#setProperty} in application classes that name a switch of TLS. */
    public static String setSystemProperty(String key, String value) {
        settingUp("System.setProperty", key, value);
        return System.setProperty(key, value);
    }

    private static void rethrow(Throwable thrown) throws CertificateException {
        if (thrown != null) {
            // The application's own exception, or the verdict: whatever its type, it passes as it is.
            TlsGuardBridge.<CertificateException>raise(thrown);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void raise(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
