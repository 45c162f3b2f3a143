package org.tlsguard.engine.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.InputStream;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tlsguard.report.TrustStore;

class TrustStoresTest {

    private final TrustStores stores = new TrustStores();

    @Test
    void anchorsAreToldApartByWhoTrustsThemAndWhetherTheyAreUsed() throws Exception {
        List<X509Certificate> roots = roots();
        stores.consulted(roots.subList(0, 2));
        stores.opened("jvm", roots.toArray(new X509Certificate[0]));
        String first = subject(roots.get(0));
        List<TrustStore> all = stores.current(Collections.singleton(first));
        assertThat(all)
                .extracting(TrustStore::name, TrustStore::trusted, TrustStore::used)
                .containsExactly(
                        tuple("application", 2, Collections.singletonList(first)),
                        tuple("jvm", 3, Collections.singletonList(first)));
    }

    @Test
    void aStoreOfTheFormerPolicyIsForgotten() throws Exception {
        stores.consulted(roots());
        stores.opened("old.pem", roots().toArray(new X509Certificate[0]));
        stores.policyChanged();
        assertThat(stores.current(Collections.<String>emptySet()))
                .extracting(TrustStore::name)
                .containsExactly("application");
    }

    @Test
    void anApplicationThatMakesAStorePerConnectionIsBoundedWork() throws Exception {
        List<X509Certificate> roots = roots();
        for (int i = 0; i < 10_000; i++) {
            stores.consulted(new ArrayList<>(roots));
        }
        assertThat(stores.current(Collections.<String>emptySet()))
                .extracting(TrustStore::trusted)
                .containsExactly(3);
    }

    private static String subject(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().getName();
    }

    /** Three of those that this JVM trusts. */
    private static List<X509Certificate> roots() throws Exception {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        try (InputStream in = new java.io.FileInputStream(System.getProperty("java.home") + "/lib/security/cacerts")) {
            store.load(in, null);
        }
        List<X509Certificate> roots = new ArrayList<>();
        for (String each : Collections.list(store.aliases())) {
            if (roots.size() < 3) {
                roots.add((X509Certificate) store.getCertificate(each));
            }
        }
        return roots;
    }
}
