package org.tlsguard.cli;

/** What the commands exit with. */
final class ExitCode {

    static final int OK = 0;

    /** There is a finding that {@code --fail-on} asked for. */
    static final int FINDINGS = 1;

    /** The arguments make no sense, or a file they name cannot be read or written. */
    static final int USAGE = 2;

    /** A defect of ours: {@code EX_SOFTWARE} of {@code sysexits.h}. Never 1, which means findings. */
    static final int DEFECT = 70;

    /** The policy cannot be used: {@code EX_CONFIG} of {@code sysexits.h}, as of the agent itself. */
    static final int CONFIGURATION = 78;

    private ExitCode() {}
}
