package org.tlsguard.policy;

import java.util.Arrays;

/**
 * The other end of a connection, as the application addressed it. Two peers are equal when role, port and host are, where
 * hosts are compared as DNS names or as IP addresses: {@code A.example} is {@code a.example.}, and {@code ::1} is
 * {@code [0:0:0:0:0:0:0:1]}. Host names are never resolved. Immutable.
 */
public final class Peer {
    private final Role role;
    private final String host;
    private final int port;
    /** Null when the host is unknown. */
    private final Host parsed;
    /** What equality goes by; null when the host is unknown. */
    private final String key;

    private Peer(Role role, String host, int port) {
        this.role = role;
        this.host = host;
        this.port = port;
        parsed = host == null ? null : Host.of(host);
        key = parsed == null || parsed.key() == null ? host : parsed.key();
    }

    /**
     * Returns a peer.
     *
     * @param role what the peer is; not null
     * @param host the name or IP literal as dialled, IPv6 with or without brackets; null when unknown
     * @param port 0 to 65535, or -1 when unknown
     */
    public static Peer of(Role role, String host, int port) {
        if (role == null) {
            throw new NullPointerException("role");
        }
        if (port < -1 || port > 65535) {
            throw new IllegalArgumentException("port " + port);
        }
        boolean bracketed = host != null && host.startsWith("[") && host.endsWith("]");
        String plain = bracketed ? host.substring(1, host.length() - 1) : host;
        return new Peer(role, plain == null || plain.isEmpty() ? null : plain, port);
    }

    /** Returns what the peer is; never null. */
    public Role role() {
        return role;
    }

    /** Returns the name or IP literal as dialled, without brackets; null when unknown. */
    public String host() {
        return host;
    }

    /** Returns the port, or -1 when unknown. */
    public int port() {
        return port;
    }

    /**
     * Returns the pattern that a policy's {@code match} needs for this peer alone. A client is matched from whatever port,
     * for it has another one each time.
     *
     * @return null when the host is unknown, or nothing that a pattern can name
     */
    public String pattern() {
        String name = parsed == null ? null : parsed.key();
        if (name == null || port <= 0 || role == Role.CLIENT) {
            return name;
        }
        return (name.indexOf(':') >= 0 ? '[' + name + ']' : name) + ':' + port;
    }

    /** Returns the host, or null when it is unknown. */
    Host parsed() {
        return parsed;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof Peer)) {
            return false;
        }
        Peer that = (Peer) other;
        return role == that.role && port == that.port && (key == null ? that.key == null : key.equals(that.key));
    }

    @Override
    public int hashCode() {
        // Enum constants hash by identity, which differs from run to run; their ordinals do not.
        return Arrays.hashCode(new Object[] {role.ordinal(), key, port});
    }

    /** Returns {@code host:port}, {@code [v6]:port}, or without the port when it is unknown; {@code ?} is an unknown host. */
    @Override
    public String toString() {
        String shown = host == null ? "?" : host.indexOf(':') >= 0 ? '[' + host + ']' : host;
        return port < 0 ? shown : shown + ':' + port;
    }
}
