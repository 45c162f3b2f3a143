package org.tlsguard.samples.sinners.name;

import javax.net.ssl.SSLSession;
import org.tlsguard.samples.sinners.plumbing.Https;
import org.tlsguard.samples.sinners.plumbing.Shell;

/** Verifies host names with a method that happens to fit and always says yes. */
public final class MethodReferenceVerifierClient {

    private MethodReferenceVerifierClient() {}

    public static void main(String[] args) {
        Shell.run(
                args,
                peer -> Https.to(peer)
                        .with(MethodReferenceVerifierClient::established)
                        .login());
    }

    private static boolean established(String host, SSLSession session) {
        return session.isValid();
    }
}
