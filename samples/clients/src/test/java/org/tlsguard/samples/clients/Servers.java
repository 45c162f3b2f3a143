package org.tlsguard.samples.clients;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tlsguard.samples.pki.Identity;
import org.tlsguard.samples.servers.LoopbackServer;
import org.tlsguard.samples.servers.Protocol;
import org.tlsguard.samples.servers.ProtocolServer;

/** A server for each fault, all of one protocol, from their start until they are closed. */
final class Servers implements AutoCloseable {

    private final Map<Fault, LoopbackServer> servers = new EnumMap<>(Fault.class);

    private Servers() {}

    static Servers start(Protocol protocol, List<Fault> faults) {
        Servers started = new Servers();
        try {
            faults.forEach(fault -> started.servers.put(fault, fault.start(protocol)));
            return started;
        } catch (RuntimeException failed) {
            started.close();
            throw failed;
        }
    }

    /** Puts a server with another identity in the place of each. */
    void replaceAll(Protocol protocol, Identity identity) {
        servers.replaceAll((fault, server) ->
                ProtocolServer.of(protocol, identity).insteadOf(server).start());
    }

    List<Fault> faults() {
        return new ArrayList<>(servers.keySet());
    }

    int port(Fault fault) {
        return servers.get(fault).port();
    }

    /** The application data that the server which is there now has been sent so far. */
    String received(Fault fault) {
        return servers.get(fault).journal().applicationData();
    }

    @Override
    public void close() {
        servers.values().forEach(LoopbackServer::close);
    }
}
