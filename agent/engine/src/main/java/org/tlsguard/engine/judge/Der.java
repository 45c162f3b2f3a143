package org.tlsguard.engine.judge;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The little of DER (X.690) that it takes to exchange fields of a certificate that the JDK has already parsed. */
final class Der {

    private static final int SEQUENCE = 0x30;
    private static final int BIT_STRING = 0x03;
    private static final int OCTET_STRING = 0x04;
    private static final int DNS_NAME = 0x82;
    private static final int EXTENSIONS = 0xa3;

    private Der() {}

    /** The elements inside a constructed element, each with its tag and length. */
    static List<byte[]> children(byte[] element) {
        List<byte[]> children = new ArrayList<>();
        int at = contentStart(element, 0);
        int end = at + length(element, 0);
        while (at < end) {
            int next = contentStart(element, at) + length(element, at);
            byte[] child = new byte[next - at];
            System.arraycopy(element, at, child, 0, child.length);
            children.add(child);
            at = next;
        }
        return children;
    }

    /** A SEQUENCE of the elements given. */
    static byte[] sequence(List<byte[]> elements) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] each : elements) {
            content.write(each, 0, each.length);
        }
        return element(SEQUENCE, content.toByteArray());
    }

    /** A BIT STRING of whole octets. */
    static byte[] bitString(byte[] octets) {
        byte[] content = new byte[octets.length + 1];
        System.arraycopy(octets, 0, content, 1, octets.length);
        return element(BIT_STRING, content);
    }

    /** The extensions field of a certificate with nothing but this subject alternative name (RFC 5280, 4.2.1.6). */
    static byte[] dnsNameExtension(String name) {
        byte[] oid = {0x06, 0x03, 0x55, 0x1d, 0x11};
        byte[] names = element(SEQUENCE, element(DNS_NAME, name.getBytes(StandardCharsets.US_ASCII)));
        byte[] extension = sequence(Arrays.asList(oid, element(OCTET_STRING, names)));
        return element(EXTENSIONS, element(SEQUENCE, extension));
    }

    private static byte[] element(int tag, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(content.length + 6);
        out.write(tag);
        if (content.length < 0x80) {
            out.write(content.length);
        } else {
            int octets = content.length < 0x100 ? 1 : content.length < 0x10000 ? 2 : content.length < 0x1000000 ? 3 : 4;
            out.write(0x80 | octets);
            for (int shift = 8 * (octets - 1); shift >= 0; shift -= 8) {
                out.write(content.length >> shift);
            }
        }
        out.write(content, 0, content.length);
        return out.toByteArray();
    }

    private static int contentStart(byte[] bytes, int at) {
        int first = bytes[at + 1] & 0xff;
        return at + 2 + (first < 0x80 ? 0 : first & 0x7f);
    }

    private static int length(byte[] bytes, int at) {
        int first = bytes[at + 1] & 0xff;
        if (first < 0x80) {
            return first;
        }
        int length = 0;
        for (int i = 0; i < (first & 0x7f); i++) {
            length = length << 8 | bytes[at + 2 + i] & 0xff;
        }
        return length;
    }
}
