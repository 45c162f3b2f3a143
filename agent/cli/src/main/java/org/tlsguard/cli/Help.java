package org.tlsguard.cli;

/** The headings of the help texts, those of a manual page. */
final class Help {

    static final String NAME = "NAME%n  ";
    static final String SYNOPSIS = "%nSYNOPSIS%n  ";
    static final String DESCRIPTION = "%nDESCRIPTION%n";
    static final String ARGUMENTS = "%nARGUMENTS%n";
    static final String OPTIONS = "%nOPTIONS%n";
    static final String COMMANDS = "%nCOMMANDS%n";
    static final String EXIT_STATUS = "%nEXIT STATUS%n";
    static final String EXAMPLES = "%nEXAMPLES%n";

    private Help() {}
}
