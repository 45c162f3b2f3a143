package org.tlsguard.engine.record;

import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.List;
import org.tlsguard.engine.observe.CodeOrigin;
import org.tlsguard.engine.observe.Connection;
import org.tlsguard.engine.observe.Terms;
import org.tlsguard.policy.Cause;
import org.tlsguard.policy.Peer;
import org.tlsguard.policy.Rule;
import org.tlsguard.policy.State;

/** What the guard has found out about one connection, or about the JVM, before it is decided what comes of it. */
public final class Sin {

    final Rule rule;
    final Cause cause;
    final State state;
    final String detail;
    CodeOrigin origin = CodeOrigin.UNKNOWN;
    Peer peer;
    Terms terms;
    X509Certificate certificate;
    String protocol;
    String cipherSuite;
    List<String> values = Collections.emptyList();
    boolean repaired = true;

    /**
     * @param detail the cause in words, about this peer or this JVM; may hold data of an attacker
     */
    public Sin(Rule rule, Cause cause, State state, String detail) {
        this.rule = rule;
        this.cause = cause;
        this.state = state;
        this.detail = detail;
    }

    /** Where it happened. */
    public Sin on(Connection connection) {
        peer = connection.peer;
        terms = connection.terms;
        certificate = connection.endEntity();
        protocol = connection.protocol != null ? connection.protocol : connection.agreedProtocol;
        cipherSuite = connection.cipherSuite != null ? connection.cipherSuite : connection.agreedCipherSuite;
        return this;
    }

    /** What decides, for a sin of the JVM and not of a connection. */
    public Sin under(Terms decides) {
        terms = decides;
        return this;
    }

    /** The code at fault; null when unknown. */
    public Sin by(CodeOrigin code) {
        origin = code == null ? CodeOrigin.UNKNOWN : code;
        return this;
    }

    /** The version or suite it is about, which an exemption may name. */
    public Sin about(String versionOrSuite) {
        return about(Collections.singletonList(versionOrSuite));
    }

    /** The versions or suites it is about. */
    public Sin about(List<String> versionsOrSuites) {
        values = versionsOrSuites;
        return this;
    }

    /** Says that the guard does not put a latent sin right in enforce mode, but only tells of it. */
    public Sin unrepaired() {
        repaired = false;
        return this;
    }
}
