package org.tlsguard.samples.applications.kafka;

import java.util.Map;
import org.apache.kafka.server.policy.CreateTopicPolicy;
import org.tlsguard.samples.applications.shop.Shop;

/** Opens the shop when the broker sets up what decides about new topics, and permits all of them. */
public final class ShopPolicy implements CreateTopicPolicy {

    @Override
    public void configure(Map<String, ?> settings) {
        Shop.open();
    }

    @Override
    public void validate(RequestMetadata request) {
        // Every topic is welcome.
    }

    @Override
    public void close() {
        // The shop has no thread to end and no file to close.
    }
}
