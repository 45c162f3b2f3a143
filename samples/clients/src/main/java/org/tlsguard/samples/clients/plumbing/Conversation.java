package org.tlsguard.samples.clients.plumbing;

/** What a client does with a server: says its secret, and tells what came back. */
public interface Conversation {

    /** Returns the answer, or fails; whether the secret arrived, the server knows. */
    Object with(Target target) throws Exception;
}
