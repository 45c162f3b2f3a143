package org.tlsguard.samples.sinners.server;

import java.security.cert.X509Certificate;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.tlsguard.samples.sinners.plumbing.LoginServer;
import org.tlsguard.samples.sinners.plumbing.Peer;
import org.tlsguard.samples.sinners.plumbing.Shell;
import org.tlsguard.samples.sinners.plumbing.Tls;

/** Demands a client certificate and takes anybody's. */
public final class TrustAnyClientServer {

    private TrustAnyClientServer() {}

    public static void main(String[] args) {
        Shell.run(args, self -> serve(self));
    }

    private static String serve(Peer self) throws Exception {
        TrustManager[] managers = {new TrustAll()};
        LoginServer server = new LoginServer(self, Tls.context(Tls.keys(self.option("identity")), managers));
        return (self.option("demanding", "at once").equals("later")
                        ? server.demandingClientsLater()
                        : server.demandingClients())
                .serve();
    }

    private static final class TrustAll implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
