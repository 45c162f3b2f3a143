package org.tlsguard.samples.applications;

import java.nio.file.Path;
import java.util.List;
import org.tlsguard.samples.pki.Identity;
import org.tlsguard.samples.servers.LoopbackServer;
import org.tlsguard.samples.servers.TlsServer;
import org.tlsguard.samples.tests.Pki;

/** The three servers that the shop logs in at: only the bank is who it says it is. */
record Peers(LoopbackServer crm, LoopbackServer bank, LoopbackServer impostor) implements AutoCloseable {

    private static final Identity SOUND =
            Pki.PUBLIC.intermediate("Applications' CA").leaf().dns("localhost").build();
    private static final Identity SELF_SIGNED =
            Pki.PUBLIC.leaf().dns("localhost").selfSigned().build();

    static Peers start() {
        return new Peers(server(SELF_SIGNED), server(SOUND), server(SELF_SIGNED));
    }

    /** A certificate for a server on this machine. */
    static Identity soundIdentity() {
        return SOUND;
    }

    /** A certificate that nobody has signed but who shows it. */
    static Identity impostorsIdentity() {
        return SELF_SIGNED;
    }

    /** A trust store with the authority of the bank, and of every server that has a sound identity. */
    static Path trustStore() {
        return Pki.PUBLIC_STORE;
    }

    /** Options of a JVM that trusts the authority of the bank. */
    static List<String> trust() {
        return List.of(
                "-Djavax.net.ssl.trustStore=" + Pki.PUBLIC_STORE,
                "-Djavax.net.ssl.trustStorePassword=" + Identity.PASSWORD);
    }

    /** What the shop is told. */
    List<String> options() {
        return List.of("-Dcrm=" + crm.port(), "-Dbank=" + bank.port(), "-Dimpostor=" + impostor.port());
    }

    @Override
    public void close() {
        crm.close();
        bank.close();
        impostor.close();
    }

    private static LoopbackServer server(Identity identity) {
        return TlsServer.presenting(identity).start();
    }
}
