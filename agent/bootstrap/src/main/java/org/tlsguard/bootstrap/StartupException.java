package org.tlsguard.bootstrap;

/** A start-up error the operator can mend; each line of the message is one problem, as {@code WHERE: what}. */
final class StartupException extends Exception {

    private static final long serialVersionUID = 1L;

    StartupException(String message) {
        super(message);
    }
}
