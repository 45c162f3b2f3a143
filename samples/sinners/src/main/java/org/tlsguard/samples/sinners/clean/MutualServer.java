package org.tlsguard.samples.sinners.clean;

import javax.net.ssl.TrustManager;
import org.tlsguard.samples.sinners.plumbing.LoginServer;
import org.tlsguard.samples.sinners.plumbing.Peer;
import org.tlsguard.samples.sinners.plumbing.Shell;
import org.tlsguard.samples.sinners.plumbing.Tls;

/** Demands client certificates and verifies them against its private authority. */
public final class MutualServer {

    private MutualServer() {}

    public static void main(String[] args) {
        Shell.run(args, self -> serve(self));
    }

    private static String serve(Peer self) throws Exception {
        TrustManager[] managers = {Tls.managerFor(Tls.store(self.option("store")))};
        LoginServer server = new LoginServer(self, Tls.context(Tls.keys(self.option("identity")), managers));
        return (self.option("demanding", "at once").equals("later")
                        ? server.demandingClientsLater()
                        : server.demandingClients())
                .serve();
    }
}
