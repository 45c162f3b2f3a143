package org.tlsguard.samples.demo;

/** Something did not happen as told; the message is what should have. */
final class Surprise extends RuntimeException {

    private static final long serialVersionUID = 1;

    Surprise(String told) {
        super(told);
    }
}
