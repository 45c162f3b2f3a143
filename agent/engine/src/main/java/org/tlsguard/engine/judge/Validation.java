package org.tlsguard.engine.judge;

import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.List;
import org.tlsguard.policy.Cause;

/** What the guard's own validation of a chain found. */
final class Validation {

    /** Why the chain is not valid; null when it is. */
    final Cause cause;
    /** The cause in words, about these certificates. */
    final String detail;
    /** Whether the chain leads to an anchor, sound or not. */
    final boolean reachesAnchor;
    /** End entity to anchor; empty when the chain is not valid. */
    final List<X509Certificate> path;

    private Validation(Cause cause, String detail, boolean reachesAnchor, List<X509Certificate> path) {
        this.cause = cause;
        this.detail = detail;
        this.reachesAnchor = reachesAnchor;
        this.path = path;
    }

    static Validation sound(List<X509Certificate> path) {
        return new Validation(null, null, true, Collections.unmodifiableList(path));
    }

    static Validation unsound(Cause cause, String detail, boolean reachesAnchor) {
        return new Validation(cause, detail, reachesAnchor, Collections.<X509Certificate>emptyList());
    }

    boolean isSound() {
        return cause == null;
    }
}
