package org.tlsguard.samples.servers;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.tlsguard.samples.pki.Identity;

/** JSSE contexts. Either argument may be null: no identity to present, nobody to verify. */
final class Contexts {

    /** In seconds; a ticket may not last longer than a week (RFC 8446, 4.6.1). */
    private static final int TOO_LONG_FOR_TICKETS = 8 * 24 * 60 * 60;

    private Contexts() {}

    /** A server of this context remembers sessions itself. */
    static void withoutTickets(SSLContext context) {
        context.getServerSessionContext().setSessionTimeout(TOO_LONG_FOR_TICKETS);
    }

    static SSLContext of(Identity identity, TrustManager[] trust) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(identity == null ? null : keys(identity), trust, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static SSLContext of(KeyManager identity) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {identity}, null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static TrustManager[] verifying(KeyStore anchors) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
            factory.init(anchors);
            return factory.getTrustManagers();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyManager[] keys(Identity identity) throws GeneralSecurityException {
        KeyManagerFactory factory = KeyManagerFactory.getInstance("SunX509");
        factory.init(identity.keyStore("PKCS12"), Identity.PASSWORD.toCharArray());
        return factory.getKeyManagers();
    }
}
