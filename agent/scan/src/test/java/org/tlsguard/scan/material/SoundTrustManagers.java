package org.tlsguard.scan.material;

import java.security.AccessController;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivilegedActionException;
import java.security.PrivilegedExceptionAction;
import java.security.PublicKey;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.logging.Logger;
import javax.net.ssl.X509TrustManager;

/** Each nested class tells peers apart by who they are, in a way that a hasty look takes for a sin. */
@SuppressWarnings({"unused", "removal"})
public final class SoundTrustManagers {

    private SoundTrustManagers() {}

    static class Delegates extends Manager {
        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            real.checkServerTrusted(chain, authType);
        }
    }

    static class LogsAndRethrows extends Manager {
        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            try {
                real.checkServerTrusted(chain, authType);
            } catch (CertificateException e) {
                Logger.getLogger("tls").warning("untrusted: " + e);
                throw e;
            } finally {
                Logger.getLogger("tls").fine("asked");
            }
        }
    }

    static class RemembersTheFailure extends Manager {
        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            boolean ok = false;
            try {
                real.checkServerTrusted(chain, authType);
                ok = true;
            } catch (CertificateException e) {
                Logger.getLogger("tls").warning("untrusted: " + e);
            }
            if (!ok) {
                throw new CertificateException("untrusted");
            }
        }
    }

    static class AnyOfSeveral extends Manager {
        private final List<X509TrustManager> managers = Arrays.asList(real, Manager.jvm());

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            CertificateException last = null;
            for (X509TrustManager each : managers) {
                try {
                    each.checkServerTrusted(chain, authType);
                    return;
                } catch (CertificateException e) {
                    last = e;
                }
            }
            throw last == null ? new CertificateException("nobody to ask") : last;
        }
    }

    static class AllOfSeveral extends Manager {
        private final Object[] managers = {real};

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            for (Object each : managers) {
                if (each instanceof X509TrustManager) {
                    ((X509TrustManager) each).checkServerTrusted(chain, authType);
                }
            }
        }
    }

    static class PinsDigest extends Manager {
        private final Set<String> pins = new HashSet<>(Collections.singletonList("x"));

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            try {
                byte[] digest = MessageDigest.getInstance("SHA-256")
                        .digest(chain[0].getPublicKey().getEncoded());
                if (!pins.contains(Arrays.toString(digest))) {
                    throw new CertificateException("not pinned");
                }
            } catch (GeneralSecurityException e) {
                throw new CertificateException(e);
            }
        }
    }

    static class PinsByStream extends Manager {
        private final Set<PublicKey> pins = Collections.emptySet();

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            if (Arrays.stream(chain).map(Certificate::getPublicKey).noneMatch(pins::contains)) {
                throw new CertificateException("not pinned");
            }
        }
    }

    static class AsksPredicate extends Manager {
        private final Predicate<X509Certificate[]> trusted;

        AsksPredicate(Predicate<X509Certificate[]> trusted) {
            this.trusted = trusted;
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            if (!trusted.test(chain)) {
                throw new CertificateException("no");
            }
        }
    }

    static class ByHand extends Manager {
        private final KeyStore anchors;

        ByHand(KeyStore anchors) {
            this.anchors = anchors;
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            try {
                PKIXParameters parameters = new PKIXParameters(anchors);
                parameters.setRevocationEnabled(false);
                CertPath path = CertificateFactory.getInstance("X.509").generateCertPath(Arrays.asList(chain));
                CertPathValidator.getInstance("PKIX").validate(path, parameters);
            } catch (GeneralSecurityException e) {
                throw new CertificateException(e);
            }
        }
    }

    static class ByAnchorsKey extends Manager {
        private final PublicKey authority;

        ByAnchorsKey(PublicKey authority) {
            this.authority = authority;
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            try {
                chain[0].checkValidity();
                chain[0].verify(authority);
            } catch (GeneralSecurityException e) {
                throw new CertificateException(e);
            }
        }
    }

    static class Privileged extends Manager {
        @Override
        public void checkServerTrusted(final X509Certificate[] chain, final String authType)
                throws CertificateException {
            try {
                AccessController.doPrivileged(new PrivilegedExceptionAction<Void>() {
                    @Override
                    public Void run() throws CertificateException {
                        real.checkServerTrusted(chain, authType);
                        return null;
                    }
                });
            } catch (PrivilegedActionException e) {
                throw new CertificateException(e.getException());
            }
        }
    }

    static class OnAnotherThread extends Manager {
        private final ExecutorService pool = Executors.newSingleThreadExecutor();

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            Callable<Boolean> task = () -> {
                real.checkServerTrusted(chain, authType);
                return true;
            };
            try {
                pool.submit(task).get();
            } catch (InterruptedException | ExecutionException e) {
                throw new CertificateException(e);
            }
        }
    }

    static class Caches extends Manager {
        private final Set<X509Certificate> known = ConcurrentHashMap.newKeySet();

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            if (known.contains(chain[0])) {
                return;
            }
            real.checkServerTrusted(chain, authType);
            known.add(chain[0]);
        }
    }

    static class RefusesAll extends Manager {
        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {
            throw new UnsupportedOperationException();
        }
    }

    static class DecidesBelow extends Template {
        private final Set<X509Certificate> known = Collections.emptySet();

        @Override
        boolean accepts(X509Certificate[] chain) {
            return known.contains(chain[0]);
        }
    }

    /** Has the methods, and nobody will ever ask them about a peer. */
    static class NoManager implements Runnable {
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void run() {}
    }
}
