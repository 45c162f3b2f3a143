package org.tlsguard.policy;

import java.util.Arrays;

/** Reads IP address literals without ever asking a resolver, as {@link java.net.InetAddress} might. */
final class IpAddress {
    private static final int V4_BYTES = 4;
    private static final int V6_BYTES = 16;
    private static final int LONGEST_LITERAL = 64;

    private IpAddress() {}

    /**
     * Reads an address as an application may dial it. Like the JDK, this takes {@code 127.1} for {@code 127.0.0.1}; IPv6
     * zones and brackets are dropped, and an IPv4-mapped IPv6 address (RFC 4291, section 2.5.5.2) is the IPv4 address.
     *
     * @return 4 or 16 bytes, or null when the text is no address
     */
    static byte[] dialled(String text) {
        if (text.isEmpty() || text.length() > LONGEST_LITERAL) {
            return null;
        }
        if (text.indexOf(':') < 0) {
            return v4(text, false);
        }
        String literal = text;
        if (literal.charAt(0) == '[' && literal.endsWith("]")) {
            literal = literal.substring(1, literal.length() - 1);
        }
        int zone = literal.indexOf('%');
        return unmapped(v6(zone < 0 ? literal : literal.substring(0, zone)));
    }

    /**
     * Reads an address as it must be written in a policy: four decimal numbers without leading zeros, or IPv6 (RFC 4291,
     * section 2.2) without brackets or zone.
     *
     * @return 4 or 16 bytes, or null when the text is no address
     */
    static byte[] strict(String text) {
        if (text.isEmpty() || text.length() > LONGEST_LITERAL) {
            return null;
        }
        return text.indexOf(':') < 0 ? v4(text, true) : unmapped(v6(text));
    }

    /** Returns the shortest common form: dotted decimal, or IPv6 in the form of RFC 5952. */
    static String text(byte[] address) {
        StringBuilder text = new StringBuilder();
        if (address.length == V4_BYTES) {
            for (int i = 0; i < V4_BYTES; i++) {
                text.append(i == 0 ? "" : ".").append(address[i] & 0xff);
            }
            return text.toString();
        }
        int longestStart = -1;
        int longestLength = 1;
        for (int start = 0; start < 8; start++) {
            int end = start;
            while (end < 8 && group(address, end) == 0) {
                end++;
            }
            if (end - start > longestLength) {
                longestStart = start;
                longestLength = end - start;
            }
        }
        for (int i = 0; i < 8; i++) {
            if (i == longestStart) {
                text.append("::");
                i += longestLength - 1;
            } else {
                if (text.length() > 0 && text.charAt(text.length() - 1) != ':') {
                    text.append(':');
                }
                text.append(Integer.toHexString(group(address, i)));
            }
        }
        return text.toString();
    }

    /** Returns a copy in which every bit after the first {@code bits} is zero. */
    static byte[] network(byte[] address, int bits) {
        byte[] network = new byte[address.length];
        System.arraycopy(address, 0, network, 0, bits / 8);
        if (bits % 8 != 0) {
            network[bits / 8] = (byte) (address[bits / 8] & (0xff << (8 - bits % 8)));
        }
        return network;
    }

    /**
     * Tells whether the last label of a name consists of digits. No top-level domain does, so that such a name is either
     * an address or a mistake (RFC 1123, section 2.1), never a name to look for in a certificate.
     */
    static boolean endsInNumber(String name) {
        for (int i = name.length() - 1; i >= 0; i--) {
            char c = name.charAt(i);
            if (c == '.') {
                return i < name.length() - 1;
            }
            if (c < '0' || c > '9') {
                return false;
            }
        }
        return !name.isEmpty();
    }

    private static int group(byte[] address, int index) {
        return (address[2 * index] & 0xff) << 8 | address[2 * index + 1] & 0xff;
    }

    private static byte[] v4(String text, boolean fourParts) {
        String[] parts = text.split("\\.", -1);
        if (parts.length > V4_BYTES || fourParts && parts.length < V4_BYTES) {
            return null;
        }
        byte[] address = new byte[V4_BYTES];
        for (int i = 0; i < parts.length; i++) {
            // The last part fills all bytes that are left.
            int bytes = i < parts.length - 1 ? 1 : V4_BYTES - i;
            long value = decimal(parts[i], fourParts);
            if (value < 0 || value >= 1L << 8 * bytes) {
                return null;
            }
            for (int b = 0; b < bytes; b++) {
                address[i + b] = (byte) (value >> 8 * (bytes - 1 - b));
            }
        }
        return address;
    }

    private static long decimal(String part, boolean withoutLeadingZeros) {
        if (part.isEmpty() || part.length() > 10 || withoutLeadingZeros && part.length() > 1 && part.charAt(0) == '0') {
            return -1;
        }
        long value = 0;
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            value = value * 10 + (c - '0');
        }
        return value;
    }

    private static byte[] v6(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            byte[] all = groups(text);
            return all != null && all.length == V6_BYTES ? all : null;
        }
        byte[] head = gap == 0 ? new byte[0] : groups(text.substring(0, gap));
        byte[] tail = gap + 2 == text.length() ? new byte[0] : groups(text.substring(gap + 2));
        if (head == null || tail == null || head.length + tail.length > V6_BYTES - 2) {
            return null;
        }
        // Dotted decimal stands at the very end only.
        if (text.lastIndexOf('.', gap) >= 0) {
            return null;
        }
        byte[] address = Arrays.copyOf(head, V6_BYTES);
        System.arraycopy(tail, 0, address, V6_BYTES - tail.length, tail.length);
        return address;
    }

    private static byte[] groups(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length > 8) {
            return null;
        }
        byte[] bytes = new byte[V6_BYTES + V4_BYTES];
        int length = 0;
        for (int i = 0; i < parts.length; i++) {
            String part = parts[i];
            if (i == parts.length - 1 && part.indexOf('.') >= 0) {
                byte[] v4 = v4(part, true);
                if (v4 == null) {
                    return null;
                }
                System.arraycopy(v4, 0, bytes, length, V4_BYTES);
                length += V4_BYTES;
                continue;
            }
            int value = hexadecimal(part);
            if (value < 0) {
                return null;
            }
            bytes[length++] = (byte) (value >> 8);
            bytes[length++] = (byte) value;
        }
        return length > V6_BYTES ? null : Arrays.copyOf(bytes, length);
    }

    private static int hexadecimal(String part) {
        if (part.isEmpty() || part.length() > 4) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            // Character.digit would take digits of other scripts as well.
            int digit = c < 128 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value;
    }

    private static byte[] unmapped(byte[] address) {
        if (address == null || address[10] != (byte) 0xff || address[11] != (byte) 0xff) {
            return address;
        }
        for (int i = 0; i < 10; i++) {
            if (address[i] != 0) {
                return address;
            }
        }
        return Arrays.copyOfRange(address, 12, V6_BYTES);
    }
}
