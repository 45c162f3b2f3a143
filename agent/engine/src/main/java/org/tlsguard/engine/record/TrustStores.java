package org.tlsguard.engine.record;

import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tlsguard.engine.observe.WeakIdentityMap;
import org.tlsguard.report.TrustStore;

/**
 * The trust anchors by which peers are judged: the application's, as they were when it validated a chain, and those of the
 * policy, once they are opened. None is opened for this, and their subjects are read by the thread that writes the report.
 * Bounded. Thread-safe.
 */
public final class TrustStores {

    /** Stores that were seen since the last report. */
    private static final int MOST_WAITING = 64;

    private static final int MOST_STORES = 50;
    private static final int MOST_ANCHORS = 2_000;

    private final WeakIdentityMap<Collection<?>, Boolean> seen = new WeakIdentityMap<>();
    private final List<Store> waiting = new ArrayList<>();
    private final Map<String, Set<String>> subjects = new LinkedHashMap<>();

    private static final class Store {

        final String name;
        final Collection<?> anchors;

        Store(String name, Collection<?> anchors) {
            this.name = name;
            this.anchors = anchors;
        }
    }

    /**
     * The application validates a chain against these. Costs a look-up when they were seen before.
     *
     * @param anchors certificates, or trust anchors
     */
    public void consulted(Collection<?> anchors) {
        if (seen.get(anchors) == null) {
            seen.put(anchors, Boolean.TRUE);
            await(new Store(TrustStore.APPLICATION, anchors));
        }
    }

    /**
     * A store of the policy's is opened.
     *
     * @param name as the policy names it
     */
    public void opened(String name, X509Certificate[] anchors) {
        await(new Store(name, Arrays.asList(anchors)));
    }

    /** The policy has changed: what it trusts is opened anew. */
    synchronized void policyChanged() {
        subjects.keySet().retainAll(Arrays.asList(TrustStore.APPLICATION));
        for (int i = waiting.size() - 1; i >= 0; i--) {
            if (!waiting.get(i).name.equals(TrustStore.APPLICATION)) {
                waiting.remove(i);
            }
        }
    }

    private synchronized void await(Store store) {
        if (waiting.size() < MOST_WAITING) {
            waiting.add(store);
        }
    }

    /**
     * What is known of them.
     *
     * @param used the subjects of all anchors that a chain was found to rest on, among others
     */
    synchronized List<TrustStore> current(Set<String> used) {
        for (Store each : waiting) {
            read(each);
        }
        waiting.clear();
        List<TrustStore> all = new ArrayList<>();
        for (Map.Entry<String, Set<String>> each : subjects.entrySet()) {
            Set<String> usedHere = new LinkedHashSet<>(each.getValue());
            usedHere.retainAll(used);
            Set<String> others = new LinkedHashSet<>(each.getValue());
            others.removeAll(usedHere);
            all.add(TrustStore.of(each.getKey(), usedHere, others));
        }
        return all;
    }

    private void read(Store store) {
        Set<String> known = subjects.get(store.name);
        if (known == null) {
            if (subjects.size() >= MOST_STORES) {
                return;
            }
            known = new LinkedHashSet<>();
            subjects.put(store.name, known);
        }
        for (Object each : store.anchors) {
            String subject = subject(each);
            if (subject != null && known.size() < MOST_ANCHORS) {
                known.add(subject);
            }
        }
    }

    /** As a destination names its anchor. */
    private static String subject(Object anchor) {
        X509Certificate certificate = anchor instanceof TrustAnchor
                ? ((TrustAnchor) anchor).getTrustedCert()
                : anchor instanceof X509Certificate ? (X509Certificate) anchor : null;
        return certificate == null
                ? null
                : certificate.getSubjectX500Principal().getName();
    }
}
