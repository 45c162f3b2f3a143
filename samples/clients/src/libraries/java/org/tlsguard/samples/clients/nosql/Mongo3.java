package org.tlsguard.samples.clients.nosql;

import com.mongodb.MongoClientSettings;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.Collections;
import java.util.concurrent.TimeUnit;
import org.tlsguard.samples.clients.plumbing.Caller;
import org.tlsguard.samples.clients.plumbing.Target;
import org.tlsguard.samples.clients.plumbing.TrustAll;

/**
 * MongoDB driver 3
 *
 * @library org.mongodb:mongo-java-driver
 * @versions 3.12.14
 * @protocol raw
 * @row default accepts nobody
 * @row invalid-host-name-allowed accepts any-name by com.mongodb.*
 *     with invalidHostNameAllowed(true)
 * @row trust-manager accepts any-chain by org.tlsguard.samples.clients.plumbing.TrustAll
 *     with an application's own X509TrustManager
 */
public final class Mongo3 {

    private Mongo3() {}

    public static void main(String[] args) {
        Caller.main(args, Mongo3::talk);
    }

    private static Object talk(Target target) throws Exception {
        MongoClientSettings settings = MongoClientSettings.builder()
                .applyToClusterSettings(
                        cluster -> cluster.hosts(Collections.singletonList(new ServerAddress(target.host, target.port)))
                                .serverSelectionTimeout(1_500, TimeUnit.MILLISECONDS))
                .applyToSslSettings(tls -> {
                    tls.enabled(true).invalidHostNameAllowed(target.in("invalid-host-name-allowed"));
                    if (target.in("trust-manager")) {
                        tls.context(TrustAll.context());
                    }
                })
                .build();
        try (MongoClient client = MongoClients.create(settings)) {
            return client.listDatabaseNames().first();
        }
    }
}
