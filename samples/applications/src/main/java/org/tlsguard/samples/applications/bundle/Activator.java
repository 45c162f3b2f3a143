package org.tlsguard.samples.applications.bundle;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.tlsguard.samples.applications.shop.Shop;

/** Opens the shop when its bundle is started. */
public final class Activator implements BundleActivator {

    @Override
    public void start(BundleContext context) {
        Shop.open();
    }

    @Override
    public void stop(BundleContext context) {
        // The shop has no thread to end and no file to close.
    }
}
