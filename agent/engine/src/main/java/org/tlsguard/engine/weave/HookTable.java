package org.tlsguard.engine.weave;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Every hook, as data. To watch another surface is to add a row here, and its class to the bootstrap's triggers; the
 * coverage table of the docs is made from this one.
 */
public final class HookTable {

    /** The class through which a copy of the application's code would print; woven when the first copy is asked. */
    public static final String OUTPUT = "java/io/FileOutputStream";

    private static final String CHAIN = "[Ljava/security/cert/X509Certificate;";
    private static final String EXTENDED = "javax/net/ssl/X509ExtendedTrustManager";
    private static final String PLAIN = "javax/net/ssl/X509TrustManager";
    private static final String WITH_SOCKET = "(" + CHAIN + "Ljava/lang/String;Ljava/net/Socket;)V";
    private static final String WITH_ENGINE = "(" + CHAIN + "Ljava/lang/String;Ljavax/net/ssl/SSLEngine;)V";
    private static final String WITH_NOTHING = "(" + CHAIN + "Ljava/lang/String;)V";
    private static final String VERIFIER = "javax/net/ssl/HostnameVerifier";
    private static final String VERIFY = "(Ljava/lang/String;Ljavax/net/ssl/SSLSession;)Z";
    private static final String SETTING_UP = "(Ljava/lang/String;Ljava/lang/Object;Ljava/lang/Object;)V";
    private static final String FILTER = "(Ljava/util/List;Ljava/lang/Object;)Ljava/util/List;";
    private static final String TOLD = "(Ljava/lang/Object;)V";
    private static final String RETURNED = "(Ljavax/net/ssl/SSLEngineResult;Ljava/lang/Object;)V";
    private static final String WRAP = "([Ljava/nio/ByteBuffer;IILjava/nio/ByteBuffer;)Ljavax/net/ssl/SSLEngineResult;";
    private static final String ALL = "8u261-25";

