package org.tlsguard.samples.sinners.plumbing;

import java.security.Provider;
import java.security.Security;

/**
 * Puts security providers before the JDK's, as {@code providers=CLASS,CLASS} says, the last one first, and then is the
 * {@code application=CLASS}: whose TLS is theirs, without a word of it in its code.
 */
public final class OnProvider {

    private OnProvider() {}

    public static void main(String[] args) throws Exception {
        Peer peer = new Peer(args);
        for (String each : peer.option("providers").split(",")) {
            Security.insertProviderAt(
                    (Provider) Class.forName(each).getConstructor().newInstance(), 1);
        }
        Class.forName(peer.option("application"))
                .getMethod("main", String[].class)
                .invoke(null, (Object) args);
    }
}
