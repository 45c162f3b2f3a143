package org.tlsguard.policy;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Reads the bytes and the text of a policy, and no more of either than a policy can have. */
final class PolicyFile {
    static final int MOST_BYTES = 8 * 1024 * 1024;
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private PolicyFile() {}

    /** Returns the bytes, or null after reporting why there are none. */
    static byte[] bytes(File file, Problems problems) {
        boolean shipped = ShippedPolicies.isOne(file);
        String obstacle = shipped ? null : obstacle(file);
        if (obstacle != null) {
            boolean bareName = !file.exists() && file.getParent() == null;
            problems.add(1, 1, obstacle + (bareName ? Suggestion.among(file.getPath(), ShippedPolicies.names()) : ""));
            return null;
        }
        // The size may change between asking and reading: what counts is what is read.
        try (InputStream in = shipped ? ShippedPolicies.open(file.getPath()) : new FileInputStream(file)) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                bytes.write(buffer, 0, n);
                if (bytes.size() > MOST_BYTES) {
                    problems.add(1, 1, "the policy is larger than " + MOST_BYTES / (1024 * 1024) + " MiB");
                    return null;
                }
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            problems.add(1, 1, "the file cannot be read: " + Problems.shown(String.valueOf(e.getMessage())));
            return null;
        }
    }

    /**
     * Says why a file cannot be used, or returns null. A pipe or device is refused before it is opened, for that alone may
     * block for ever.
     */
    static String obstacle(File file) {
        if (!file.exists()) {
            return "there is no such file";
        }
        if (!file.isFile()) {
            return file.isDirectory() ? "this is a directory, not a file" : "this is no regular file";
        }
        return file.canRead() ? null : "the file cannot be read: permission denied";
    }

    /** Returns the text without a byte order mark, or null after reporting that it is not UTF-8. */
    static String text(byte[] bytes, Problems problems) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, true);
        text.flip();
        String decoded = text.length() > 0 && text.charAt(0) == BYTE_ORDER_MARK
                ? text.subSequence(1, text.length()).toString()
                : text.toString();
        if (result.isError()) {
            problems.add(line(decoded), column(decoded), "the file is not UTF-8");
            return null;
        }
        return decoded;
    }

    /** Returns the line, from 1, of what follows the text. */
    static int line(String before) {
        int line = 1;
        for (int i = before.indexOf('\n'); i >= 0; i = before.indexOf('\n', i + 1)) {
            line++;
        }
        return line;
    }

    /** Returns the column, from 1 and in code points, of what follows the text. */
    static int column(String before) {
        int start = before.lastIndexOf('\n') + 1;
        return before.codePointCount(start, before.length()) + 1;
    }
}
