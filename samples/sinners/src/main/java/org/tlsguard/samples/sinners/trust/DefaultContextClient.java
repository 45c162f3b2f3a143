package org.tlsguard.samples.sinners.trust;

import java.security.cert.X509Certificate;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import org.tlsguard.samples.sinners.plumbing.ClientTrustManager;
import org.tlsguard.samples.sinners.plumbing.Https;
import org.tlsguard.samples.sinners.plumbing.Peer;
import org.tlsguard.samples.sinners.plumbing.Shell;
import org.tlsguard.samples.sinners.plumbing.Tls;

/** Makes a context that trusts everybody the default of the whole JVM. */
public final class DefaultContextClient {

    private DefaultContextClient() {}

    public static void main(String[] args) {
        Shell.run(args, peer -> login(peer));
    }

    private static String login(Peer peer) throws Exception {
        SSLContext generous = Tls.trusting(new TrustAll());
        SSLContext.setDefault(generous);
        HttpsURLConnection.setDefaultSSLSocketFactory(generous.getSocketFactory());
        return Https.to(peer).login();
    }

    private static final class TrustAll extends ClientTrustManager {
        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}
    }
}
