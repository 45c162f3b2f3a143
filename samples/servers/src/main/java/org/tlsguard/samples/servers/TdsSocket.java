package org.tlsguard.samples.servers;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;

/**
 * A connection to a client of SQL Server during the handshake: each flight of TLS records is the payload of a packet of the
 * Tabular Data Stream protocol. Once the client sends a bare record, so does this side.
 */
final class TdsSocket extends Socket {

    static final int HEADER = 8;

    private static final byte PRE_LOGIN = 0x12;

    private final Socket connection;
    private final InputStream in;
    private final OutputStream out;
    private InputStream payload = new ByteArrayInputStream(new byte[0]);
    private boolean bare;

    TdsSocket(Socket connection) throws IOException {
        this.connection = connection;
        this.in = connection.getInputStream();
        this.out = connection.getOutputStream();
    }

    static byte[] packet(byte type, byte[] payload) {
        int length = payload.length + HEADER;
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        packet.writeBytes(new byte[] {type, 1, (byte) (length >> 8), (byte) length, 0, 0, 1, 0});
        packet.writeBytes(payload);
        return packet.toByteArray();
    }

    @Override
    public InputStream getInputStream() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                while (!bare && payload.available() == 0) {
                    if (!next()) {
                        return -1;
                    }
                }
                return payload.available() > 0 ? payload.read(buffer, offset, length) : in.read(buffer, offset, length);
            }
        };
    }

    @Override
    public OutputStream getOutputStream() {
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] data, int offset, int length) throws IOException {
                byte[] records = new byte[length];
                System.arraycopy(data, offset, records, 0, length);
                out.write(bare ? records : packet(PRE_LOGIN, records));
                out.flush();
            }
        };
    }

    /** Takes the next packet, or learns that packets have ended: no record of TLS begins with the type of a packet. */
    private boolean next() throws IOException {
        int type = in.read();
        if (type < 0) {
            return false;
        }
        if (type != PRE_LOGIN) {
            bare = true;
            payload = new ByteArrayInputStream(new byte[] {(byte) type});
            return true;
        }
        byte[] rest = in.readNBytes(HEADER - 1);
        int length = ((rest[1] & 0xff) << 8 | rest[2] & 0xff) - HEADER;
        payload = new ByteArrayInputStream(in.readNBytes(length));
        return true;
    }

    @Override
    public boolean isConnected() {
        return true;
    }

    @Override
    public InetAddress getInetAddress() {
        return connection.getInetAddress();
    }

    @Override
    public int getPort() {
        return connection.getPort();
    }

    @Override
    public void setSoTimeout(int millis) throws java.net.SocketException {
        connection.setSoTimeout(millis);
    }

    @Override
    public int getSoTimeout() throws java.net.SocketException {
        return connection.getSoTimeout();
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
