package org.tlsguard.scan.material;

import java.util.logging.Logger;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/** Each nested class accepts a name that it should not. */
public final class SinfulVerifiers {

    private SinfulVerifiers() {}

    static class Yes implements HostnameVerifier {
        @Override
        public boolean verify(String host, SSLSession session) {
            return true;
        }
    }

    static class IgnoresTheAnswer implements HostnameVerifier {
        @Override
        public boolean verify(String host, SSLSession session) {
            if (!HttpsURLConnection.getDefaultHostnameVerifier().verify(host, session)) {
                Logger.getLogger("tls").warning("wrong name: " + host);
            }
            return true;
        }
    }

    static class OrTrue implements HostnameVerifier {
        @Override
        public boolean verify(String host, SSLSession session) {
            boolean ok = HttpsURLConnection.getDefaultHostnameVerifier().verify(host, session);
            ok |= true;
            return ok;
        }
    }

    static class DialledNameOnly implements HostnameVerifier {
        @Override
        public boolean verify(String host, SSLSession session) {
            return host.endsWith(".example.com");
        }
    }

    static class ComparesWithItself implements HostnameVerifier {
        @Override
        public boolean verify(String host, SSLSession session) {
            return host.equalsIgnoreCase(session.getPeerHost());
        }
    }

    static class AnyCertificate implements HostnameVerifier {
        @Override
        public boolean verify(String host, SSLSession session) {
            try {
                return session.getPeerCertificates().length > 0;
            } catch (SSLPeerUnverifiedException e) {
                return false;
            }
        }
    }

    static class Constant implements HostnameVerifier {
        private static final boolean RESULT = Boolean.TRUE.booleanValue();
        private boolean refuse;

        @Override
        public boolean verify(String host, SSLSession session) {
            return !refuse;
        }
    }

    static class Lambda {
        HostnameVerifier verifier() {
            return (host, session) -> true;
        }
    }

    static class CapturingLambda {
        HostnameVerifier verifier(String expected, int count) {
            return (host, session) -> {
                Logger.getLogger("tls").info(expected + count + host);
                return true;
            };
        }
    }

    static class MethodReference {
        HostnameVerifier verifier() {
            return MethodReference::whatever;
        }

        static boolean whatever(String host, SSLSession session) {
            return true;
        }
    }

    interface Nodding extends HostnameVerifier {
        @Override
        default boolean verify(String host, SSLSession session) {
            return true;
        }
    }

    static class ByDefaultMethod implements Nodding {}
}
