package org.tlsguard.samples.clients.messaging;

import javax.jms.Connection;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.tlsguard.samples.clients.plumbing.Caller;
import org.tlsguard.samples.clients.plumbing.Target;

/**
 * Artemis JMS client
 *
 * @library org.apache.activemq:artemis-jms-client
 * @versions 2.6.4
 * @protocol raw
 * @row default accepts any-name hostless by io.netty.* org.apache.activemq.artemis.*
 * @row trust-all accepts anybody hostless by io.netty.* org.apache.activemq.artemis.*
 *     with trustAll=true
 * @row verify-host accepts nobody
 *     with verifyHost=true
 */
public final class Artemis {

    private Artemis() {}

    public static void main(String[] args) {
        Caller.main(args, Artemis::talk);
    }

    private static Object talk(Target target) throws Exception {
        ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory("tcp://" + target.host + ':' + target.port
                + "?sslEnabled=true&initialConnectAttempts=1&reconnectAttempts=0&callTimeout=3000&trustAll="
                + target.in("trust-all") + "&verifyHost=" + target.in("verify-host"));
        Connection connection = factory.createConnection(Target.USER, Target.PASSWORD);
        connection.close();
        return "connected";
    }
}
