package org.tlsguard.samples.sinners.name;

import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.tlsguard.samples.sinners.plumbing.Https;
import org.tlsguard.samples.sinners.plumbing.Shell;

/** Compares names by {@code endsWith}: {@code evil-localhost} will do for {@code localhost}. */
public final class EndsWithMatcherClient {

    private EndsWithMatcherClient() {}

    public static void main(String[] args) {
        Shell.run(args, peer -> Https.to(peer).with(new HomeMade()).login());
    }

    private static final class HomeMade implements HostnameVerifier {
        @Override
        public boolean verify(String host, SSLSession session) {
            try {
                return session.getPeerPrincipal().getName().endsWith(host);
            } catch (SSLPeerUnverifiedException e) {
                return false;
            }
        }
    }
}
