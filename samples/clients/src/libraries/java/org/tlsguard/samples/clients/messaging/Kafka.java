package org.tlsguard.samples.clients.messaging;

import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.AdminClient;
import org.tlsguard.samples.clients.plumbing.Caller;
import org.tlsguard.samples.clients.plumbing.Target;

/**
 * Kafka clients
 *
 * @library org.apache.kafka:kafka-clients
 * @versions 1.1.1 3.9.1
 * @protocol raw
 * @row default in 1.1.1 accepts any-name by org.apache.kafka.*
 * @row default in 3.9.1 accepts nobody
 * @row no-identification accepts any-name by org.apache.kafka.* org.tlsguard.samples.clients.messaging.Kafka
 *     with ssl.endpoint.identification.algorithm set to nothing
 * @row identification accepts nobody
 *     with ssl.endpoint.identification.algorithm=HTTPS
 */
public final class Kafka {

    private Kafka() {}

    public static void main(String[] args) {
        Caller.main(args, Kafka::talk);
    }

    private static Object talk(Target target) throws Exception {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", target.host + ':' + target.port);
        properties.put("security.protocol", "SSL");
        properties.put("request.timeout.ms", "3000");
        properties.put("default.api.timeout.ms", "3000");
        properties.put("reconnect.backoff.ms", "3000");
        properties.put("retries", "0");
        if (target.in("no-identification")) {
            properties.put("ssl.endpoint.identification.algorithm", "");
        }
        if (target.in("identification")) {
            properties.put("ssl.endpoint.identification.algorithm", "HTTPS");
        }
        AdminClient client = AdminClient.create(properties);
        try {
            return client.describeCluster().nodes().get(4, TimeUnit.SECONDS);
        } finally {
            client.close();
        }
    }
}
