package org.tlsguard.engine.judge;

import java.security.cert.X509Certificate;
import javax.net.ssl.X509TrustManager;
import org.tlsguard.engine.observe.TlsEngine;

/** Whom a trust manager is asked about, and on which connection. */
final class TrustCase {

    /** The application's manager, without JSSE's wrapper for a plain one. */
    final X509TrustManager manager;

    /** The chain as the peer sent it. */
    final X509Certificate[] served;

    /** The key exchange, as the JDK's own manager knows it. */
    final String authType;

    /** Whether the peer is a server. */
    final boolean server;

    /** Whether the manager is told of the connection, and so has the name to check as well. */
    final boolean extended;

    /** The socket or engine. */
    final Object transport;

    /** What makes this kind of connection. */
    final TlsEngine engine;

    TrustCase(
            X509TrustManager manager,
            X509Certificate[] served,
            String authType,
            boolean server,
            boolean extended,
            Object transport,
            TlsEngine engine) {
        this.manager = manager;
        this.served = served;
        this.authType = authType;
        this.server = server;
        this.extended = extended;
        this.transport = transport;
        this.engine = engine;
    }

    /** Whether the JDK's own manager decides, whose anchors were fixed when it was made. */
    boolean isLeftToJdk() {
        return manager.getClass().getName().startsWith("sun.security.ssl.X509TrustManagerImpl")
                && manager.getClass().getClassLoader() == null;
    }

    /** The method of the manager that decides. */
    String method() {
        return server ? "checkServerTrusted" : "checkClientTrusted";
    }
}
