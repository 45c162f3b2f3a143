package org.tlsguard.samples.applications.activemq;

import org.apache.activemq.broker.Broker;
import org.apache.activemq.broker.BrokerPlugin;
import org.tlsguard.samples.applications.shop.Shop;

/** Opens the shop when the broker is started, and adds nothing to it. */
public final class ShopPlugin implements BrokerPlugin {

    @Override
    public Broker installPlugin(Broker broker) {
        Shop.open();
        return broker;
    }
}
