package org.tlsguard.engine.observe;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Facts about objects of the application, by identity and without keeping them alive: neither their {@code equals} nor
 * their {@code hashCode} is ever called. A value must not refer to its key.
 *
 * @param <K> what the facts are about
 * @param <V> the facts
 */
public final class WeakIdentityMap<K, V> {

    private final Map<Object, V> facts = new HashMap<>();
    private final ReferenceQueue<K> cleared = new ReferenceQueue<>();

    /** The facts about this object, or null. */
    public synchronized V get(K key) {
        return key == null ? null : facts.get(new Probe(key));
    }

    /** Replaces the facts about this object. */
    public synchronized void put(K key, V value) {
        expunge();
        facts.put(new Key<>(key, cleared), value);
    }

    /** Forgets this object. */
    public synchronized V remove(K key) {
        return key == null ? null : facts.remove(new Probe(key));
    }

    /** How many objects there are facts about, those collected left out. */
    public synchronized int size() {
        expunge();
        return facts.size();
    }

    /** A copy of all facts. */
    public synchronized List<V> values() {
        expunge();
        return new ArrayList<>(facts.values());
    }

    private void expunge() {
        for (Reference<? extends K> gone = cleared.poll(); gone != null; gone = cleared.poll()) {
            facts.remove(gone);
        }
    }

    /** The stored key. */
    private static final class Key<K> extends WeakReference<K> {

        private final int hash;

        Key(K referent, ReferenceQueue<K> queue) {
            super(referent, queue);
            hash = System.identityHashCode(referent);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(Object other) {
            if (this == other) {
                return true;
            }
            Object mine = get();
            return mine != null && other instanceof Key && ((Key<?>) other).get() == mine;
        }
    }

    /** A key to look up with: no reference object is made for a look-up. */
    private static final class Probe {

        private final Object referent;

        Probe(Object referent) {
            this.referent = referent;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(referent);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key && ((Key<?>) other).get() == referent;
        }
    }
}
