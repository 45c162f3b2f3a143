package org.tlsguard.policy;

import java.util.Arrays;

/**
 * What {@code match} says: a host, {@code *.suffix}, {@code **.suffix}, an address or a CIDR block, each with an optional
 * port. Immutable; equal when the same peers match.
 */
final class HostPattern {
    enum Kind {
        /** One host name. */
        EXACT,
        /** Exactly one label in front of the suffix. */
        ONE_LABEL,
        /** One or more labels in front of the suffix. */
        ANY_DEPTH,
        /** An address or a CIDR block. */
        NETWORK
    }

    private static final int ANY_PORT = -1;

    private final Kind kind;
    private final String name;
    private final byte[] network;
    private final int bits;
    private final int port;

    private HostPattern(Kind kind, String name, byte[] network, int bits, int port) {
        this.kind = kind;
        this.name = name;
        this.network = network;
        this.bits = bits;
        this.port = port;
    }

    /**
     * Reads a pattern.
     *
     * @throws IllegalArgumentException with a message for the author of the policy
     */
    static HostPattern parse(String text) {
        if (text.indexOf("://") >= 0) {
            throw new IllegalArgumentException("a host is expected, not a URL");
        }
        String host = text;
        String port = null;
        if (text.startsWith("[")) {
            int end = text.indexOf(']');
            if (end < 0) {
                throw new IllegalArgumentException("the bracket is never closed");
            }
            String rest = text.substring(end + 1);
            host = text.substring(1, end);
            if (host.indexOf(':') < 0) {
                throw new IllegalArgumentException("only IPv6 addresses stand in brackets");
            }
            if (rest.startsWith("/")) {
                throw new IllegalArgumentException("the prefix length belongs into the brackets"
                        + Suggestion.of('[' + host + slashPart(rest) + ']' + afterSlash(rest)));
            }
            if (rest.startsWith(":")) {
                port = rest.substring(1);
            } else if (!rest.isEmpty()) {
                throw new IllegalArgumentException("only a port may follow the bracket");
            }
        } else if (text.indexOf(':') >= 0 && text.indexOf(':') == text.lastIndexOf(':')) {
            host = text.substring(0, text.indexOf(':'));
            port = text.substring(text.indexOf(':') + 1);
        }
        return host(host, port == null ? ANY_PORT : port(port));
    }

    private static String slashPart(String rest) {
        int colon = rest.indexOf(':');
        return colon < 0 ? rest : rest.substring(0, colon);
    }

    private static String afterSlash(String rest) {
        int colon = rest.indexOf(':');
        return colon < 0 ? "" : rest.substring(colon);
    }

