package org.tlsguard.samples.sinners.probe;

import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import org.tlsguard.samples.sinners.plumbing.Shell;

/** Runs the classic sinner in a loader that fails, beyond all exceptions, when somebody reads a class file from it. */
public final class HostileLoaderClient {

    private HostileLoaderClient() {}

    public static void main(String[] args) {
        Shell.run(args, peer -> {
            URL own = HostileLoaderClient.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation();
            new Hostile(own)
                    .loadClass("org.tlsguard.samples.sinners.trust.TrustAllClient")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) args);
            return "through";
        });
    }

    private static final class Hostile extends URLClassLoader {

        Hostile(URL own) {
            super(new URL[] {own}, null);
        }

        @Override
        public InputStream getResourceAsStream(String name) {
            throw new AssertionError("nobody reads " + name);
        }
    }
}
