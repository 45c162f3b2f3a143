package org.tlsguard.samples.applications;

import java.nio.file.Path;
import java.util.List;

/**
 * A container with the shop in it.
 *
 * @param firstJdk the oldest that it runs on
 * @param lastJdk the newest
 * @param library how the place ends where it says that the vendor's library is
 * @param guest who comes to it
 */
record Application(String title, int firstJdk, int lastJdk, String library, Guest guest, Layout layout) {

    /** One that runs on every JDK from that version on. */
    Application(String title, int firstJdk, String library, Guest guest, Layout layout) {
        this(title, firstJdk, Integer.MAX_VALUE, library, guest, layout);
    }

    /** Lays the shop out as the container wants it. */
    @FunctionalInterface
    interface Layout {
        /**
         * Returns what starts it: the rest of the command line.
         *
         * @param directory an empty directory, in which it will run
         * @param port where it is to listen, if it does
         */
        List<String> in(Path directory, int port);
    }

    /** Those that start at once, of each kind the oldest first. */
    static List<List<Application>> light() {
        return List.of(
                List.of(WebServers.tomcat("9.0.117", 8), WebServers.tomcat("11.0.13", 17)),
                List.of(
                        ModuleSystems.springBoot("2.7.18", "org.springframework.boot.loader", 8),
                        ModuleSystems.springBoot("3.5.7", "org.springframework.boot.loader.launch", 17)),
                List.of(ModuleSystems.felix("7.0.5")),
                List.of(ModuleSystems.jbossModules("2.1.6.Final", 11)));
    }

    /** Those that take their time, likewise. */
    static List<List<Application>> heavy() {
        return List.of(
                List.of(
                        WebServers.jetty("9.4.57.v20241219", "deploy,jsp", 8),
                        WebServers.jetty("12.0.16", "ee10-deploy,ee10-jsp", 17)),
                List.of(WebServers.wildFly("26.1.3.Final", 8, 21)),
                List.of(Brokers.kafka("3.9.1", 8)),
                List.of(Brokers.activeMq("5.16.7", "4.3.30.RELEASE", 8)));
    }

    @Override
    public String toString() {
        return title;
    }
}
