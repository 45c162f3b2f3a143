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
    /** End entity to anchor; empty when the chain is not valid, unless it is only too weak. */
    final List<X509Certificate> path;
    /** Whether nothing is wrong but that an algorithm or a key is weaker than this JVM accepts. */
    final boolean onlyWeak;

    private Validation(
            Cause cause, String detail, boolean reachesAnchor, List<X509Certificate> path, boolean onlyWeak) {
        this.cause = cause;
        this.detail = detail;
        this.reachesAnchor = reachesAnchor;
        this.path = Collections.unmodifiableList(path);
        this.onlyWeak = onlyWeak;
    }

    static Validation sound(List<X509Certificate> path) {
        return new Validation(null, null, true, path, false);
    }

    static Validation unsound(Cause cause, String detail, boolean reachesAnchor) {
        return new Validation(cause, detail, reachesAnchor, Collections.<X509Certificate>emptyList(), false);
    }

    /** Of a path that would be sound if its algorithms were allowed. */
    static Validation weak(String detail, List<X509Certificate> path) {
        return new Validation(Cause.BAD_SIGNATURE, detail, true, path, true);
    }

    boolean isSound() {
        return cause == null;
    }
}
