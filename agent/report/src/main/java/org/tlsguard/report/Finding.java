package org.tlsguard.report;

import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * One sin: what was wrong, who did it, towards whom, what came of it, and how often.
 *
 * <p>The identifiers (rule, cause, state, outcome, severity) are the ones of the policy module's catalogue; a report
 * takes them as they come. Immutable.
 */
public final class Finding {

    private final String rule;
    private final String cause;
    private final String state;
    private final String outcome;
    private final String severity;
    private final String disposition;
    private final String candidateOutcome;
    private final String certainty;
    private final String execution;
    private final List<String> cwe;
    private final String message;
    private final String remedy;
    private final String allow;
    private final Origin origin;
    private final PeerFacts peer;
    private final CertificateFacts certificate;
    private final String protocol;
    private final String cipherSuite;
    private final long count;
    private final long first;
    private final long last;
    private final List<String> stack;

    private Finding(Builder builder) {
        rule = Bounds.name(Objects.requireNonNull(builder.rule, "rule"));
        cause = Bounds.name(Objects.requireNonNull(builder.cause, "cause"));
        state = Bounds.name(Objects.requireNonNull(builder.state, "state"));
        outcome = Bounds.name(Objects.requireNonNull(builder.outcome, "outcome"));
        severity = Bounds.name(builder.severity);
        disposition = Bounds.name(builder.disposition);
        candidateOutcome = Bounds.name(builder.candidateOutcome);
        certainty = Bounds.name(builder.certainty);
        execution = Bounds.name(builder.execution);
        cwe = Bounds.names(builder.cwe);
        message = Bounds.sentences(builder.message);
        remedy = Bounds.sentences(builder.remedy);
        allow = Bounds.lines(builder.allow);
        origin = builder.origin;
        peer = builder.peer;
        certificate = builder.certificate;
        protocol = Bounds.name(builder.protocol);
        cipherSuite = Bounds.name(builder.cipherSuite);
        count = builder.count;
        first = builder.first;
        last = builder.last;
        stack = Bounds.names(builder.stack);
    }

    /** Returns a builder of a finding seen once. Rule, cause, state and outcome must be set. */
    public static Builder builder() {
        return new Builder();
    }

    /** The rule that was broken, such as {@code trust}. */
    public String rule() {
        return rule;
    }

    /** How it was broken, such as {@code self-signed}. */
    public String cause() {
        return cause;
    }

    /** {@code active}: it did harm on a real connection; {@code latent}: it stands ready to. */
    public String state() {
        return state;
    }

    /** What came of it: {@code reported}, {@code rewritten}, {@code vetoed} or {@code exempted}. */
    public String outcome() {
        return outcome;
    }

    /** {@code critical}, {@code high}, {@code medium} or {@code low}; or null. */
    public String severity() {
        return severity;
    }

    /**
     * {@code candidate} if this is what the candidate policy would have found and done; null for the policy in force,
     * the only one that is counted and acted on.
     */
    public String disposition() {
        return disposition;
    }

    /**
     * What would come of the same by the candidate policy, the severest of it: an outcome, or {@code allowed} if it would
     * find nothing to say; null if there is no candidate, or this is a finding of its own.
     */
    public String candidateOutcome() {
        return candidateOutcome;
    }

    /**
     * How sure one can be of what was seen in code and not in action: {@code certain}, {@code likely} or {@code
     * possible}; null for what happened.
     */
    public String certainty() {
        return certainty;
    }

    /**
     * What reports of running JVMs say about what was seen in code: {@code never} (not a word), {@code latent} or
     * {@code active}; null where there are none, and for what happened.
     */
    public String execution() {
        return execution;
    }

    /**
     * The weaknesses' numbers in the Common Weakness Enumeration, such as {@code CWE-295}. Unmodifiable, never null.
     */
    public List<String> cwe() {
        return cwe;
    }

    /** What happened, in words, or null. */
    public String message() {
        return message;
    }

    /** What to change in the application, in words, or null. */
    public String remedy() {
        return remedy;
    }

    /** The lines of policy, with line breaks, that would allow exactly this and no more; or null. */
    public String allow() {
        return allow;
    }

    /** The code at fault, or null if unknown. */
    public Origin origin() {
        return origin;
    }

    /** The other end of the connection, or null if there was none. */
    public PeerFacts peer() {
        return peer;
    }

