package org.tlsguard.samples.clients.ldap;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Hashtable;
import javax.naming.Context;
import javax.naming.ldap.InitialLdapContext;
import javax.net.SocketFactory;
import org.tlsguard.samples.clients.plumbing.Caller;
import org.tlsguard.samples.clients.plumbing.Target;
import org.tlsguard.samples.clients.plumbing.TrustAll;

/**
 * JNDI, LDAPS
 *
 * @protocol ldaps
 * @row default accepts nobody
 * @row trust-all-factory accepts any-chain by org.tlsguard.samples.clients.ldap.JndiLdaps$Factory org.tlsguard.samples.clients.plumbing.TrustAll
 *     with java.naming.ldap.factory.socket and an application's own X509TrustManager
 */
public final class JndiLdaps {

    private JndiLdaps() {}

    public static void main(String[] args) {
        Caller.main(args, JndiLdaps::talk);
    }

    private static Object talk(Target target) throws Exception {
        Hashtable<String, String> environment = new Hashtable<>();
        environment.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.ldap.LdapCtxFactory");
        environment.put(Context.PROVIDER_URL, "ldaps://" + target.host + ':' + target.port);
        environment.put(Context.SECURITY_AUTHENTICATION, "simple");
        environment.put(Context.SECURITY_PRINCIPAL, "cn=" + Target.USER);
        environment.put(Context.SECURITY_CREDENTIALS, Target.PASSWORD);
        environment.put("com.sun.jndi.ldap.read.timeout", "30000");
        if (target.in("trust-all-factory")) {
            environment.put("java.naming.ldap.factory.socket", Factory.class.getName());
        }
        new InitialLdapContext(environment, null).close();
        return "bound";
    }

    /** Found by its name. */
    public static final class Factory extends SocketFactory {

        private final SocketFactory trusting = TrustAll.context().getSocketFactory();

        public static SocketFactory getDefault() {
            return new Factory();
        }

        @Override
        public Socket createSocket() throws IOException {
            return trusting.createSocket();
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return trusting.createSocket(host, port);
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
            return trusting.createSocket(host, port, local, localPort);
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return trusting.createSocket(host, port);
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
            return trusting.createSocket(host, port, local, localPort);
        }
    }
}
