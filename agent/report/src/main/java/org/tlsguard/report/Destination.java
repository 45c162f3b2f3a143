package org.tlsguard.report;

import java.util.Objects;

/** A peer the application completed handshakes with, sinful or not, and how. Immutable. */
public final class Destination {

    private final String role;
    private final String host;
    private final int port;
    private final String protocol;
    private final String cipherSuite;
    private final String anchor;
    private final long handshakes;

    private Destination(
            String role, String host, int port, String protocol, String cipherSuite, String anchor, long handshakes) {
        this.role = Bounds.name(Objects.requireNonNull(role, "role"));
        this.host = Bounds.name(host);
        this.port = port < 0 ? -1 : port;
        this.protocol = Bounds.name(protocol);
        this.cipherSuite = Bounds.name(cipherSuite);
        this.anchor = Bounds.name(anchor);
        this.handshakes = handshakes;
    }

    /**
     * Describes a destination.
     *
     * @param role what the peer is: {@code server} or {@code client}
     * @param host its name or address, or null if unknown
     * @param port its port, or a negative number if unknown
     * @param protocol the JSSE name of the negotiated version, or null if unknown
     * @param cipherSuite the JSSE name of the negotiated suite, or null if unknown
     * @param anchor what the peer's chain was found to rest on (a trust anchor, the application's own check, nothing),
     *     in
     *     words, or null if unknown
     * @param handshakes how many handshakes were completed so
     */
    public static Destination of(
            String role, String host, int port, String protocol, String cipherSuite, String anchor, long handshakes) {
        return new Destination(role, host, port, protocol, cipherSuite, anchor, handshakes);
    }

    /** What the peer is: {@code server} or {@code client}. */
    public String role() {
        return role;
    }

    /** The name or address, or null if unknown. */
    public String host() {
        return host;
    }

    /** The port, or -1 if unknown. */
    public int port() {
        return port;
    }

    /** The JSSE name of the negotiated version, or null if unknown. */
    public String protocol() {
        return protocol;
    }

    /** The JSSE name of the negotiated suite, or null if unknown. */
    public String cipherSuite() {
        return cipherSuite;
    }

    /** What the peer's chain was found to rest on, in words, or null if unknown. */
    public String anchor() {
        return anchor;
    }

    /** How many handshakes were completed so. */
    public long handshakes() {
        return handshakes;
    }

    /** The same destination with so many handshakes more. */
    Destination plus(long more) {
        return of(role, host, port, protocol, cipherSuite, anchor, ReportMerger.sum(handshakes, more));
    }
}
