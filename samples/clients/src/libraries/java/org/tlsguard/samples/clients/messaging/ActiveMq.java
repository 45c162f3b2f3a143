package org.tlsguard.samples.clients.messaging;

import javax.jms.Connection;
import org.apache.activemq.ActiveMQSslConnectionFactory;
import org.tlsguard.samples.clients.plumbing.Caller;
import org.tlsguard.samples.clients.plumbing.Target;

/**
 * ActiveMQ client
 *
 * @library org.apache.activemq:activemq-client
 * @versions 5.15.4
 * @protocol raw
 * @row default accepts any-name by org.apache.activemq.*
 * @remedy From 5.15.6 on, socket.verifyHostName=true in the URL of the broker.
 */
public final class ActiveMq {

    private ActiveMq() {}

    public static void main(String[] args) {
        Caller.main(args, ActiveMq::talk);
    }

    private static Object talk(Target target) throws Exception {
        ActiveMQSslConnectionFactory factory = new ActiveMQSslConnectionFactory(
                "ssl://" + target.host + ':' + target.port + "?wireFormat.maxInactivityDuration=0&soTimeout=5000");
        factory.setConnectResponseTimeout(5_000);
        Connection connection = factory.createConnection(Target.USER, Target.PASSWORD);
        try {
            connection.start();
            return "connected";
        } finally {
            connection.close();
        }
    }
}
