package org.tlsguard.samples.tests;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.tlsguard.samples.servers.LoopbackServer;

/**
 * A client sample that dials a server of ours.
 *
 * @param libraries jars on its class path beside its own
 * @param server makes the server that speaks the given versions
 */
record ClientStage(
        Class<?> sample,
        List<String> arguments,
        List<String> options,
        List<Path> libraries,
        Function<String[], LoopbackServer> server)
        implements Stage {

    @Override
    public Exchange play(Jdk jdk, Mode mode, String... protocols) {
        try (LoopbackServer peer = server.apply(protocols)) {
            List<String> line = new ArrayList<>(List.of("localhost", String.valueOf(peer.port())));
            line.addAll(arguments);
            Run run = SampleJvm.on(jdk, mode)
                    .options(options)
                    .alongside(libraries)
                    .main(sample, line.toArray(new String[0]))
                    .run();
            return new Exchange(run, peer.journal().applicationData(), peer.port());
        }
    }
}
