package org.tlsguard.samples.servers;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Lines and octets, without a buffer that would read ahead. */
final class Wire {

    private final InputStream in;
    private final OutputStream out;

    Wire(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    /** The next line without its end; fails if the peer hangs up instead. */
    String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the peer hung up after \"" + line + '"');
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    void say(String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    void send(int... octets) throws IOException {
        byte[] bytes = new byte[octets.length];
        for (int i = 0; i < octets.length; i++) {
            bytes[i] = (byte) octets[i];
        }
        send(bytes);
    }

    void send(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    /** Fails if there are fewer. */
    byte[] octets(int count) throws IOException {
        byte[] octets = new byte[count];
        new DataInputStream(in).readFully(octets);
        return octets;
    }

    /** Waits for whatever the peer says first, and takes what came with it. */
    void anything() throws IOException {
        if (in.read(new byte[16_384]) < 0) {
            throw new EOFException("the peer hung up without a word");
        }
    }

    /** Waits until the peer hangs up, whatever it says before. */
    void awaitEnd() throws IOException {
        in.transferTo(OutputStream.nullOutputStream());
    }
}
