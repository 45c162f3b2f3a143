package org.tlsguard.samples.tests;

import java.util.function.Function;
import org.tlsguard.samples.servers.Journal;
import org.tlsguard.samples.servers.LoopbackServer;

/**
 * A client sample that dials a server of ours.
 *
 * @param server makes the server that speaks the given versions
 */
record ClientStage(SampleCommand command, Function<String[], LoopbackServer> server) implements Stage {

    @Override
    public Exchange play(Jdk jdk, Mode mode, String... protocols) {
        try (LoopbackServer peer = server.apply(protocols)) {
            Run run = command.on(jdk, mode, peer.port()).run();
            Journal journal = peer.journal();
            return new Exchange(run, journal.applicationData(), peer.port(), journal.resumptions());
        }
    }
}
