package org.tlsguard.cli;

/** Ends a command with one line on standard error. */
final class CommandException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    /**
     * @param exitCode what the command exits with
     * @param message what is wrong and where; untrusted text in it is escaped already
     */
    CommandException(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }
}