    /** The peer's own certificate, or null. */
    public CertificateFacts certificate() {
        return certificate;
    }

    /** The JSSE name of the protocol version, negotiated or enabled; or null. */
    public String protocol() {
        return protocol;
    }

    /** The JSSE name of the cipher suite, negotiated or enabled; or null. */
    public String cipherSuite() {
        return cipherSuite;
    }

    /** How often it was seen. */
    public long count() {
        return count;
    }

    /** When it was first seen, in milliseconds since the epoch; 0 if unknown. */
    public long first() {
        return first;
    }

    /** When it was last seen, in milliseconds since the epoch; 0 if unknown. */
    public long last() {
        return last;
    }

    /** The stack when it was first seen, innermost frame first, as a stack trace shows it. Unmodifiable, never null. */
    public List<String> stack() {
        return stack;
    }

    /** Whether this was found by the candidate policy rather than by the one in force. */
    boolean isCandidate() {
        return "candidate".equals(disposition);
    }

    /** Whether this was seen in code, by a scan, and not in action. */
    boolean isStatic() {
        return certainty != null;
    }

    boolean isActive() {
        return "active".equals(state);
    }

    boolean isExempted() {
        return "exempted".equals(outcome);
    }

    /**
     * What makes two sightings the same finding: rule, cause, state, outcome, origin, peer and certificate. Version and
     * suite belong to it only where they are the sin; for other rules they vary from handshake to handshake.
     */
    List<Object> identity() {
        return Arrays.<Object>asList(
                rule,
                cause,
                state,
                outcome,
                disposition,
                certainty,
                // What is seen in code at one place may be several things; a scan says which in its message.
                certainty == null ? null : message,
                origin == null ? null : origin.identity(),
                peer == null ? null : Arrays.<Object>asList(peer.role(), peer.host(), peer.port()),
                certificate == null ? null : certificate.identity(),
                "protocol".equals(rule) ? protocol : null,
                "cipher".equals(rule) ? cipherSuite : null);
    }

