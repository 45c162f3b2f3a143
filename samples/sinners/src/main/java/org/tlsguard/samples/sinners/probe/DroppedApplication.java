package org.tlsguard.samples.sinners.probe;

import java.lang.ref.WeakReference;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import org.tlsguard.samples.sinners.plumbing.Shell;

/** A container that undeploys: runs an application in a loader of its own, drops both, and waits for the collector. */
public final class DroppedApplication {

    private static final int PATIENCE_MILLIS = 20_000;
    private static final String[] APPLICATIONS = {
        "org.tlsguard.samples.sinners.trust.TrustAllClient",
        "org.tlsguard.samples.sinners.name.YesVerifierClient",
        "org.tlsguard.samples.sinners.protocol.SetterClient",
    };

    private static final InheritableThreadLocal<ClassLoader> CONTEXT = new InheritableThreadLocal<>();

    private DroppedApplication() {}

    public static void main(String[] args) {
        Shell.run(args, peer -> {
            List<WeakReference<ClassLoader>> dropped = new ArrayList<>();
            for (String each : APPLICATIONS) {
                dropped.add(deployAndDrop(each, args));
            }
            return "rid of them: " + areCollected(dropped);
        });
    }

    private static WeakReference<ClassLoader> deployAndDrop(String application, String[] args) throws Exception {
        URL own = DroppedApplication.class.getProtectionDomain().getCodeSource().getLocation();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {own}, null)) {
            Method main = loader.loadClass(application).getMethod("main", String[].class);
            Thread thread = new Thread(() -> run(main, args, loader));
            thread.setContextClassLoader(loader);
            thread.start();
            thread.join();
            return new WeakReference<>(loader);
        }
    }

    /** As in a container: with the loader as context, and in what threads inherit. */
    private static void run(Method main, String[] args, ClassLoader loader) {
        CONTEXT.set(loader);
        try {
            main.invoke(null, (Object) args);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean areCollected(List<WeakReference<ClassLoader>> dropped) throws InterruptedException {
        long deadline = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (System.currentTimeMillis() < deadline) {
            System.gc();
            if (dropped.stream().allMatch(each -> each.get() == null)) {
                return true;
            }
            Thread.sleep(50);
        }
        return false;
    }
}
