package org.tlsguard.engine.judge;

import java.io.BufferedInputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.tlsguard.engine.record.TrustStores;
import org.tlsguard.policy.AnchorFile;
import org.tlsguard.policy.AnchorSource;

/**
 * The trust anchors a policy names, as trust managers of the JDK. Each source is opened when a peer is first judged by it,
 * so that the application's own {@code javax.net.ssl.trustStore} is in force by then.
 */
final class Anchors {

    /** Where the usual systems keep what they trust, in one file. */
    private static final String[] SYSTEM_FILES = {
        "/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/cert.pem"
    };

    private static final String[] SYSTEM_STORES = {"Windows-ROOT", "KeychainStore"};

    private final TrustStores told;
    private final Map<String, X509TrustManager> managers = new HashMap<>();

    /**
     * @param told is told of each source that is opened
     */
    Anchors(TrustStores told) {
        this.told = told;
    }

    /** A manager per source. */
    List<X509TrustManager> of(List<AnchorSource> sources) throws GeneralSecurityException, IOException {
        List<X509TrustManager> all = new ArrayList<>(sources.size());
        for (AnchorSource source : sources) {
            all.add(manager(source));
        }
        return all;
    }

    /** All certificates that any of the sources trusts. */
    List<X509Certificate> certificates(List<AnchorSource> sources) throws GeneralSecurityException, IOException {
        List<X509Certificate> all = new ArrayList<>();
        for (X509TrustManager each : of(sources)) {
            Collections.addAll(all, each.getAcceptedIssuers());
        }
        return all;
    }

    /** Tells lists of sources apart, whatever the directories their policies are in. */
    static String key(List<AnchorSource> sources) {
        StringBuilder key = new StringBuilder();
        for (AnchorSource source : sources) {
            key.append(' ').append(key(source));
        }
        return key.toString();
    }

    private static String key(AnchorSource source) {
        return source.kind() + ":" + source.file();
    }

    private synchronized X509TrustManager manager(AnchorSource source) throws GeneralSecurityException, IOException {
        String key = key(source);
        X509TrustManager known = managers.get(key);
        if (known == null) {
            known = managerOver(store(source));
            managers.put(key, known);
            told.opened(name(source), known.getAcceptedIssuers());
        }
        return known;
    }

    private static String name(AnchorSource source) {
        return source.file() == null
                ? source.kind().name().toLowerCase(Locale.ROOT)
                : source.file().getPath();
    }

    /** The JDK's PKIX manager over a store; over null, the JVM's default store. */
    private static X509TrustManager managerOver(KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX", "SunJSSE");
        factory.init(store);
        for (TrustManager each : factory.getTrustManagers()) {
            if (each instanceof X509TrustManager) {
                return (X509TrustManager) each;
            }
        }
        throw new GeneralSecurityException("the JDK's PKIX factory gave no X509TrustManager");
    }

    private static KeyStore store(AnchorSource source) throws GeneralSecurityException, IOException {
        switch (source.kind()) {
            case JVM:
                return null;
            case OS:
                return systemStore();
            default:
                return read(source.file());
        }
    }

    private static KeyStore systemStore() throws GeneralSecurityException, IOException {
        for (String file : SYSTEM_FILES) {
            if (new File(file).canRead()) {
                return read(new File(file));
            }
        }
        for (String type : SYSTEM_STORES) {
            try {
                KeyStore store = KeyStore.getInstance(type);
                store.load(null, null);
                return store;
            } catch (GeneralSecurityException notThisSystem) {
                continue;
            }
        }
        throw new IOException("no trust store of the operating system was found");
    }

    /** PEM certificates, or a JKS or PKCS#12 store whose certificates need no password. */
    private static KeyStore read(File file) throws GeneralSecurityException, IOException {
        GeneralSecurityException last = new GeneralSecurityException("this is no key store");
        for (String type : new String[] {"JKS", "PKCS12"}) {
            for (char[] password : new char[][] {null, "changeit".toCharArray(), new char[0]}) {
                try (InputStream in = new FileInputStream(file)) {
                    KeyStore store = KeyStore.getInstance(type, type.equals("JKS") ? "SUN" : "SunJSSE");
                    store.load(in, password);
                    if (store.size() > 0) {
                        return store;
                    }
                } catch (GeneralSecurityException another) {
                    last = another;
                } catch (IOException another) {
                    last = new GeneralSecurityException(another);
                }
            }
        }
        KeyStore store = KeyStore.getInstance("JKS", "SUN");
        store.load(null, null);
        for (Certificate each : certificates(file, last)) {
            store.setCertificateEntry("anchor" + store.size(), each);
        }
        return store;
    }

    /** The certificates of a PEM file; whatever is no PEM is left to the JDK. */
    private static Collection<? extends Certificate> certificates(File file, GeneralSecurityException notStore)
            throws GeneralSecurityException, IOException {
        List<Certificate> certificates = new ArrayList<>();
        for (byte[] each : AnchorFile.pemCertificates(file)) {
            certificates.add(CanaryMaker.parse(each));
        }
        if (!certificates.isEmpty()) {
            return certificates;
        }
        Collection<? extends Certificate> all = Collections.emptyList();
        try (InputStream in = new BufferedInputStream(new FileInputStream(file))) {
            all = CertificateFactory.getInstance("X.509", "SUN").generateCertificates(in);
        } catch (CertificateException noCertificates) {
            notStore.addSuppressed(noCertificates);
        }
        if (all.isEmpty()) {
            throw new GeneralSecurityException(
                    "no certificate can be read from " + file + "; a key store must need no password to read them, or"
                            + " changeit",
                    notStore);
        }
        return all;
    }
}
