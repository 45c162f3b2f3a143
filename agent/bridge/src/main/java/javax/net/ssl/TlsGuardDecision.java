package javax.net.ssl;

import java.security.cert.X509Certificate;

/**
 * One trust decision: the questions to put to a trust manager, first about the peer's chain and then, where the answer
 * alone proves nothing, about others.
 */
public abstract class TlsGuardDecision {

    /** Whom to ask next; never null. */
    public abstract X509TrustManager manager();

    /** What to ask about next; never null. */
    public abstract X509Certificate[] chain();

    /**
     * Takes the answer to the last question.
     *
     * @param refusal what the manager threw; null when it accepted
     */
    public abstract void answered(Throwable refusal);

    /** Whether there is another question. */
    public abstract boolean again();

    /** Ends the observation of the current thread; called once, whatever happened. */
    public abstract void close();

    /** What to throw: the manager's own refusal of the peer, or the guard's veto; null when the handshake goes on. */
    public abstract Throwable conclusion();
}
