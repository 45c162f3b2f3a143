package org.tlsguard.samples.clients;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tlsguard.samples.pki.Identity;
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
        try (Servers servers = Servers.start(library.protocol(), faults)) {
            return of(library, version, row, jdk, mode == Mode.BARE ? List.of() : List.of(Launch.agent(mode)), servers);
        }
    }

    /** Likewise with these options of the JVM, and servers that were there before and stay. */
    static Encounter of(Library library, String version, Row row, Jdk jdk, List<String> options, Servers servers) {
        Launch launch = Launch.java(
                jdk,
                "-XX:+UseSerialGC",
                "-Djavax.net.ssl.trustStore=" + Pki.PUBLIC_STORE,
                "-Djavax.net.ssl.trustStorePassword=" + Identity.PASSWORD);
        if (servers.faults().stream().anyMatch(fault -> fault.kind == Fault.Kind.PARAMETERS)) {
            // The client's JVM forbids as little as the server's, which is this one.
            launch.with("-Djava.security.properties=" + System.getProperty("java.security.properties"));
        }
        options.forEach(launch::with);
        launch.with("-cp", Compiler.classPath(library, version), library.mainClass(), row.name());
        servers.faults().forEach(fault -> launch.with(fault + "=" + servers.port(fault)));
        Run run = launch.run();
        Map<Fault, Meeting> meetings = new EnumMap<>(Fault.class);
        for (Fault fault : servers.faults()) {
            meetings.put(
                    fault,
                    new Meeting(
                            servers.port(fault),
                            fault.identity().fingerprint(),
                            result(library, fault, run),
                            servers.received(fault)));
        }
        return new Encounter(run, meetings);
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
