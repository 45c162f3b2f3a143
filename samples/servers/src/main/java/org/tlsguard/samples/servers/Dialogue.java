package org.tlsguard.samples.servers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** What a server of some protocol says, up to the first secret of its client. */
interface Dialogue {

    /** What comes before the handshake. Reads no byte beyond: what follows is the ClientHello. */
    default void open(InputStream in, OutputStream out) throws IOException {}

    /** What is said under TLS. All that is read from {@code in} is noted. */
    void converse(InputStream in, OutputStream out) throws IOException;
}
