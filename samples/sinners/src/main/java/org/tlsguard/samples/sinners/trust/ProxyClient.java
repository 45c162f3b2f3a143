package org.tlsguard.samples.sinners.trust;

import java.lang.reflect.Proxy;
import java.security.cert.X509Certificate;
import javax.net.ssl.X509TrustManager;
import org.tlsguard.samples.sinners.plumbing.Shell;
import org.tlsguard.samples.sinners.plumbing.Tls;

/** Trusts whoever answers, by a {@link Proxy} that returns without doing anything. */
public final class ProxyClient {

    private ProxyClient() {}

    public static void main(String[] args) {
        Shell.run(args, peer -> peer.carrier().login(peer, Tls.trusting(trustAll())));
    }

    private static X509TrustManager trustAll() {
        return (X509TrustManager) Proxy.newProxyInstance(
                ProxyClient.class.getClassLoader(),
                new Class<?>[] {X509TrustManager.class},
                (proxy, method, arguments) ->
                        method.getName().equals("getAcceptedIssuers") ? new X509Certificate[0] : null);
    }
}
