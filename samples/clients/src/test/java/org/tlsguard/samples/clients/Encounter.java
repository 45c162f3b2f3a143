package org.tlsguard.samples.clients;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tlsguard.samples.pki.Identity;
import org.tlsguard.samples.servers.LoopbackServer;
import org.tlsguard.samples.tests.Jdk;
import org.tlsguard.samples.tests.Launch;
import org.tlsguard.samples.tests.Mode;
import org.tlsguard.samples.tests.Pki;
import org.tlsguard.samples.tests.Run;

/** What happened when a client met, in one JVM, one server after the other. */
record Encounter(Run run, Map<Fault, Meeting> meetings) {

    /**
     * What happened with one of them.
     *
     * @param certificate the fingerprint of the one that the server shows
     * @param result how it went for the client, without what is different each time
     * @param received the application data that the server got
     */
    record Meeting(int port, String certificate, String result, String received) {

        boolean secretArrived() {
            return !received.isEmpty();
        }
    }

    /** Plays it: the client, in that version and row, dials a server for each fault. */
    static Encounter of(Library library, String version, Row row, Jdk jdk, Mode mode, List<Fault> faults) {
        Map<Fault, LoopbackServer> servers = new EnumMap<>(Fault.class);
        try {
            faults.forEach(fault -> servers.put(fault, fault.start(library.protocol())));
            Launch launch = Launch.java(
                    jdk,
                    "-XX:+UseSerialGC",
                    "-Djavax.net.ssl.trustStore=" + Pki.PUBLIC_STORE,
                    "-Djavax.net.ssl.trustStorePassword=" + Identity.PASSWORD);
            if (faults.stream().anyMatch(fault -> fault.kind == Fault.Kind.PARAMETERS)) {
                // The client's JVM forbids as little as the server's, which is this one.
                launch.with("-Djava.security.properties=" + System.getProperty("java.security.properties"));
            }
            if (mode != Mode.BARE) {
                launch.with(Launch.agent(mode));
            }
            launch.with("-cp", Compiler.classPath(library, version), library.mainClass(), row.name());
            faults.forEach(fault -> launch.with(fault + "=" + servers.get(fault).port()));
            Run run = launch.run();
            Map<Fault, Meeting> meetings = new EnumMap<>(Fault.class);
            servers.forEach((fault, server) -> meetings.put(
                    fault,
                    new Meeting(
                            server.port(),
                            fault.identity().fingerprint(),
                            result(library, fault, run),
                            server.journal().applicationData())));
            return new Encounter(run, meetings);
        } finally {
            new ArrayList<>(servers.values()).forEach(LoopbackServer::close);
        }
    }

    private static String result(Library library, Fault fault, Run run) {
        String result = run.stdout()
                .lines()
                .filter(line -> line.startsWith(fault + " GOT") || line.startsWith(fault + " FAILED"))
                .findFirst()
                .orElse("no result")
                .replaceAll("@[0-9a-f]+", "@…")
                .replaceAll("[0-9]+", "#");
        return library.protocol().answers() ? result : result.replaceFirst("(GOT|FAILED).*", "$1");
    }
}
