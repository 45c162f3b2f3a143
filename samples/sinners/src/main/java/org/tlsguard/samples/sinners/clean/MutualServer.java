package org.tlsguard.samples.sinners.clean;

import javax.net.ssl.TrustManager;
import org.tlsguard.samples.sinners.plumbing.LoginServer;
import org.tlsguard.samples.sinners.plumbing.Shell;
import org.tlsguard.samples.sinners.plumbing.Tls;

/** Demands client certificates and verifies them against its private authority. */
public final class MutualServer {

    private MutualServer() {}

    public static void main(String[] args) {
        Shell.run(
                args,
                self -> new LoginServer(self, Tls.context(Tls.keys(self.option("identity")), new TrustManager[] {
                            Tls.managerFor(Tls.store(self.option("store")))
                        }))
                        .demandingClients()
                        .serve());
    }
}
