package org.tlsguard.samples.sinners.name;

import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SSLSession;
import org.tlsguard.samples.sinners.plumbing.Https;
import org.tlsguard.samples.sinners.plumbing.Shell;

/** Verifies host names with a class that always says yes. */
public final class YesVerifierClient {

    private YesVerifierClient() {}

    public static void main(String[] args) {
        Shell.run(args, peer -> Https.to(peer).with(new Yes()).login());
    }

    private static final class Yes implements HostnameVerifier {
        @Override
        public boolean verify(String host, SSLSession session) {
            return true;
        }
    }
}
