package org.tlsguard.engine.observe;

import java.security.cert.X509Certificate;
import javax.net.ssl.HostnameVerifier;

/**
 * What the hooks on one thread tell each other. It refers to nothing of the application beyond the call during which it
 * was set.
 */
public final class ThreadState {

    private static final ThreadLocal<ThreadState> STATES = new ThreadLocal<ThreadState>() {
        @Override
        protected ThreadState initialValue() {
            return new ThreadState();
        }
    };

    /** How deep the guard is in work of its own, which is not looked at. */
    public int own;

    /** Who is told of witnesses; null when nobody decides on this thread. */
    public WitnessListener decision;

    /** The path that the guard's own validation built last. */
    public X509Certificate[] ownPath;

    /** The verifier that will be asked if the name does not fit; set for the duration of that check. */
    public HostnameVerifier verifierInCharge;

    /** How many verifiers are being asked whose answer a decision takes. */
    public int asking;

    /** Whether a copy of the application's code is being asked, whose output is nobody's. */
    public boolean muted;

    private ThreadState() {}

    /** The state of the current thread. */
    public static ThreadState current() {
        return STATES.get();
    }

    /** A decision that wants to know what was validated meanwhile. */
    public interface WitnessListener {

        /** JSSE's validator accepted a chain. */
        void validated(X509Certificate[] validated, Object validator, X509Certificate[] served);

        /** The JDK's PKIX implementation accepted a path. */
        void pathValidated(Object result, Object path, Object parameters);

        /** The JDK's name checker accepted a name. */
        void nameMatched(String name, X509Certificate certificate);

        /** A plain manager answered inside JSSE's wrapper. */
        void plainManagerAnswered(boolean accepted);
    }
}
