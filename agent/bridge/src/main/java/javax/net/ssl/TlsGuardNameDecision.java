package javax.net.ssl;

/** One name decision: the sessions about which to ask a host name verifier, first the real one. */
public abstract class TlsGuardNameDecision {

    /** Whom to ask next; never null. */
    public abstract HostnameVerifier verifier();

    /** The session to ask about next; never null, and read once per question. */
    public abstract SSLSession session();

    /**
     * Takes the answer to the last question.
     *
     * @param yes the verifier's answer; meaningless when it threw
     * @param thrown what it threw, or null
     */
    public abstract void answered(boolean yes, Throwable thrown);

    /** Whether there is another question. */
    public abstract boolean again();

    /** What the verifier answered about the real session. */
    public abstract boolean accepted();

    /** What to throw: the verifier's own exception, or the guard's veto; null to return {@link #accepted}. */
    public abstract Throwable conclusion();
}
