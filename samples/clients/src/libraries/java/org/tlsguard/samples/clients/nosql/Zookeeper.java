package org.tlsguard.samples.clients.nosql;

import java.util.concurrent.TimeUnit;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.client.ZKClientConfig;
import org.tlsguard.samples.clients.plumbing.Caller;
import org.tlsguard.samples.clients.plumbing.Target;

/**
 * ZooKeeper client
 *
 * @library org.apache.zookeeper:zookeeper
 * @versions 3.9.3
 * @protocol raw
 * @row default accepts nobody
 * @row no-hostname-verification accepts any-name by org.apache.zookeeper.* io.netty.*
 *     with zookeeper.ssl.hostnameVerification=false
 */
public final class Zookeeper {

    private Zookeeper() {}

    public static void main(String[] args) {
        Caller.main(args, Zookeeper::talk);
    }

    private static Object talk(Target target) throws Exception {
        ZKClientConfig config = new ZKClientConfig();
        config.setProperty("zookeeper.client.secure", "true");
        config.setProperty("zookeeper.clientCnxnSocket", "org.apache.zookeeper.ClientCnxnSocketNetty");
        config.setProperty("zookeeper.ssl.trustStore.location", System.getProperty("javax.net.ssl.trustStore"));
        config.setProperty("zookeeper.ssl.trustStore.password", "changeit");
        config.setProperty(
                "zookeeper.ssl.hostnameVerification", String.valueOf(!target.in("no-hostname-verification")));
        ZooKeeper client = new ZooKeeper(target.host + ':' + target.port, 2_000, event -> {}, config);
        TimeUnit.MILLISECONDS.sleep(1_500);
        client.close(100);
        return "closed";
    }
}
