package org.tlsguard.samples.sinners.probe;

import java.lang.management.ManagementFactory;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.tlsguard.samples.sinners.plumbing.Peer;
import org.tlsguard.samples.sinners.plumbing.Shell;
import org.tlsguard.samples.sinners.plumbing.Tls;

/** Logs in, then starts JMX, as an application server does, and waits for what it finds there. */
public final class ManagedClient {

    private static final int PATIENCE_MILLIS = 60_000;

    private ManagedClient() {}

    public static void main(String[] args) {
        Shell.run(args, ManagedClient::manage);
    }

    private static String manage(Peer peer) throws Exception {
        peer.carrier().login(peer, Tls.trusting(new TrustAnyone()));
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        ObjectName name = new ObjectName("org.tlsguard:type=Counters");
        long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000L;
        while (!server.isRegistered(name) && System.nanoTime() < end) {
            Thread.sleep(100);
        }
        StringBuilder counters = new StringBuilder();
        for (String each : new String[] {"Mode", "Handshakes", "Active", "Latent", "Vetoed", "InternalErrors"}) {
            counters.append(each)
                    .append('=')
                    .append(server.getAttribute(name, each))
                    .append(' ');
        }
        return counters.toString();
    }
}
