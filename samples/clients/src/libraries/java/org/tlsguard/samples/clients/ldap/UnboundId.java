package org.tlsguard.samples.clients.ldap;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.util.ssl.HostNameSSLSocketVerifier;
import com.unboundid.util.ssl.SSLUtil;
import com.unboundid.util.ssl.TrustAllTrustManager;
import javax.net.ssl.SSLSocketFactory;
import org.tlsguard.samples.clients.plumbing.Caller;
import org.tlsguard.samples.clients.plumbing.Target;

/**
 * UnboundID LDAP SDK
 *
 * @library com.unboundid:unboundid-ldapsdk
 * @versions 7.0.5
 * @protocol ldaps
 * @row default accepts any-name by com.unboundid.*
 * @row trust-all accepts anybody by com.unboundid.*
 *     with new SSLUtil(new TrustAllTrustManager())
 * @row host-verifier accepts nobody
 *     with setSSLSocketVerifier(new HostNameSSLSocketVerifier(false))
 */
public final class UnboundId {

    private UnboundId() {}

    public static void main(String[] args) {
        Caller.main(args, UnboundId::talk);
    }

    private static Object talk(Target target) throws Exception {
        SSLSocketFactory factory = target.in("trust-all")
                ? new SSLUtil(new TrustAllTrustManager()).createSSLSocketFactory()
                : (SSLSocketFactory) SSLSocketFactory.getDefault();
        LDAPConnectionOptions options = new LDAPConnectionOptions();
        options.setConnectTimeoutMillis(30_000);
        if (target.in("host-verifier")) {
            options.setSSLSocketVerifier(new HostNameSSLSocketVerifier(false));
        }
        try (LDAPConnection connection = new LDAPConnection(factory, options, target.host, target.port)) {
            return connection.bind("cn=" + Target.USER, Target.PASSWORD).getResultCode();
        }
    }
}
