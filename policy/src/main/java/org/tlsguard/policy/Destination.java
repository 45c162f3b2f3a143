package org.tlsguard.policy;

import java.util.Collections;
import java.util.List;
import java.util.Map;

/** One entry of {@code destinations}. Filled by the loader, then only read. */
final class Destination {
    List<HostPattern> patterns = Collections.emptyList();
    Role role = Role.SERVER;
    /** Null when the entry does not name any. */
    List<AnchorSource> anchors;

    List<Pin> pins = Collections.emptyList();
    /** The reference identifier to expect instead of the dialled host, or null. */
    String name;

    boolean anyName;
    Scheme scheme = Scheme.HTTPS;
    /** Null when the entry does not name one. */
    Baseline baseline;

    Subtraction subtraction = Subtraction.NOTHING;
    Map<Rule, Mode> rules = Collections.emptyMap();
    /** Made of the three above and what holds everywhere. */
    Limits limits;

    /** Who answers for the entry, and why it is there; null when the policy does not say. */
    String reason;

    String owner;
    /** The last day on which the pins and the name vouch for the peer, and its end in milliseconds; null for ever. */
    String expiryDay;

    long expires = Long.MAX_VALUE;
    String where;
}
