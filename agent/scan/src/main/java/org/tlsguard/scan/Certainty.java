package org.tlsguard.scan;

import java.util.Locale;

/** How sure one can be of a sin that was seen in code and not in action; the surest first. */
public enum Certainty {
    /** Whatever the peer presents, this code lets it pass, or this switch is off. */
    CERTAIN,
    /** So unless something that the scan does not see says otherwise. */
    LIKELY,
    /** It depends on a setting, or on code elsewhere: worth a look. */
    POSSIBLE;

    /** The word used for it in reports. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    Certainty orLess(Certainty other) {
        return ordinal() >= other.ordinal() ? this : other;
    }
}
