package org.tlsguard.samples.tests;

/** A sample and the peer it meets, ready to be played on any JDK, in any mode, over any version of TLS. */
interface Stage {

    /**
     * What happened.
     *
     * @param received the application data that arrived at the other end
     * @param port where the server listened
     * @param resumptions how many handshakes the server of ours resumed
     */
    record Exchange(Run run, String received, int port, int resumptions) {}

    Exchange play(Jdk jdk, Mode mode, String... protocols);
}