    private static final List<Hook> ROWS = Collections.unmodifiableList(Arrays.asList(
            // ---- the trust decision
            new Hook(
                    "trust: TLS 1.2 and older",
                    "sun/security/ssl/CertificateMessage$T12CertificateConsumer",
                    ALL,
                    "JSSE asks the trust manager about the peer's chain",
                    trust()),
            new Hook(
                    "trust: TLS 1.3",
                    "sun/security/ssl/CertificateMessage$T13CertificateConsumer",
                    ALL,
                    "JSSE asks the trust manager about the peer's chain",
                    trust()),
            new Hook(
                    "trust: plain manager",
                    "sun/security/ssl/AbstractTrustManagerWrapper",
                    ALL,
                    "what the application's plain manager says itself, apart from JSSE's additional checks",
                    Advice.call(PLAIN, "checkServerTrusted", WITH_NOTHING, "checkServerTrusted"),
                    Advice.call(PLAIN, "checkClientTrusted", WITH_NOTHING, "checkClientTrusted")),
            new Hook(
                    "trust: other engines",
                    null,
                    "8-25",
                    "an engine that is not the JDK's asks the trust manager about a connection of its own",
                    askedElsewhere()),
            new Hook(
                    "trust: Bouncy Castle's API",
                    "*/tls/TlsUtils",
                    "8-25",
                    "Bouncy Castle tells the application of the server's certificate",
                    Advice.callByName("notifyServerCertificate", "notifyServerCertificate")),
            new Hook(
                    "trust: Bouncy Castle's old API",
                    "*/tls/TlsClientProtocol",
                    "8-25",
                    "as above",
                    Advice.callByName("notifyServerCertificate", "notifyServerCertificate")),

            // ---- witnesses
            new Hook(
                    "witness: validator",
                    "sun/security/validator/Validator",
                    ALL,
                    "a real validation of the chain succeeded while the application decided",
                    Advice.exit(
                            "validate",
                            "(" + CHAIN + "Ljava/util/Collection;Ljava/util/List;"
                                    + "Ljava/security/AlgorithmConstraints;Ljava/lang/Object;)" + CHAIN,
                            "validated",
                            "(" + CHAIN + "Ljava/lang/Object;" + CHAIN + ")V",
                            Advice.THIS,
                            0)),
            new Hook(
                    "witness: path validator",
                    "sun/security/provider/certpath/PKIXCertPathValidator",
                    ALL,
                    "as above, by CertPathValidator",
                    Advice.exit(
                            "engineValidate",
                            "(Ljava/security/cert/CertPath;Ljava/security/cert/CertPathParameters;)"
                                    + "Ljava/security/cert/CertPathValidatorResult;",
                            "pathValidated",
                            "(Ljava/lang/Object;Ljava/lang/Object;Ljava/lang/Object;)V",
                            0,
                            1)),
            new Hook(
                    "witness: path builder",
                    "sun/security/provider/certpath/SunCertPathBuilder",
                    ALL,
                    "as above, by CertPathBuilder",
                    Advice.exit(
                            "engineBuild",
                            "(Ljava/security/cert/CertPathParameters;)Ljava/security/cert/CertPathBuilderResult;",
                            "pathValidated",
                            "(Ljava/lang/Object;Ljava/lang/Object;Ljava/lang/Object;)V",
                            Advice.NULL,
                            0)),
            new Hook(
                    "witness: name checker",
                    "sun/security/util/HostnameChecker",
                    ALL,
                    "the JDK's own name check succeeded",
                    Advice.exit(
                            "match",
                            "(Ljava/lang/String;Ljava/security/cert/X509Certificate;Z)V",
                            "nameMatched",
                            "(Ljava/lang/String;Ljava/security/cert/X509Certificate;)V",
                            0,
                            1)),
            new Hook(
                    "witness: Bouncy Castle's name checker",
                    "*/jsse/provider/HostnameUtil",
                    "8-25",
                    "BCJSSE's own name check succeeded",
                    Advice.exit(
                            "checkHostname",
                            "(Ljava/lang/String;Ljava/security/cert/X509Certificate;Z)V",
                            "nameMatched",
                            "(Ljava/lang/String;Ljava/security/cert/X509Certificate;)V",
                            0,
                            1)),

            // ---- the name decision
            new Hook(
                    "name: HttpsURLConnection",
                    "sun/net/www/protocol/https/HttpsClient",
                    ALL,
                    "the verifier is asked because the name does not fit",
                    Advice.call(VERIFIER, "verify", VERIFY, "verifyMismatch"),
                    Advice.entry(
                            "checkURLSpoofing",
                            "(Ljavax/net/ssl/HostnameVerifier;)V",
                            "verifierInCharge",
                            "(Ljavax/net/ssl/HostnameVerifier;)V",
                            0),
                    // The request follows, through a stream that keeps what is thrown to itself.
                    Advice.exit(
                            "checkURLSpoofing",
                            "(Ljavax/net/ssl/HostnameVerifier;)V",
                            "dataLeaves",
                            "(Ljava/lang/Object;)V",
                            Advice.THIS)),
            new Hook(
                    "name: LDAP StartTLS",
                    "com/sun/jndi/ldap/ext/StartTlsResponseImpl",
                    ALL,
                    "the verifier is asked because the name does not fit",
                    Advice.call(VERIFIER, "verify", VERIFY, "verifyMismatch")),
            new Hook(
                    "name: verifier calls",
                    null,
                    "8-25",
                    "a library asks a verifier after the handshake",
                    Advice.call(VERIFIER, "verify", VERIFY, "verify")),
            new Hook(
                    "name: verifiers",
                    null,
                    "8-25",
                    "a verifier is asked by reflection or by the name of its own class",
                    Advice.entry(
                            "verify",
                            VERIFY,
                            "verifying",
                            "(Ljava/lang/Object;Ljava/lang/String;Ljavax/net/ssl/SSLSession;)V",
                            Advice.THIS,
                            0,
                            1),
                    // Apache HttpClient until 4.3 has it, and what was written for it.
                    Advice.entry(
                            "verify",
                            "(Ljava/lang/String;Ljavax/net/ssl/SSLSocket;)V",
                            "verifying",
                            "(Ljava/lang/Object;Ljava/lang/String;Ljavax/net/ssl/SSLSocket;)V",
                            Advice.THIS,
                            0,
                            1)),
            new Hook(
                    "name: reading the peer",
                    "sun/security/ssl/SSLSessionImpl",
                    ALL,
                    "somebody looks at the peer's certificates or principal",
                    peerRead()),
            new Hook(
                    "name: reading the peer elsewhere",
                    null,
                    "8-25",
                    "as above, from a session of another engine",
                    peerRead()),

            // ---- parameters and session
            new Hook(
                    "parameters",
                    "sun/security/ssl/HandshakeContext",
                    ALL,
                    "the versions and suites with which a handshake starts",
                    Advice.result(
                            "sun/security/ssl/HandshakeContext", "getActiveProtocols", "activeProtocols", FILTER, 1),
                    Advice.result(
                            "sun/security/ssl/HandshakeContext",
                            "getActiveCipherSuites",
                            "activeCipherSuites",
                            FILTER,
                            1)),
            new Hook(
                    "session",
                    "sun/security/ssl/TransportContext",
                    ALL,
                    "what was negotiated, with whom; why it failed",
                    Advice.entry(
                            "finishHandshake",
                            "()Ljavax/net/ssl/SSLEngineResult$HandshakeStatus;",
                            "handshakeFinished",
                            "(Ljava/lang/Object;)V",
                            Advice.THIS),
                    Advice.exchange(
                            "fatal",
                            "(Lsun/security/ssl/Alert;Ljava/lang/String;ZLjava/lang/Throwable;)"
                                    + "Ljavax/net/ssl/SSLException;",
                            "diagnostic",
                            "(Ljava/lang/Object;Ljava/lang/Object;Ljava/lang/Throwable;Ljava/lang/String;)"
                                    + "Ljava/lang/String;",
                            Advice.THIS,
                            0,
                            3,
                            1)),
            new Hook(
                    "data: socket output",
                    "sun/security/ssl/SSLSocketImpl$AppOutputStream",
                    ALL,
                    "the first application data to a peer whose name nobody verified",
                    // Not at entry: the first write may carry out the handshake.
                    Advice.before(
                            "sun/security/ssl/OutputRecord",
                            "deliver",
                            "([BII)V",
                            "dataLeaves",
                            "(Ljava/lang/Object;)V",
                            Advice.THIS)),
            new Hook(
                    "data: socket input",
                    "sun/security/ssl/SSLSocketImpl$AppInputStream",
                    ALL,
                    "the first application data from a peer whose name nobody verified",
                    Advice.exit("read", "([BII)I", "dataArrived", "(ILjava/lang/Object;)V", Advice.THIS)),
            new Hook(
                    "data: engine",
                    "sun/security/ssl/SSLEngineImpl",
                    ALL,
                    "the first application data from or to a peer whose name nobody verified; who set what",
                    Advice.entry(
                            "wrap",
                            "([Ljava/nio/ByteBuffer;IILjava/nio/ByteBuffer;)Ljavax/net/ssl/SSLEngineResult;",
                            "dataLeaves",
                            "(Ljava/lang/Object;[Ljava/nio/ByteBuffer;II)V",
                            Advice.THIS,
                            0,
                            1,
                            2),
                    Advice.exit(
                            "unwrap",
                            "(Ljava/nio/ByteBuffer;[Ljava/nio/ByteBuffer;II)Ljavax/net/ssl/SSLEngineResult;",
                            "dataArrived",
                            "(Ljavax/net/ssl/SSLEngineResult;Ljava/lang/Object;)V",
                            Advice.THIS),
                    settingUp("setEnabledProtocols", "([Ljava/lang/String;)V", "SSLEngine.setEnabledProtocols"),
                    settingUp("setEnabledCipherSuites", "([Ljava/lang/String;)V", "SSLEngine.setEnabledCipherSuites"),
                    settingUp("setSSLParameters", "(Ljavax/net/ssl/SSLParameters;)V", "SSLEngine.setSSLParameters")),

            // ---- the same of other engines
            new Hook(
                    "session: other engines",
                    null,
                    "8-25",
                    "what was negotiated, with whom; the first application data",
                    Advice.entry(
                            "wrap",
                            WRAP,
                            "dataLeaves",
                            "(Ljava/lang/Object;[Ljava/nio/ByteBuffer;II)V",
                            Advice.THIS,
                            0,
                            1,
                            2),
                    Advice.exit("wrap", WRAP, "wrapped", RETURNED, Advice.THIS),
                    Advice.exit(
                            "unwrap",
                            "(Ljava/nio/ByteBuffer;[Ljava/nio/ByteBuffer;II)Ljavax/net/ssl/SSLEngineResult;",
                            "unwrapped",
                            RETURNED,
                            Advice.THIS),
                    Advice.exit(
                            "unwrap",
                            "([Ljava/nio/ByteBuffer;II[Ljava/nio/ByteBuffer;II)Ljavax/net/ssl/SSLEngineResult;",
                            "unwrapped",
                            RETURNED,
                            Advice.THIS)),
            new Hook(
                    "session: other sockets",
                    null,
                    "8-25",
                    "what was negotiated, with whom",
                    Advice.exit("startHandshake", "()V", "connected", TOLD, Advice.THIS)),
            new Hook(
                    "session: Bouncy Castle's sockets",
                    "*/jsse/provider/ProvSSLSocketDirect",
                    "8-25",
                    "as above, where the first data shakes hands",
                    notified()),
            new Hook(
                    "session: Bouncy Castle's layered sockets",
                    "*/jsse/provider/ProvSSLSocketWrap",
                    "8-25",
                    "as above, over a socket that is connected already",
                    notified()),
            new Hook(
                    "data: Bouncy Castle's sockets, output",
                    "*$AppDataOutput",
                    "8-25",
                    "the first application data to a peer whose name nobody verified",
                    Advice.before(null, "writeApplicationData", "([BII)V", "dataLeaves", TOLD, Advice.THIS)),
            new Hook(
                    "data: Bouncy Castle's sockets, input",
                    "*$AppDataInput",
                    "8-25",
                    "the first application data from a peer whose name nobody verified",
                    Advice.exit("read", "([BII)I", "dataArrived", "(ILjava/lang/Object;)V", Advice.THIS),
                    Advice.exit("read", "()I", "byteArrived", "(ILjava/lang/Object;)V", Advice.THIS)),
            new Hook(
                    "data: Conscrypt's sockets, output",
                    "*$SSLOutputStream",
                    "8-25",
                    "the first application data to a peer whose name nobody verified",
                    Advice.entry("write", "([BII)V", "dataLeaves", TOLD, Advice.THIS)),
            new Hook(
                    "data: Conscrypt's sockets, input",
                    "*$SSLInputStream",
                    "8-25",
                    "the first application data from a peer whose name nobody verified",
                    Advice.exit("read", "([BII)I", "dataArrived", "(ILjava/lang/Object;)V", Advice.THIS)),
            new Hook(
                    "session: Bouncy Castle's API",
                    "*/tls/AbstractTlsContext",
                    "8-25",
                    "what was negotiated, with whom",
                    Advice.exitOfAny("handshakeComplete", "agreed", TOLD, Advice.THIS)),
            new Hook(
                    "session: Bouncy Castle's old API",
                    "*/tls/TlsProtocol",
                    "8-25",
                    "as above",
                    Advice.exitOfAny("completeHandshake", "agreed", TOLD, Advice.THIS)),

            // ---- discretion
            new Hook(
                    "output",
                    OUTPUT,
                    "8-25",
                    "what a copy of the application's code prints when it is asked about a forgery is seen by nobody",
                    Advice.exchange("write", "([BII)V", "written", "(Ljava/io/FileOutputStream;I)I", Advice.THIS, 2)),

            // ---- origins
            new Hook(
                    "set-up: sockets",
                    "sun/security/ssl/SSLSocketImpl",
                    ALL,
                    "who enabled which version or suite; the server's port, where the socket leads to a proxy",
                    Advice.exit(
                            "<init>",
                            "(Lsun/security/ssl/SSLContextImpl;Ljava/net/Socket;Ljava/lang/String;IZ)V",
                            "layered",
                            "(Ljava/lang/Object;I)V",
                            Advice.THIS,
                            3),
                    settingUp("setEnabledProtocols", "([Ljava/lang/String;)V", "SSLSocket.setEnabledProtocols"),
                    settingUp("setEnabledCipherSuites", "([Ljava/lang/String;)V", "SSLSocket.setEnabledCipherSuites"),
                    settingUp("setSSLParameters", "(Ljavax/net/ssl/SSLParameters;)V", "SSLSocket.setSSLParameters")),
            new Hook(
                    "set-up: server sockets",
                    "sun/security/ssl/SSLServerSocketImpl",
                    ALL,
                    "who enabled which version or suite",
                    settingUp("setEnabledProtocols", "([Ljava/lang/String;)V", "SSLServerSocket.setEnabledProtocols"),
                    settingUp(
                            "setEnabledCipherSuites",
                            "([Ljava/lang/String;)V",
                            "SSLServerSocket.setEnabledCipherSuites"),
                    settingUp(
                            "setSSLParameters",
                            "(Ljavax/net/ssl/SSLParameters;)V",
                            "SSLServerSocket.setSSLParameters")),
            new Hook(
                    "set-up: contexts",
                    "javax/net/ssl/SSLContext",
                    ALL,
                    "who brought which trust manager; which provider is below",
                    Advice.entry(
                            "init",
                            "([Ljavax/net/ssl/KeyManager;[Ljavax/net/ssl/TrustManager;"
                                    + "Ljava/security/SecureRandom;)V",
                            "settingUp",
                            SETTING_UP,
                            "SSLContext.init",
                            Advice.THIS,
                            1),
                    Advice.entry(
                            "setDefault",
                            "(Ljavax/net/ssl/SSLContext;)V",
                            "settingUp",
                            SETTING_UP,
                            "SSLContext.setDefault",
                            Advice.NULL,
                            0)),
            new Hook(
                    "set-up: HttpsURLConnection",
                    "javax/net/ssl/HttpsURLConnection",
                    ALL,
                    "who brought which verifier or socket factory",
                    Advice.entry(
                            "setDefaultHostnameVerifier",
                            "(Ljavax/net/ssl/HostnameVerifier;)V",
                            "settingUp",
                            SETTING_UP,
                            "HttpsURLConnection.setDefaultHostnameVerifier",
                            Advice.NULL,
                            0),
                    settingUp(
                            "setHostnameVerifier",
                            "(Ljavax/net/ssl/HostnameVerifier;)V",
                            "HttpsURLConnection.setHostnameVerifier"),
                    Advice.entry(
                            "setDefaultSSLSocketFactory",
                            "(Ljavax/net/ssl/SSLSocketFactory;)V",
                            "settingUp",
                            SETTING_UP,
                            "HttpsURLConnection.setDefaultSSLSocketFactory",
                            Advice.NULL,
                            0)),
            new Hook(
                    "set-up: security properties",
                    "java/security/Security",
                    "8-25",
                    "who changed a security property, once TLS is in use",
                    Advice.entry(
                            "setProperty",
                            "(Ljava/lang/String;Ljava/lang/String;)V",
                            "settingUp",
                            SETTING_UP,
                            "Security.setProperty",
                            0,
                            1)),
            new Hook(
                    "set-up: property calls",
                    null,
                    "8-25",
                    "who changed a security or system property, from the first class on that does",
                    Advice.call(
                            "java/security/Security",
                            "setProperty",
                            "(Ljava/lang/String;Ljava/lang/String;)V",
                            "setSecurityProperty"),
                    Advice.call(
                            "java/lang/System",
                            "setProperty",
                            "(Ljava/lang/String;Ljava/lang/String;)Ljava/lang/String;",
                            "setSystemProperty"))));

