package org.tlsguard.scan.material;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.logging.Logger;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;

/** Each nested class accepts somebody whom nobody should, in a way of its own. */
@SuppressWarnings("unused")
public final class SinfulTrustManagers {

    private SinfulTrustManagers() {}

    static class Empty extends Manager {
        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}
    }

    static class Logs extends Manager {
        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {
            for (X509Certificate each : chain) {
                Logger.getLogger("tls").info("connected to " + each.getSubjectX500Principal());
            }
        }
    }

    static class LogsByLambda extends Manager {
        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {
            Arrays.asList(chain).forEach(each -> Logger.getLogger("tls").info(each.toString()));
        }
    }

    static class Swallows extends Manager {
        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {
            try {
                real.checkServerTrusted(chain, authType);
            } catch (CertificateException e) {
                Logger.getLogger("tls").warning("untrusted: " + e);
            }
        }
    }

    static class SwallowsInHelper extends Manager {
        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {
            if (!isSound(chain, authType)) {
                Logger.getLogger("tls").warning("untrusted");
            }
        }

        private boolean isSound(X509Certificate[] chain, String authType) {
            try {
                real.checkServerTrusted(chain, authType);
                return true;
            } catch (CertificateException e) {
                return false;
            }
        }
    }

    static class Finally extends Manager {
        @Override
        @SuppressWarnings("finally")
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            try {
                real.checkServerTrusted(chain, authType);
            } finally {
                return;
            }
        }
    }

    static class FlagNobodySets extends Manager {
        private boolean strict;

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            if (strict) {
                real.checkServerTrusted(chain, authType);
            }
        }
    }

    static class LocalFlag extends Manager {
        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            boolean trusted = chain != null;
            if (chain.length > 0) {
                trusted = true;
            }
            if (!trusted) {
                throw new CertificateException("not trusted");
            }
        }
    }

    static class DeadThrow extends Manager {
        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            int problems = 0;
            if (problems > 0) {
                throw new CertificateException("problems");
            }
        }
    }

    static class ThrowsAndCatches extends Manager {
        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {
            try {
                if (!chain[0].getIssuerX500Principal().getName().equals("CN=Us")) {
                    throw new CertificateException("not ours");
                }
            } catch (Exception e) {
                Logger.getLogger("tls").warning(e.toString());
            }
        }
    }

    static class PresenceOnly extends Manager {
        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            if (chain == null || chain.length == 0) {
                throw new IllegalArgumentException("no chain");
            }
            if (authType == null || authType.isEmpty()) {
                throw new CertificateException("no type");
            }
        }
    }

    static class DatesOnly extends Manager {
        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            for (X509Certificate each : chain) {
                each.checkValidity();
            }
        }
    }

    static class NamesOnly extends Manager {
        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            String issuer = chain[chain.length - 1].getIssuerX500Principal().getName();
            if (!issuer.contains("Example")) {
                throw new CertificateException("not ours");
            }
        }
    }

    static class OwnChainOnly extends Manager {
        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            try {
                for (int i = 0; i + 1 < chain.length; i++) {
                    chain[i].verify(chain[i + 1].getPublicKey());
                }
            } catch (GeneralSecurityException e) {
                throw new CertificateException(e);
            }
        }
    }

    static class ServedAnchors extends Manager {
        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            try {
                KeyStore store = KeyStore.getInstance("JKS");
                store.load(null, null);
                store.setCertificateEntry("served", chain[0]);
                TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
                factory.init(store);
                ((X509TrustManager) factory.getTrustManagers()[0]).checkServerTrusted(chain, authType);
            } catch (GeneralSecurityException | IOException e) {
                throw new CertificateException(e);
            }
        }
    }

    static class ForgivesExpiry extends Manager {
        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            try {
                real.checkServerTrusted(chain, authType);
            } catch (CertificateExpiredException e) {
                Logger.getLogger("tls").warning("expired");
            }
        }
    }

    static class OneOverload extends X509ExtendedTrustManager {
        private final X509TrustManager real = Manager.jvm();

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            real.checkServerTrusted(chain, authType);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
                throws CertificateException {
            real.checkServerTrusted(chain, authType);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            real.checkClientTrusted(chain, authType);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
                throws CertificateException {
            real.checkClientTrusted(chain, authType);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
                throws CertificateException {
            real.checkClientTrusted(chain, authType);
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return real.getAcceptedIssuers();
        }
    }

    /** Knows nothing of TLS by its own constants but the name of what it extends. */
    static class Inherits extends Template {
        @Override
        boolean accepts(X509Certificate[] chain) {
            return true;
        }
    }

    static class Generic<T> extends Manager {
        private T unused;

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {
            note(chain.length);
        }

        private static void note(int length) {
            if (length > 10) {
                Logger.getLogger("tls").info("long chain");
            }
        }
    }

    static class ForServersOnly extends Manager {
        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            throw new CertificateException("this is a server");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}
    }
}
