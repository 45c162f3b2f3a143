package org.tlsguard.samples.clients.mail;

import org.apache.commons.net.pop3.POP3SClient;
import org.tlsguard.samples.clients.plumbing.Caller;
import org.tlsguard.samples.clients.plumbing.Target;

/**
 * Commons Net, POP3S
 *
 * @library commons-net:commons-net
 * @versions 3.6 3.13.0
 * @protocol pop3s
 * @row default accepts any-name by org.apache.commons.net.*
 * @row identification accepts nobody
 *     with setEndpointCheckingEnabled(true)
 */
public final class CommonsNetPop3s {

    private CommonsNetPop3s() {}

    public static void main(String[] args) {
        Caller.main(args, CommonsNetPop3s::talk);
    }

    private static Object talk(Target target) throws Exception {
        POP3SClient client = new POP3SClient(true);
        client.setDefaultTimeout(30_000);
        client.setEndpointCheckingEnabled(target.in("identification"));
        client.connect(target.host, target.port);
        return client.login(Target.USER, Target.PASSWORD);
    }
}