    private HookTable() {}

    /** All rows, in the order in which reports and docs show them. */
    public static List<Hook> rows() {
        return ROWS;
    }

    /** The rows of the JDK, by the internal name of their class. */
    static Map<String, Hook> byClass() {
        Map<String, Hook> rows = new HashMap<>();
        for (Hook row : ROWS) {
            if (row.isOfJdk()) {
                rows.put(row.className(), row);
            }
        }
        return rows;
    }

    /** The rows that go into application classes. */
    static List<Hook> inApplications() {
        List<Hook> rows = new ArrayList<>();
        for (Hook row : ROWS) {
            if (!row.isOfJdk()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static Advice[] trust() {
        return new Advice[] {
            Advice.call(
                    "java/security/cert/CertificateFactory",
                    "generateCertificate",
                    "(Ljava/io/InputStream;)Ljava/security/cert/Certificate;",
                    "generateCertificate"),
            Advice.call(EXTENDED, "checkServerTrusted", WITH_SOCKET, "checkServerTrusted"),
            Advice.call(EXTENDED, "checkServerTrusted", WITH_ENGINE, "checkServerTrusted"),
            Advice.call(EXTENDED, "checkClientTrusted", WITH_SOCKET, "checkClientTrusted"),
            Advice.call(EXTENDED, "checkClientTrusted", WITH_ENGINE, "checkClientTrusted"),
        };
    }

    private static Advice[] askedElsewhere() {
        return new Advice[] {
            Advice.callOfAny("checkServerTrusted", WITH_SOCKET, "checkServerTrusted", "Ljava/lang/Object;"),
            Advice.callOfAny("checkServerTrusted", WITH_ENGINE, "checkServerTrusted", "Ljava/lang/Object;"),
            Advice.callOfAny("checkClientTrusted", WITH_SOCKET, "checkClientTrusted", "Ljava/lang/Object;"),
            Advice.callOfAny("checkClientTrusted", WITH_ENGINE, "checkClientTrusted", "Ljava/lang/Object;"),
            Advice.callAround(PLAIN, "checkServerTrusted", WITH_NOTHING, "checkServerTrusted"),
            Advice.callAround(PLAIN, "checkClientTrusted", WITH_NOTHING, "checkClientTrusted"),
        };
    }

    private static Advice[] peerRead() {
        return new Advice[] {
            Advice.entry("getPeerCertificates", "()[Ljava/security/cert/Certificate;", "peerRead", TOLD, Advice.THIS),
            Advice.entry(
                    "getPeerCertificateChain",
                    "()[Ljavax/security/cert/X509Certificate;",
                    "peerRead",
                    TOLD,
                    Advice.THIS),
            Advice.entry("getPeerPrincipal", "()Ljava/security/Principal;", "peerRead", TOLD, Advice.THIS),
        };
    }

    private static Advice notified() {
        return Advice.exitOfAny("notifyHandshakeComplete", "connected", TOLD, Advice.THIS);
    }

    private static Advice settingUp(String method, String descriptor, String what) {
        return Advice.entry(method, descriptor, "settingUp", SETTING_UP, what, Advice.THIS, 0);
    }
}
