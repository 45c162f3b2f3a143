package org.tlsguard.samples.sinners.configuration;

import javax.net.ssl.SSLContext;
import org.tlsguard.samples.sinners.plumbing.Peer;
import org.tlsguard.samples.sinners.plumbing.Shell;

/** Sets a system property before it uses TLS, one of those that advice on the Internet has: {@code set=KEY}. */
public final class SystemPropertyClient {

    private static final String[][] ADVICE = {
        {"https.protocols", "TLSv1.1,TLSv1.2"},
        {"https.cipherSuites", "SSL_RSA_WITH_3DES_EDE_CBC_SHA,TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"},
        {"jdk.tls.client.protocols", "TLSv1,TLSv1.2"},
        {"jdk.tls.client.cipherSuites", "SSL_RSA_WITH_3DES_EDE_CBC_SHA,TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"},
        {"jdk.internal.httpclient.disableHostnameVerification", "true"},
        {"com.sun.jndi.ldap.object.disableEndpointIdentification", "true"},
        {"jdk.rmi.ssl.client.enableEndpointIdentification", "false"},
        {"jdk.tls.allowUnsafeServerCertChange", "true"},
        {"jdk.tls.trustNameService", "true"},
        {"jdk.tls.useExtendedMasterSecret", "false"},
        {"jdk.tls.ephemeralDHKeySize", "1024"},
        {"jdk.security.allowNonCaAnchor", "true"},
        {"sun.security.ssl.allowUnsafeRenegotiation", "true"},
    };

    private SystemPropertyClient() {}

    public static void main(String[] args) {
        Shell.run(args, peer -> login(peer));
    }

    private static String login(Peer peer) throws Exception {
        weaken(peer.option("set"));
        return peer.carrier().login(peer, SSLContext.getDefault());
    }

    private static void weaken(String key) {
        for (String[] pair : ADVICE) {
            if (pair[0].equals(key)) {
                System.setProperty(key, pair[1]);
            }
        }
    }
}
