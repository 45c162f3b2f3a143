package org.tlsguard.samples.sinners.probe;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import org.tlsguard.samples.sinners.plumbing.Peer;
import org.tlsguard.samples.sinners.plumbing.Shell;
import org.tlsguard.samples.sinners.plumbing.Tls;

/**
 * Has a log by SLF4J, found by reflection so that any version of it serves: where {@code lib=…} names its jars, in a loader of
 * its own, as in an application server; with {@code start=never} it only could have one.
 */
public final class LoggingApplication {

    private LoggingApplication() {}

    public static void main(String[] args) {
        Shell.run(args, LoggingApplication::serve);
    }

    private static String serve(Peer peer) throws Exception {
        String jars = peer.option("lib", "");
        if (!jars.isEmpty()) {
            List<URL> urls = new ArrayList<>();
            for (String each : jars.split(File.pathSeparator)) {
                urls.add(new File(each).toURI().toURL());
            }
            Thread.currentThread()
                    .setContextClassLoader(new URLClassLoader(
                            urls.toArray(new URL[0]),
                            ClassLoader.getSystemClassLoader().getParent()));
        }
        if (peer.option("start", "early").equals("early")) {
            log();
        }
        String answer = peer.carrier().login(peer, Tls.trusting(new TrustAnyone()));
        // Longer than the guard takes to hand over what it has to say.
        Thread.sleep(6_000);
        return answer;
    }

    private static void log() throws Exception {
        Class<?> factory = Thread.currentThread().getContextClassLoader().loadClass("org.slf4j.LoggerFactory");
        Object logger = factory.getMethod("getLogger", String.class).invoke(null, "application");
        factory.getClassLoader()
                .loadClass("org.slf4j.Logger")
                .getMethod("info", String.class)
                .invoke(logger, "the application has started");
    }
}
