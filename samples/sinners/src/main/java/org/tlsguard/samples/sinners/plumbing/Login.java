package org.tlsguard.samples.sinners.plumbing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** What every client sends, and what an eavesdropper is after. */
public final class Login {

    public static final String FORM = "user=alice&password=s3cret";

    private static final byte[] LINE = "LOGIN alice s3cret\n".getBytes(StandardCharsets.US_ASCII);

    private Login() {}

    /** Logs in with one line and returns the line that comes back. */
    public static String over(InputStream in, OutputStream out) throws IOException {
        out.write(LINE);
        out.flush();
        return line(in);
    }

    /** Reads a line, and nothing after it. */
    public static String line(InputStream in) throws IOException {
        String line = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII)).readLine();
        if (line == null) {
            throw new IOException("the peer hung up");
        }
        return line;
    }
}
