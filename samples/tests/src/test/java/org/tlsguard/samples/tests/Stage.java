package org.tlsguard.samples.tests;

/** A sample and the peer it meets, ready to be played on any JDK, in any mode, over any version of TLS. */
interface Stage {

    /** What happened: the sample's run, the application data that arrived at the other end, and the port it dialled. */
    record Exchange(Run run, String received, int port) {}

    Exchange play(Jdk jdk, Mode mode, String... protocols);
}
