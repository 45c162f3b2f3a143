package org.tlsguard.policy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * Looks into a file of trust anchors: whether there are certificates in it, by its structure alone. It is looked at before
 * the application starts, when no key store and no certificate factory may be touched.
 */
public final class AnchorFile {
    private static final int MOST_BYTES = 16 * 1024 * 1024;
    private static final int JKS = 0xfeedfeed;
    private static final int JCEKS = 0xcececece;
    private static final int MOST_ENTRIES = 100_000;

    private static final byte INDEFINITE = (byte) 0x80;
    private static final String NONE = "there is no certificate in this file; PEM, PKCS#12 or JKS is expected";

    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";
    /** RFC 7468, section 5.1. */
    private static final List<String> CERTIFICATES = Arrays.asList("CERTIFICATE", "X509 CERTIFICATE");

    private static final List<String> CONTAINERS = Arrays.asList("PKCS7", "CMS");

    private AnchorFile() {}

    /** Returns what is wrong with a file that can be read, or null. */
    static String problem(File file) {
        byte[] bytes;
        try {
            bytes = bytes(file);
        } catch (IOException e) {
            return "the file cannot be read: " + Problems.shown(String.valueOf(e.getMessage()));
        }
        if (bytes == null) {
            return "the file is larger than " + MOST_BYTES / (1024 * 1024) + " MiB";
        }
        try {
            return isKeyStore(bytes)
                    ? keyStoreProblem(bytes)
                    : isBinary(bytes) ? binaryProblem(bytes) : pemProblem(bytes);
        } catch (IOException | IllegalArgumentException e) {
            return "the file is damaged";
        }
    }

    /**
     * Returns the encoded certificates of a PEM file, in its order; what else is in it, a private key say, is passed over.
     *
     * @return empty when the file is no PEM or holds no certificates by themselves
     * @throws IOException when it cannot be read
     */
    public static List<byte[]> pemCertificates(File file) throws IOException {
        List<byte[]> certificates = new ArrayList<>();
        byte[] bytes = bytes(file);
        if (bytes != null && !isKeyStore(bytes) && !isBinary(bytes)) {
            try {
                blocks(bytes, CERTIFICATES, certificates);
            } catch (IllegalArgumentException e) {
                throw new IOException("the file is damaged", e);
            }
        }
        return certificates;
    }

    private static byte[] bytes(File file) throws IOException {
        try (InputStream in = new FileInputStream(file)) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                bytes.write(buffer, 0, n);
                if (bytes.size() > MOST_BYTES) {
                    return null;
                }
            }
            return bytes.toByteArray();
        }
    }

    private static boolean isKeyStore(byte[] bytes) {
        int magic = 0;
        for (int i = 0; i < Math.min(4, bytes.length); i++) {
            magic = magic << 8 | bytes[i] & 0xff;
        }
        return magic == JKS || magic == JCEKS;
    }

    private static boolean isBinary(byte[] bytes) {
        return bytes.length > 1 && bytes[0] == Der.SEQUENCE && bytes[1] != '\n' && bytes[1] != '\r';
    }

    /** The format of the JDK's {@code JavaKeyStore}; certificates in it are not encrypted. */
    private static String keyStoreProblem(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        if (in.readInt() == JCEKS) {
            return "this is a JCEKS key store; PEM, PKCS#12 or JKS is expected";
        }
        int version = in.readInt();
        int entries = in.readInt();
        if (version < 1 || version > 2 || entries < 0 || entries > MOST_ENTRIES) {
            return "the file is damaged";
        }
        for (int i = 0; i < entries; i++) {
            int kind = in.readInt();
            in.readUTF();
            in.readLong();
            int certificates = 1;
            if (kind == 1) {
                skip(in);
                certificates = in.readInt();
            }
            for (int c = 0; c < certificates; c++) {
                if (version == 2) {
                    in.readUTF();
                }
                skip(in);
            }
        }
        return entries == 0 ? "there is no certificate in this key store" : null;
    }

    private static void skip(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || in.available() < length) {
            throw new IOException();
        }
        in.skipBytes(length);
    }

    /** A certificate, several after one another, a PKCS#7 container, or a PKCS#12 store, which may be encrypted. */
    private static String binaryProblem(byte[] bytes) {
        if (bytes[1] == INDEFINITE) {
            // BER, as some write containers; never a certificate.
            return null;
        }
        Der values = new Der(bytes);
        int covered = 0;
        while (values.next(Der.SEQUENCE)) {
            boolean first = covered == 0;
            covered = values.end();
            Der inner = values.inside();
            if (!inner.next()) {
                return NONE;
            }
            boolean container = first && (inner.tag() == Der.OBJECT_IDENTIFIER || isPkcs12(inner));
            if (!container && inner.tag() != Der.SEQUENCE) {
                return NONE;
            }
        }
        return covered == bytes.length ? null : "the file is damaged";
    }

    /** RFC 7292, section 4: version 3 comes first; in a private key it is 0 or 1. */
    private static boolean isPkcs12(Der version) {
        return version.tag() == Der.INTEGER && Arrays.equals(version.value(), new byte[] {3});
    }

    private static String pemProblem(byte[] bytes) {
        List<byte[]> certificates = new ArrayList<>();
        List<byte[]> containers = new ArrayList<>();
        int broken = blocks(bytes, CERTIFICATES, certificates);
        if (broken == 0) {
            broken = blocks(bytes, CONTAINERS, containers);
        }
        if (broken > 0) {
            return "the certificate in line " + broken + " is damaged";
        }
        return certificates.isEmpty() && containers.isEmpty() ? NONE : null;
    }

    /** Collects the content of PEM blocks (RFC 7468). Returns the line of the first that is damaged, or 0. */
    private static int blocks(byte[] bytes, List<String> labels, List<byte[]> contents) {
        String[] lines = new String(bytes, StandardCharsets.ISO_8859_1).split("\r\n|\r|\n");
        StringBuilder base64 = null;
        String label = "";
        int start = 0;
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].trim();
            if (line.startsWith(BEGIN) && line.endsWith("-----")) {
                if (base64 != null) {
                    return start;
                }
                label = line.substring(BEGIN.length(), Math.max(BEGIN.length(), line.length() - 5));
                base64 = labels.contains(label) ? new StringBuilder() : null;
                start = i + 1;
            } else if (base64 != null && line.startsWith(END)) {
                byte[] content = decoded(base64.toString());
                if (content == null || !line.equals(END + label + "-----")) {
                    return start;
                }
                contents.add(content);
                base64 = null;
            } else if (base64 != null) {
                base64.append(line);
            }
        }
        return base64 == null ? 0 : start;
    }

    /** Returns one whole DER value, or null. */
    private static byte[] decoded(String base64) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(base64);
            Der value = new Der(bytes);
            return value.next(Der.SEQUENCE) && value.end() == bytes.length ? bytes : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
