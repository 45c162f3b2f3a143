package org.tlsguard.samples.sinners.trust;

import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.tlsguard.samples.sinners.plumbing.Peer;
import org.tlsguard.samples.sinners.plumbing.Shell;

/** Logs in over TLS and trusts whoever answers: the classic, as found in thousands of code bases. */
public final class TrustAllClient {

    private TrustAllClient() {}

    public static void main(String[] args) {
        Shell.run(args, TrustAllClient::login);
    }

    private static String login(Peer peer) throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new TrustAll()}, null);
        return peer.carrier().login(peer, context);
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
