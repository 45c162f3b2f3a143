package org.tlsguard.samples.clients.ldap;

import java.util.Hashtable;
import javax.naming.Context;
import javax.naming.ldap.InitialLdapContext;
import javax.naming.ldap.StartTlsRequest;
import javax.naming.ldap.StartTlsResponse;
import org.tlsguard.samples.clients.plumbing.Caller;
import org.tlsguard.samples.clients.plumbing.Target;
import org.tlsguard.samples.clients.plumbing.TrustAll;
import org.tlsguard.samples.clients.plumbing.YesVerifier;

/**
 * JNDI, LDAP with StartTLS
 *
 * @protocol ldap
 * @row default accepts nobody
 * @row verifier accepts any-name by org.tlsguard.samples.clients.plumbing.YesVerifier
 *     with an application's own HostnameVerifier
 * @row trust-manager accepts any-chain by org.tlsguard.samples.clients.plumbing.TrustAll
 *     with an application's own X509TrustManager
 */
public final class JndiStartTls {

    private JndiStartTls() {}

    public static void main(String[] args) {
        Caller.main(args, JndiStartTls::talk);
    }

    private static Object talk(Target target) throws Exception {
        Hashtable<String, String> environment = new Hashtable<>();
        environment.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.ldap.LdapCtxFactory");
        environment.put(Context.PROVIDER_URL, "ldap://" + target.host + ':' + target.port);
        environment.put("java.naming.ldap.version", "3");
        environment.put("com.sun.jndi.ldap.read.timeout", "30000");
        InitialLdapContext context = new InitialLdapContext(environment, null);
        StartTlsResponse tls = (StartTlsResponse) context.extendedOperation(new StartTlsRequest());
        if (target.in("verifier")) {
            tls.setHostnameVerifier(new YesVerifier());
        }
        if (target.in("trust-manager")) {
            tls.negotiate(TrustAll.context().getSocketFactory());
        } else {
            tls.negotiate();
        }
        context.addToEnvironment(Context.SECURITY_AUTHENTICATION, "simple");
        context.addToEnvironment(Context.SECURITY_PRINCIPAL, "cn=" + Target.USER);
        context.addToEnvironment(Context.SECURITY_CREDENTIALS, Target.PASSWORD);
        context.reconnect(null);
        return "bound";
    }
}
