package org.tlsguard.scan;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads what others made, and no more of it than there can be. */
final class Bytes {

    private Bytes() {}

    /**
     * Reads a stream to its end.
     *
     * @param most how many bytes there may be
     * @throws IOException if there are more, or the stream does
     */
    static byte[] of(InputStream in, int most) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(8192);
        byte[] buffer = new byte[8192];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            if (bytes.size() + n > most) {
                throw new IOException("unpacks to more than " + most + " bytes");
            }
            bytes.write(buffer, 0, n);
        }
        return bytes.toByteArray();
    }
}
