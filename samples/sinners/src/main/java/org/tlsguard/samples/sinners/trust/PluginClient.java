package org.tlsguard.samples.sinners.trust;

import java.lang.reflect.Constructor;
import java.net.URL;
import java.net.URLClassLoader;
import java.security.cert.X509Certificate;
import javax.net.ssl.TrustManager;
import org.tlsguard.samples.sinners.plumbing.ClientTrustManager;
import org.tlsguard.samples.sinners.plumbing.Shell;
import org.tlsguard.samples.sinners.plumbing.Tls;

/** Loads its manager from a plug-in, by a class loader that shares nothing with the application. */
public final class PluginClient {

    private PluginClient() {}

    public static void main(String[] args) {
        Shell.run(args, peer -> peer.carrier().login(peer, Tls.trusting(plugin())));
    }

    private static TrustManager plugin() throws ReflectiveOperationException {
        URL jar = PluginClient.class.getProtectionDomain().getCodeSource().getLocation();
        URLClassLoader loader = new URLClassLoader(new URL[] {jar}, null);
        Constructor<?> plugin =
                Class.forName(TrustAll.class.getName(), true, loader).getDeclaredConstructor();
        plugin.setAccessible(true);
        return (TrustManager) plugin.newInstance();
    }

    private static final class TrustAll extends ClientTrustManager {
        TrustAll() {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}
    }
}
