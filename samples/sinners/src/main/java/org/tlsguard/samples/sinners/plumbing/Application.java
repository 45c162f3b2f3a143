package org.tlsguard.samples.sinners.plumbing;

/** A small application: talks to its peer and returns what came back. */
public interface Application {
    String talkTo(Peer peer) throws Exception;
}
