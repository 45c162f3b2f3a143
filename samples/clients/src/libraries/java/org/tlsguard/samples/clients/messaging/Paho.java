package org.tlsguard.samples.clients.messaging;

import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.tlsguard.samples.clients.plumbing.Caller;
import org.tlsguard.samples.clients.plumbing.Target;
import org.tlsguard.samples.clients.plumbing.TrustAll;

/**
 * Paho MQTT
 *
 * @library org.eclipse.paho:org.eclipse.paho.client.mqttv3
 * @versions 1.2.0 1.2.5
 * @protocol raw
 * @row default in 1.2.0 accepts any-name by org.eclipse.paho.*
 * @row default in 1.2.5 accepts nobody
 * @row trust-manager accepts any-chain by org.tlsguard.samples.clients.plumbing.TrustAll
 *     with an application's own X509TrustManager
 * @remedy Take 1.2.5, which checks the name.
 */
public final class Paho {

    private Paho() {}

    public static void main(String[] args) {
        Caller.main(args, Paho::talk);
    }

    private static Object talk(Target target) throws Exception {
        MqttConnectOptions options = new MqttConnectOptions();
        options.setConnectionTimeout(5);
        options.setUserName(Target.USER);
        options.setPassword(Target.PASSWORD.toCharArray());
        if (target.in("trust-manager")) {
            options.setSocketFactory(TrustAll.context().getSocketFactory());
        }
        MqttClient client =
                new MqttClient("ssl://" + target.host + ':' + target.port, "client", new MemoryPersistence());
        client.connect(options);
        return "connected";
    }
}
