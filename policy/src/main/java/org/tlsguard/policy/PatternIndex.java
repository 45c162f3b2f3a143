package org.tlsguard.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds the entries of a policy that match a peer, in the order of the policy, at a cost that depends on the number of
 * labels or of different prefix lengths and not on the number of entries.
 *
 * <p>Filled by one thread, then only read.
 */
final class PatternIndex<T> {
    private final Map<String, List<Slot<T>>> exact = new HashMap<>();
    private final Map<String, List<Slot<T>>> oneLabel = new HashMap<>();
    private final Map<String, List<Slot<T>>> anyDepth = new HashMap<>();
    /** By prefix length, then by the text of the network; two families apart, for 10.0.0.0/8 is not a00::/8. */
    private final Map<Integer, Map<String, List<Slot<T>>>> v4 = new TreeMap<>();

    private final Map<Integer, Map<String, List<Slot<T>>>> v6 = new TreeMap<>();
    private int entries;

    private static final class Slot<T> {
        final int order;
        final HostPattern pattern;
        final T value;

        Slot(int order, HostPattern pattern, T value) {
            this.order = order;
            this.pattern = pattern;
            this.value = value;
        }
    }

    /** Adds an entry after all that were added before. */
    void add(Iterable<HostPattern> patterns, T value) {
        for (HostPattern pattern : patterns) {
            Map<String, List<Slot<T>>> slots = slots(pattern);
            String key =
                    pattern.kind() == HostPattern.Kind.NETWORK ? IpAddress.text(pattern.network()) : pattern.name();
            List<Slot<T>> list = slots.get(key);
            if (list == null) {
                list = new ArrayList<>(1);
                slots.put(key, list);
            }
            list.add(new Slot<>(entries, pattern, value));
        }
        entries++;
    }

    private Map<String, List<Slot<T>>> slots(HostPattern pattern) {
        switch (pattern.kind()) {
            case EXACT:
                return exact;
            case ONE_LABEL:
                return oneLabel;
            case ANY_DEPTH:
                return anyDepth;
            default:
                Map<Integer, Map<String, List<Slot<T>>>> family = pattern.network().length == 4 ? v4 : v6;
                Map<String, List<Slot<T>>> networks = family.get(pattern.bits());
                if (networks == null) {
                    networks = new HashMap<>();
                    family.put(pattern.bits(), networks);
                }
                return networks;
        }
    }

    boolean isEmpty() {
        return entries == 0;
    }

    /** Returns every entry with a pattern that matches the peer, each once, in the order in which they were added. */
    List<T> matching(Peer peer) {
        List<Slot<T>> found = new ArrayList<>();
        Host host = peer.parsed();
        if (host == null) {
            return Collections.emptyList();
        }
        if (host.isAddress()) {
            byte[] address = host.address();
            Map<Integer, Map<String, List<Slot<T>>>> family = address.length == 4 ? v4 : v6;
            for (Map.Entry<Integer, Map<String, List<Slot<T>>>> networks : family.entrySet()) {
                String network = IpAddress.text(IpAddress.network(address, networks.getKey()));
                collect(networks.getValue().get(network), peer, found);
            }
        } else if (host.name() != null) {
            String name = host.name();
            collect(exact.get(name), peer, found);
            int dot = name.indexOf('.');
            if (dot >= 0) {
                collect(oneLabel.get(name.substring(dot + 1)), peer, found);
            }
            for (; dot >= 0; dot = name.indexOf('.', dot + 1)) {
                collect(anyDepth.get(name.substring(dot + 1)), peer, found);
            }
        }
        return inOrder(found);
    }

    private static <T> void collect(List<Slot<T>> slots, Peer peer, List<Slot<T>> found) {
        if (slots != null) {
            for (Slot<T> slot : slots) {
                if (slot.pattern.matchesPort(peer.port())) {
                    found.add(slot);
                }
            }
        }
    }

    private static <T> List<T> inOrder(List<Slot<T>> found) {
        if (found.isEmpty()) {
            return Collections.emptyList();
        }
        Collections.sort(found, new Comparator<Slot<T>>() {
            @Override
            public int compare(Slot<T> a, Slot<T> b) {
                return Integer.compare(a.order, b.order);
            }
        });
        List<T> values = new ArrayList<>(found.size());
        int last = -1;
        for (Slot<T> slot : found) {
            if (slot.order != last) {
                values.add(slot.value);
                last = slot.order;
            }
        }
        return values;
    }
}
