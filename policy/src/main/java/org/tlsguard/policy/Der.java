package org.tlsguard.policy;

/**
 * Walks over the elements of a DER encoding (ITU-T X.690). Only what certificates need: definite lengths and tags of one
 * byte. Anything else ends the walk, which every caller takes for "not there".
 */
final class Der {
    static final int SEQUENCE = 0x30;
    static final int SET = 0x31;
    static final int OBJECT_IDENTIFIER = 0x06;
    static final int INTEGER = 0x02;

    private final byte[] bytes;
    private final int end;
    private int next;
    private int tag;
    private int valueStart;
    private int valueEnd;

    Der(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    private Der(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.next = start;
        this.end = end;
    }

    /** Goes to the next element; false at the end and at anything malformed. */
    boolean next() {
        if (end - next < 2) {
            return false;
        }
        tag = bytes[next] & 0xff;
        int at = next + 1;
        int length = bytes[at++] & 0xff;
        if (length >= 0x80) {
            int lengthBytes = length - 0x80;
            if (lengthBytes == 0 || lengthBytes > 3 || end - at < lengthBytes) {
                return false;
            }
            length = 0;
            for (int i = 0; i < lengthBytes; i++) {
                length = length << 8 | bytes[at++] & 0xff;
            }
        }
        if (length > end - at) {
            return false;
        }
        valueStart = at;
        valueEnd = at + length;
        next = valueEnd;
        return true;
    }

    /** Goes to the next element and tells whether it has that tag. */
    boolean next(int expectedTag) {
        return next() && tag == expectedTag;
    }

    int tag() {
        return tag;
    }

    /** Returns a walk over the elements inside the current one. */
    Der inside() {
        return new Der(bytes, valueStart, valueEnd);
    }

    byte[] value() {
        byte[] value = new byte[valueEnd - valueStart];
        System.arraycopy(bytes, valueStart, value, 0, value.length);
        return value;
    }

    /** Returns where the current element ends, from the beginning of the whole encoding. */
    int end() {
        return valueEnd;
    }

    int length() {
        return valueEnd - valueStart;
    }

    /** Tells whether the current element is an object identifier with these bytes as value. */
    boolean isIdentifier(int... value) {
        if (tag != OBJECT_IDENTIFIER || length() != value.length) {
            return false;
        }
        for (int i = 0; i < value.length; i++) {
            if ((bytes[valueStart + i] & 0xff) != value[i]) {
                return false;
            }
        }
        return true;
    }
}
