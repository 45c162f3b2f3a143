package org.tlsguard.report;

import java.util.Objects;

/** The other end of a connection, as the application addressed it. Immutable. */
public final class PeerFacts {

    private final String role;
    private final String host;
    private final int port;

    private PeerFacts(String role, String host, int port) {
        this.role = Bounds.name(Objects.requireNonNull(role, "role"));
        this.host = Bounds.name(host);
        this.port = port < 0 ? -1 : port;
    }

    /**
     * Describes a peer.
     *
     * @param role what the peer is: {@code server} or {@code client}
     * @param host its name or address as dialled, or null if unknown
     * @param port its port, or a negative number if unknown
     */
    public static PeerFacts of(String role, String host, int port) {
        return new PeerFacts(role, host, port);
    }

    /** What the peer is: {@code server} or {@code client}. */
    public String role() {
        return role;
    }

    /** The name or address as dialled, or null if unknown. */
    public String host() {
        return host;
    }

    /** The port, or -1 if unknown. */
    public int port() {
        return port;
    }

    /** The peer as {@code host:port}, an IPv6 address in brackets; without what is unknown; null if the host is. */
    String address() {
        return address(host, port);
    }

    static String address(String host, int port) {
        if (host == null || port < 0) {
            return host;
        }
        return host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]:" + port : host + ":" + port;
    }
}
