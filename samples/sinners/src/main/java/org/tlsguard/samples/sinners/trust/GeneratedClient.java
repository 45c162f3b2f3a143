package org.tlsguard.samples.sinners.trust;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.security.cert.X509Certificate;
import javax.net.ssl.TrustManager;
import org.tlsguard.samples.sinners.plumbing.ClientTrustManager;
import org.tlsguard.samples.sinners.plumbing.Shell;
import org.tlsguard.samples.sinners.plumbing.Tls;

/**
 * Makes the class of its manager from bytes that it has in hand, as frameworks that write code do: by a loader of its own
 * that says nothing of where they come from ({@code how=loader}), or hidden from everybody ({@code how=hidden}, Java 15 on).
 */
public final class GeneratedClient {

    private GeneratedClient() {}

    public static void main(String[] args) {
        Shell.run(args, peer -> peer.carrier().login(peer, Tls.trusting(generated(peer.option("how")))));
    }

    private static TrustManager generated(String how) throws Exception {
        Class<?> type = how.equals("hidden") ? hidden(bytes()) : new Loader().define(bytes());
        Constructor<?> maker = type.getDeclaredConstructor();
        maker.setAccessible(true);
        return (TrustManager) maker.newInstance();
    }

    /** {@code MethodHandles.lookup().defineHiddenClass(bytes, false).lookupClass()}, in the words of Java 8. */
    private static Class<?> hidden(byte[] bytes) throws ReflectiveOperationException {
        Class<?> option = Class.forName("java.lang.invoke.MethodHandles$Lookup$ClassOption");
        Object none = Array.newInstance(option, 0);
        Method define =
                MethodHandles.Lookup.class.getMethod("defineHiddenClass", byte[].class, boolean.class, none.getClass());
        Object lookup = define.invoke(MethodHandles.lookup(), bytes, false, none);
        return ((MethodHandles.Lookup) lookup).lookupClass();
    }

    private static byte[] bytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (InputStream in = GeneratedClient.class.getResourceAsStream("GeneratedClient$TrustAll.class")) {
            for (int b = in.read(); b >= 0; b = in.read()) {
                bytes.write(b);
            }
        }
        return bytes.toByteArray();
    }

    private static final class Loader extends ClassLoader {
        Loader() {
            super(GeneratedClient.class.getClassLoader());
        }

        Class<?> define(byte[] bytes) {
            return defineClass(TrustAll.class.getName(), bytes, 0, bytes.length);
        }
    }

    private static final class TrustAll extends ClientTrustManager {
        TrustAll() {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}
    }
}