    /**
     * What stays the same about a sin from build to build and from run to run, in audit and in enforce mode: not its
     * line, not what came of it, not the number the JVM gave a lambda's class.
     */
    String fingerprint() {
        List<Object> parts = new ArrayList<Object>();
        Collections.addAll(parts, rule, cause);
        if (origin != null) {
            Collections.addAll(parts, Execution.stableName(origin.className()), origin.method());
        }
        if (peer != null) {
            Collections.addAll(parts, peer.role(), peer.host(), peer.port());
        }
        try {
            return Digest.hex(Digest.sha256(parts.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            // Every Java platform must have SHA-256. One that has not matches findings by their rule and cause.
            return rule + "/" + cause;
        }
    }

    /** The same finding, seen so often and then. */
    Finding seen(long count, long first, long last) {
        return copy().count(count).first(first).last(last).build();
    }

    /** The same finding, with what the candidate policy would do about it; null for nothing known. */
    Finding asked(String outcome) {
        return copy().candidateOutcome(outcome).build();
    }

    /** The same finding without its stack. */
    Finding withoutStack() {
        return copy().stack(Collections.<String>emptyList()).build();
    }

    /** How many characters its stack has. */
    int stackLength() {
        return length(stack);
    }

    /** How many characters it has without its stack, but for short ones. */
    int textLength() {
        int length = length(message) + length(remedy) + length(allow) + length(cipherSuite);
        if (origin != null) {
            length += length(origin.className()) + length(origin.location()) + length(origin.artifact());
            length += length(origin.method()) + length(origin.file()) + length(origin.caller());
        }
        if (certificate != null) {
            length += length(certificate.subject()) + length(certificate.issuer()) + length(certificate.names());
        }
        return peer == null ? length : length + length(peer.host());
    }

    private static int length(String text) {
        return text == null ? 0 : text.length();
    }

    private static int length(List<String> texts) {
        int length = 0;
        for (String each : texts) {
            length += each.length();
        }
        return length;
    }

    /** The same finding, with what running JVMs say about it. */
    Finding executed(String execution) {
        return copy().execution(execution).build();
    }

    private Builder copy() {
        return builder()
                .rule(rule)
                .cause(cause)
                .state(state)
                .outcome(outcome)
                .severity(severity)
                .disposition(disposition)
                .candidateOutcome(candidateOutcome)
                .certainty(certainty)
                .execution(execution)
                .cwe(cwe)
                .message(message)
                .remedy(remedy)
                .allow(allow)
                .origin(origin)
                .peer(peer)
                .certificate(certificate)
                .protocol(protocol)
                .cipherSuite(cipherSuite)
                .stack(stack)
                .count(count)
                .first(first)
                .last(last);
    }

    /** Collects the parts of a {@link Finding}. Not thread-safe. */
    public static final class Builder {

        private String rule;
        private String cause;
        private String state;
        private String outcome;
        private String severity;
        private String disposition;
        private String candidateOutcome;
        private String certainty;
        private String execution;
        private List<String> cwe = Collections.emptyList();
        private String message;
        private String remedy;
        private String allow;
        private Origin origin;
        private PeerFacts peer;
        private CertificateFacts certificate;
        private String protocol;
        private String cipherSuite;
        private long count = 1;
        private long first;
        private long last;
        private List<String> stack = Collections.emptyList();

        private Builder() {}

        /** See {@link Finding#rule()}; not null. */
        public Builder rule(String rule) {
            this.rule = rule;
            return this;
        }

        /** See {@link Finding#cause()}; not null. */
        public Builder cause(String cause) {
            this.cause = cause;
            return this;
        }

        /** See {@link Finding#state()}; not null. */
        public Builder state(String state) {
            this.state = state;
            return this;
        }

        /** See {@link Finding#outcome()}; not null. */
        public Builder outcome(String outcome) {
            this.outcome = outcome;
            return this;
        }

        /** See {@link Finding#severity()}. */
        public Builder severity(String severity) {
            this.severity = severity;
            return this;
        }

        /** See {@link Finding#disposition()}. */
        public Builder disposition(String disposition) {
            this.disposition = disposition;
            return this;
        }

        /** See {@link Finding#candidateOutcome()}. */
        public Builder candidateOutcome(String candidateOutcome) {
            this.candidateOutcome = candidateOutcome;
            return this;
        }

        /** See {@link Finding#certainty()}. */
        public Builder certainty(String certainty) {
            this.certainty = certainty;
            return this;
        }

        /** See {@link Finding#execution()}. */
        public Builder execution(String execution) {
            this.execution = execution;
            return this;
        }

        /** See {@link Finding#cwe()}; not null. */
        public Builder cwe(List<String> cwe) {
            this.cwe = Objects.requireNonNull(cwe, "cwe");
            return this;
        }

        /** See {@link Finding#message()}. */
        public Builder message(String message) {
            this.message = message;
            return this;
        }

        /** See {@link Finding#remedy()}. */
        public Builder remedy(String remedy) {
            this.remedy = remedy;
            return this;
        }

        /** See {@link Finding#allow()}. */
        public Builder allow(String allow) {
            this.allow = allow;
            return this;
        }

        /** See {@link Finding#origin()}. */
        public Builder origin(Origin origin) {
            this.origin = origin;
            return this;
        }

        /** See {@link Finding#peer()}. */
        public Builder peer(PeerFacts peer) {
            this.peer = peer;
            return this;
        }

        /** See {@link Finding#certificate()}. */
        public Builder certificate(CertificateFacts certificate) {
            this.certificate = certificate;
            return this;
        }

        /** See {@link Finding#protocol()}. */
        public Builder protocol(String protocol) {
            this.protocol = protocol;
            return this;
        }

        /** See {@link Finding#cipherSuite()}. */
        public Builder cipherSuite(String cipherSuite) {
            this.cipherSuite = cipherSuite;
            return this;
        }

        /** See {@link Finding#count()}. */
        public Builder count(long count) {
            this.count = count;
            return this;
        }

        /** See {@link Finding#first()}. */
        public Builder first(long epochMillis) {
            this.first = epochMillis;
            return this;
        }

        /** See {@link Finding#last()}. */
        public Builder last(long epochMillis) {
            this.last = epochMillis;
            return this;
        }

        /** See {@link Finding#stack()}; not null. */
        public Builder stack(List<String> stack) {
            this.stack = Objects.requireNonNull(stack, "stack");
            return this;
        }

        /**
         * Returns the finding; the builder may be used on.
         *
         * @throws NullPointerException if rule, cause, state or outcome is missing
         */
        public Finding build() {
            return new Finding(this);
        }
    }
}
