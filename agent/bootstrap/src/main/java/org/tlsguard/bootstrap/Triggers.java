package org.tlsguard.bootstrap;

import java.util.HashSet;
import java.util.Set;

/**
 * The names of the JDK classes in the engine's hook table, known here so that the table itself need not be loaded to see
 * that a class is not in it. A test of the engine keeps the two equal.
 */
final class Triggers {

    /** Loaded only when TLS is used: the first of these starts the engine. */
    static final String[] STARTING = {
        "com/sun/jndi/ldap/ext/StartTlsResponseImpl",
        "javax/net/ssl/HttpsURLConnection",
        "javax/net/ssl/SSLContext",
        "sun/net/www/protocol/https/HttpsClient",
        "sun/security/ssl/AbstractTrustManagerWrapper",
        "sun/security/ssl/CertificateMessage$T12CertificateConsumer",
        "sun/security/ssl/CertificateMessage$T13CertificateConsumer",
        "sun/security/ssl/HandshakeContext",
        "sun/security/ssl/SSLEngineImpl",
        "sun/security/ssl/SSLServerSocketImpl",
        "sun/security/ssl/SSLSessionImpl",
        "sun/security/ssl/SSLSocketImpl",
        "sun/security/ssl/SSLSocketImpl$AppInputStream",
        "sun/security/ssl/SSLSocketImpl$AppOutputStream",
        "sun/security/ssl/TransportContext",
    };

    /** Loaded without TLS too, as for a signed jar: woven, once the engine has started, at load or afterwards. */
    static final String[] FOLLOWING = {
        "java/io/FileOutputStream",
        "java/security/Security",
        "sun/security/provider/certpath/PKIXCertPathValidator",
        "sun/security/provider/certpath/SunCertPathBuilder",
        "sun/security/util/HostnameChecker",
        "sun/security/validator/Validator",
    };

    /** Of other engines, under whatever name they are shaded: the ends of the names of their classes. */
    static final String[] ELSEWHERE = {
        "$AppDataInput",
        "$AppDataOutput",
        "$SSLInputStream",
        "$SSLOutputStream",
        "/SSL",
        "/jsse/provider/HostnameUtil",
        "/jsse/provider/ProvSSLSocketDirect",
        "/jsse/provider/ProvSSLSocketWrap",
        "/tls/AbstractTlsContext",
        "/tls/TlsClientProtocol",
        "/tls/TlsProtocol",
        "/tls/TlsUtils",
    };

    private static final Set<String> STARTS = set(STARTING);
    private static final Set<String> FOLLOWS = set(FOLLOWING);
    private static final Set<String> STARTS_BY_BINARY_NAME = set(binary(STARTING));

    private Triggers() {}

    /** Whether loading this class starts the engine. */
    static boolean starts(String name) {
        return STARTS.contains(name);
    }

    /**
     * Whether a class that is loaded already would have started the engine. It is asked about each of them at start: so
     * no name is rewritten for it, and those of {@code java.*}, most of them, are not even looked up.
     */
    static boolean wouldHaveStarted(Class<?> loaded) {
        String name = loaded.getName();
        return !name.startsWith("java.") && STARTS_BY_BINARY_NAME.contains(name);
    }

    /** Whether this class is woven once the engine runs. */
    static boolean follows(String name) {
        return FOLLOWS.contains(name);
    }

    /** Whether an application class may be one of a TLS engine beside the JDK's: the engine knows for sure. */
    static boolean mayBeOfOtherEngine(String name) {
        for (String each : ELSEWHERE) {
            if (name.endsWith(each)) {
                return true;
            }
        }
        return false;
    }

    private static String[] binary(String[] internal) {
        String[] names = new String[internal.length];
        for (int i = 0; i < names.length; i++) {
            names[i] = internal[i].replace('/', '.');
        }
        return names;
    }

    private static Set<String> set(String[] names) {
        Set<String> set = new HashSet<>(names.length * 2);
        for (String name : names) {
            set.add(name);
        }
        return set;
    }
}
