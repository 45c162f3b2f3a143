package org.tlsguard.engine.record;

/** What {@code org.tlsguard:type=Counters} shows over JMX: the report's {@code summary}. */
public interface CountersMBean {

    /** The mode in force: {@code off}, {@code audit} or {@code enforce}. */
    String getMode();

    /** The SHA-256 digest of the policy in force. */
    String getPolicySha256();

    /** How many handshakes were completed. */
    long getHandshakes();

    /** How many findings are active. */
    long getActive();

    /** How many findings are latent. */
    long getLatent();

    /** How many findings were refused. */
    long getVetoed();

    /** How many findings were made secure. */
    long getRewritten();

    /** How many findings an exemption allowed. */
    long getExempted();

    /** How many faults of the guard's own were caught. */
    long getInternalErrors();
}
