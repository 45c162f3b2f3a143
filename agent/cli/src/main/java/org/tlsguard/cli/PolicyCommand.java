package org.tlsguard.cli;

import picocli.CommandLine.Command;

/** {@code policy}: what can be done with a policy. It does nothing by itself. */
@Command(
        name = "policy",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        headerHeading = Help.NAME + "policy - ",
        header = "check, show, explain and learn policies",
        synopsisHeading = Help.SYNOPSIS,
        synopsisSubcommandLabel = "COMMAND",
        optionListHeading = Help.OPTIONS,
        commandListHeading = Help.COMMANDS,
        footer = {"", "For more about a command: " + Main.NAME + " policy COMMAND --help"})
final class PolicyCommand {}
