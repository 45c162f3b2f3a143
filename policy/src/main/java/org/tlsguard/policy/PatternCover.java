package org.tlsguard.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells whether one of many patterns covers another, at a cost that does not grow with their number. */
final class PatternCover {
    private final Map<String, List<HostPattern>> patterns = new HashMap<>();
    private boolean everything;

    /** Adds patterns; none at all means every peer. */
    void add(List<HostPattern> added) {
        everything |= added.isEmpty();
        for (HostPattern pattern : added) {
            String key = pattern.kind() == HostPattern.Kind.NETWORK
                    ? key(pattern.network(), pattern.bits())
                    : pattern.name();
            List<HostPattern> sameKey = patterns.get(key);
            if (sameKey == null) {
                sameKey = new ArrayList<>(1);
                patterns.put(key, sameKey);
            }
            sameKey.add(pattern);
        }
    }

    boolean covers(HostPattern pattern) {
        if (everything) {
            return true;
        }
        if (pattern.kind() == HostPattern.Kind.NETWORK) {
            for (int bits = pattern.bits(); bits >= 0; bits--) {
                if (anyCovers(key(IpAddress.network(pattern.network(), bits), bits), pattern)) {
                    return true;
                }
            }
            return false;
        }
        String name = pattern.name();
        while (!anyCovers(name, pattern)) {
            int dot = name.indexOf('.');
            if (dot < 0) {
                return false;
            }
            name = name.substring(dot + 1);
        }
        return true;
    }

    private static String key(byte[] network, int bits) {
        return IpAddress.text(network) + '/' + bits;
    }

    private boolean anyCovers(String key, HostPattern pattern) {
        List<HostPattern> candidates = patterns.get(key);
        if (candidates != null) {
            for (HostPattern candidate : candidates) {
                if (candidate.covers(pattern)) {
                    return true;
                }
            }
        }
        return false;
    }
}
