package org.tlsguard.samples.sinners.name;

import java.io.IOException;
import javax.net.ssl.HttpsURLConnection;
import org.tlsguard.samples.sinners.plumbing.Https;
import org.tlsguard.samples.sinners.plumbing.Peer;
import org.tlsguard.samples.sinners.plumbing.Shell;

/** Switches the name check off for the whole JVM. */
public final class DefaultVerifierClient {

    private DefaultVerifierClient() {}

    public static void main(String[] args) {
        Shell.run(args, peer -> login(peer));
    }

    private static String login(Peer peer) throws IOException {
        HttpsURLConnection.setDefaultHostnameVerifier((host, session) -> true);
        return Https.to(peer).login();
    }
}
