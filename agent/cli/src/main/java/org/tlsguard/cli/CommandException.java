package org.tlsguard.cli;

/** Ends a command with its message on standard error: a line, or several where there is more than one thing wrong. */
final class CommandException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    /**
     * @param exitCode what the command exits with
     * @param message what is wrong and where; untrusted text in it is escaped
     */
    CommandException(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }
}
