package org.tlsguard.engine.judge;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import javax.net.ssl.X509TrustManager;
import org.tlsguard.engine.observe.BoundedMap;
import org.tlsguard.engine.observe.ThreadState;
import org.tlsguard.engine.record.TrustStores;
import org.tlsguard.policy.AnchorSource;
import org.tlsguard.policy.Cause;
import org.tlsguard.policy.PeerPolicy;

/**
 * The guard's own validation: the JDK's PKIX against the policy's anchors, on certificates parsed anew. Remembered per
 * chain for as long as every certificate of the path stays within its validity period.
 */
final class Validator {

    private static final int REMEMBERED = 512;

    /** A failure is looked at again after this time: a clock may have moved, a certificate become valid. */
    private static final long FAILURE_MILLIS = 60_000;

    private final Anchors anchors;
    private final Map<String, Remembered> memory = new BoundedMap<>(REMEMBERED);

    private static final class Remembered {

        final Validation validation;
        final long until;

        Remembered(Validation validation, long until) {
            this.validation = validation;
            this.until = until;
        }
    }

    /**
     * @param told is told of the trust stores that are opened
     */
    Validator(TrustStores told) {
        anchors = new Anchors(told);
    }

    /**
     * Validates a chain.
     *
     * @param served as the peer sent it
     * @param authType as JSSE names the key exchange
     * @param server whether the peer is a server
     */
    Validation validate(X509Certificate[] served, String authType, boolean server, PeerPolicy policy)
            throws GeneralSecurityException, IOException {
        List<AnchorSource> sources = policy.anchors();
        String key = digest(served) + authType + server + Anchors.key(sources);
        long now = System.currentTimeMillis();
        synchronized (memory) {
            Remembered known = memory.get(key);
            if (known != null && now < known.until) {
                return known.validation;
            }
        }
        X509Certificate[] anew = CanaryMaker.parsedAnew(served);
        Validation validation = validateAnew(anew, authType, server, sources);
        synchronized (memory) {
            memory.put(
                    key,
                    new Remembered(
                            validation, validation.isSound() ? validUntil(validation.path) : now + FAILURE_MILLIS));
        }
        return validation;
    }

    private Validation validateAnew(
            X509Certificate[] served, String authType, boolean server, List<AnchorSource> sources)
            throws GeneralSecurityException, IOException {
        if (NamedPkix.isNeeded()) {
            return validateByName(served, authType, server, anchors.certificates(sources));
        }
        CertificateException failure = null;
        ThreadState thread = ThreadState.current();
        for (X509TrustManager manager : anchors.of(sources)) {
            thread.ownPath = null;
            try {
                if (server) {
                    manager.checkServerTrusted(served, authType);
                } else {
                    manager.checkClientTrusted(served, authType);
                }
            } catch (CertificateException refused) {
                failure = refused;
                continue;
            }
            List<X509Certificate> path = Arrays.asList(thread.ownPath != null ? thread.ownPath : served);
            Validation reVerified = Signatures.verified(path);
            if (reVerified != null) {
                return reVerified;
            }
            // The JDK accepts an end entity that is itself an anchor whatever its dates say.
            Validation dated = Diagnosis.validity(path);
            return dated == null ? Validation.sound(path) : dated;
        }
        return Diagnosis.of(served, anchors.certificates(sources), failure, server);
    }

    /** As the JDK's trust manager does it, piece by piece: by itself it would ask a provider of the application's. */
    private static Validation validateByName(
            X509Certificate[] served, String authType, boolean server, List<X509Certificate> trusted)
            throws GeneralSecurityException {
        List<X509Certificate> path;
        try {
            path = NamedPkix.path(served, trusted);
        } catch (CertPathBuilderException none) {
            return Diagnosis.of(served, trusted, new CertificateException(none), server);
        }
        Validation broken = Signatures.verified(path);
        if (broken == null) {
            broken = Diagnosis.validity(path);
        }
        if (broken == null && !Diagnosis.mayServe(served[0], server)) {
            broken = Diagnosis.wrongUsage(served[0], server);
        }
        if (broken == null && !Diagnosis.mayExchange(served[0], authType, server)) {
            broken = Diagnosis.wrongKeyUsage(served[0]);
        }
        return broken == null ? Validation.sound(path) : broken;
    }

    private static long validUntil(List<X509Certificate> path) {
        long until = Long.MAX_VALUE;
        for (X509Certificate each : path.subList(0, Math.max(1, path.size() - 1))) {
            until = Math.min(until, each.getNotAfter().getTime());
        }
        return until;
    }

    /** Identifies a chain by its bytes. */
    static String digest(X509Certificate[] chain) throws GeneralSecurityException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (X509Certificate each : chain) {
            digest.update(each.getEncoded());
        }
        return new java.math.BigInteger(1, digest.digest()).toString(16);
    }

    /** The reason in words when a chain cannot even be read. */
    static Validation unreadable(GeneralSecurityException reason) {
        return Validation.unsound(
                Cause.UNKNOWN_ISSUER, "the peer's certificates cannot be read: " + reason.getMessage(), false);
    }

    static List<X509Certificate> listOf(X509Certificate[] chain) {
        return Collections.unmodifiableList(Arrays.asList(chain));
    }
}