    private static int port(String text) {
        boolean digits = !text.isEmpty() && text.length() <= 5;
        for (int i = 0; i < text.length(); i++) {
            digits &= text.charAt(i) >= '0' && text.charAt(i) <= '9';
        }
        int port = digits ? Integer.parseInt(text) : 0;
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("the port must be a number from 1 to 65535");
        }
        return port;
    }

    private static HostPattern host(String host, int port) {
        int slash = host.indexOf('/');
        if (slash >= 0) {
            return block(host.substring(0, slash), host.substring(slash + 1), port);
        }
        byte[] address = IpAddress.strict(host);
        if (address != null) {
            return new HostPattern(Kind.NETWORK, null, address, address.length * 8, port);
        }
        if (host.indexOf(':') >= 0 || IpAddress.endsInNumber(host)) {
            throw new IllegalArgumentException("this is no IP address");
        }
        Kind kind = host.startsWith("**.") ? Kind.ANY_DEPTH : host.startsWith("*.") ? Kind.ONE_LABEL : Kind.EXACT;
        String suffix = kind == Kind.EXACT ? host : host.substring(host.indexOf('.') + 1);
        if (suffix.indexOf('*') >= 0) {
            throw new IllegalArgumentException("* stands only for a whole label, and ** for several, at the front: "
                    + "\"*.example.com\", \"**.example.com\"");
        }
        String name = DnsName.canonical(suffix);
        if (name == null) {
            throw new IllegalArgumentException("this is neither a host name nor an address");
        }
        return new HostPattern(kind, name, null, 0, port);
    }

    private static HostPattern block(String address, String length, int port) {
        byte[] bytes = IpAddress.strict(address);
        if (bytes == null) {
            throw new IllegalArgumentException("this is no CIDR block: a whole address is expected before the slash");
        }
        boolean digits = !length.isEmpty() && length.length() <= 3;
        for (int i = 0; i < length.length(); i++) {
            digits &= length.charAt(i) >= '0' && length.charAt(i) <= '9';
        }
        int bits = digits ? Integer.parseInt(length) : -1;
        if (bits < 0 || bits > bytes.length * 8) {
            throw new IllegalArgumentException(
                    "this is no CIDR block: the prefix length goes from 0 to " + bytes.length * 8);
        }
        byte[] network = IpAddress.network(bytes, bits);
        if (!Arrays.equals(network, bytes)) {
            throw new IllegalArgumentException("this is no CIDR block: bits are set after the first " + bits
                    + Suggestion.of(IpAddress.text(network) + '/' + bits));
        }
        return new HostPattern(Kind.NETWORK, null, network, bits, port);
    }

    Kind kind() {
        return kind;
    }

    /** Returns the host or suffix in canonical form; null for a network. */
    String name() {
        return name;
    }

    /** Returns the bytes of a network with all host bits zero; null for names. */
    byte[] network() {
        return network;
    }

    /** Returns how many bits of a network count. */
    int bits() {
        return bits;
    }

    /** Returns the same pattern for any port. */
    HostPattern withoutPort() {
        return port == ANY_PORT ? this : new HostPattern(kind, name, network, bits, ANY_PORT);
    }

    boolean matchesPort(int peerPort) {
        return port == ANY_PORT || port == peerPort;
    }

    /** Returns the first of the patterns that matches the peer, or null. */
    static HostPattern first(Iterable<HostPattern> patterns, Peer peer) {
        Host host = peer.parsed();
        if (host == null || host.key() == null) {
            return null;
        }
        HostPattern alone = parse(host.isAddress() ? IpAddress.text(host.address()) : host.name());
        for (HostPattern pattern : patterns) {
            if (pattern.matchesPort(peer.port()) && pattern.withoutPort().covers(alone)) {
                return pattern;
            }
        }
        return null;
    }

    /** Tells whether every peer that matches the other pattern matches this one. */
    boolean covers(HostPattern other) {
        if (port != ANY_PORT && port != other.port) {
            return false;
        }
        switch (kind) {
            case NETWORK:
                return other.kind == Kind.NETWORK
                        && other.network.length == network.length
                        && other.bits >= bits
                        && Arrays.equals(IpAddress.network(other.network, bits), network);
            case EXACT:
                return other.kind == Kind.EXACT && other.name.equals(name);
            case ONE_LABEL:
                return other.kind == Kind.ONE_LABEL && other.name.equals(name)
                        || other.kind == Kind.EXACT
                                && other.name.endsWith('.' + name)
                                && other.name.indexOf('.') == other.name.length() - name.length() - 1;
            default:
                return other.kind != Kind.NETWORK
                        && (other.name.endsWith('.' + name) || other.kind != Kind.EXACT && other.name.equals(name));
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HostPattern && toString().equals(other.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    /** Returns the pattern in canonical form, which {@link #parse} reads back. */
    @Override
    public String toString() {
        String host;
        if (kind == Kind.NETWORK) {
            boolean whole = bits == network.length * 8;
            host = IpAddress.text(network) + (whole ? "" : "/" + bits);
            if (network.length > 4 && port != ANY_PORT) {
                host = '[' + host + ']';
            }
        } else {
            host = (kind == Kind.ONE_LABEL ? "*." : kind == Kind.ANY_DEPTH ? "**." : "") + name;
        }
        return port == ANY_PORT ? host : host + ':' + port;
    }
}
