package org.tlsguard.samples.clients.mail;

import org.apache.commons.net.imap.IMAPSClient;
import org.tlsguard.samples.clients.plumbing.Caller;
import org.tlsguard.samples.clients.plumbing.Target;

/**
 * Commons Net, IMAPS
 *
 * @library commons-net:commons-net
 * @versions 3.6 3.13.0
 * @protocol imaps
 * @row default accepts any-name by org.apache.commons.net.*
 * @row identification accepts nobody
 *     with setEndpointCheckingEnabled(true)
 */
public final class CommonsNetImaps {

    private CommonsNetImaps() {}

    public static void main(String[] args) {
        Caller.main(args, CommonsNetImaps::talk);
    }

    private static Object talk(Target target) throws Exception {
        IMAPSClient client = new IMAPSClient(true);
        client.setDefaultTimeout(30_000);
        client.setEndpointCheckingEnabled(target.in("identification"));
        client.connect(target.host, target.port);
        return client.login(Target.USER, Target.PASSWORD);
    }
}
