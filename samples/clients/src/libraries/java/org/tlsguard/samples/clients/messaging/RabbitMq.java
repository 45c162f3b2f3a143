package org.tlsguard.samples.clients.messaging;

import com.rabbitmq.client.ConnectionFactory;
import javax.net.ssl.SSLContext;
import org.tlsguard.samples.clients.plumbing.Caller;
import org.tlsguard.samples.clients.plumbing.Target;

/**
 * RabbitMQ client
 *
 * @library com.rabbitmq:amqp-client
 * @versions 3.6.6
 * @protocol amqp
 * @row default accepts anybody by com.rabbitmq.*
 * @row jvm-context accepts any-name by com.rabbitmq.*
 *     with useSslProtocol(SSLContext.getDefault())
 * @remedy From 5.4 on, useSslProtocol(SSLContext) and enableHostnameVerification().
 */
public final class RabbitMq {

    private RabbitMq() {}

    public static void main(String[] args) {
        Caller.main(args, RabbitMq::talk);
    }

    private static Object talk(Target target) throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost(target.host);
        factory.setPort(target.port);
        factory.setUsername(Target.USER);
        factory.setPassword(Target.PASSWORD);
        factory.setConnectionTimeout(5_000);
        factory.setHandshakeTimeout(5_000);
        factory.setAutomaticRecoveryEnabled(false);
        if (target.in("default")) {
            factory.useSslProtocol();
        } else {
            factory.useSslProtocol(SSLContext.getDefault());
        }
        return factory.newConnection();
    }
}
