package org.tlsguard.engine.observe;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map of a bounded size: what was not asked for longest makes room. Not safe for use by several threads. */
public final class BoundedMap<K, V> extends LinkedHashMap<K, V> {

    private static final long serialVersionUID = 1L;

    private final int most;

    /**
     * Makes an empty one.
     *
     * @param most how many entries it holds at the most
     */
    public BoundedMap(int most) {
        super(16, 0.75f, true);
        this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
    }
}
