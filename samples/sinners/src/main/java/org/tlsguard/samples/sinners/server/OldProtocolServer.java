package org.tlsguard.samples.sinners.server;

import java.security.Security;
import org.tlsguard.samples.sinners.plumbing.LoginServer;
import org.tlsguard.samples.sinners.plumbing.Peer;
import org.tlsguard.samples.sinners.plumbing.Shell;
import org.tlsguard.samples.sinners.plumbing.Tls;

/** Speaks old versions only, having emptied the list of what is disabled. */
public final class OldProtocolServer {

    private OldProtocolServer() {}

    public static void main(String[] args) {
        Shell.run(args, self -> serve(self));
    }

    private static String serve(Peer self) throws Exception {
        Security.setProperty("jdk.tls.disabledAlgorithms", "");
        LoginServer server = new LoginServer(self, Tls.context(Tls.keys(self.option("identity")), null));
        server.listener().setEnabledProtocols(self.option("protocols").split(","));
        return server.serve();
    }
}
