package org.tlsguard.samples.clients.rpc;

import java.rmi.registry.LocateRegistry;
import java.rmi.registry.Registry;
import javax.rmi.ssl.SslRMIClientSocketFactory;
import org.tlsguard.samples.clients.plumbing.Caller;
import org.tlsguard.samples.clients.plumbing.Target;

/**
 * RMI over SSL
 *
 * @jdk 8-17 the next ones check the name, and so do updates of these
 * @protocol raw
 * @row default accepts any-name by org.tlsguard.samples.clients.rpc.Rmi java.*
 * @remedy A socket factory of your own that sets endpoint identification, or a JDK that does.
 */
public final class Rmi {

    private Rmi() {}

    public static void main(String[] args) {
        Caller.main(args, Rmi::talk);
    }

    private static Object talk(Target target) throws Exception {
        Registry registry = LocateRegistry.getRegistry(target.host, target.port, new SslRMIClientSocketFactory());
        return registry.lookup(Target.PASSWORD);
    }
}
