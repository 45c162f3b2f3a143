package org.tlsguard.cli;

import java.io.File;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code policy show}: the whole effective policy. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        headerHeading = Help.NAME + "policy show - ",
        header = "print the whole effective policy",
        synopsisHeading = Help.SYNOPSIS,
        descriptionHeading = Help.DESCRIPTION,
        description = {
            "Prints a policy as YAML with every default spelt out. Comments say of each value where it comes from, a"
                    + " line of the file or the default, and what versions and keys that comes to. The output is itself"
                    + " a policy."
        },
        parameterListHeading = Help.ARGUMENTS,
        optionListHeading = Help.OPTIONS,
        exitCodeListHeading = Help.EXIT_STATUS,
        exitCodeList = {"0:the policy was printed", "2:wrong arguments", "78:the policy cannot be used"},
        footerHeading = Help.EXAMPLES,
        footer = {
            "  " + Main.NAME + " policy show > policy.yaml",
            "  " + Main.NAME + " policy show policy.yaml",
            "  " + Main.NAME + " policy show mozilla-intermediate",
            "",
            "The shipped policies: built-in, mozilla-modern, mozilla-intermediate, rfc9325, nist-sp800-52r2, pci-dss-4,",
            "io-socket-ssl."
        })
final class PolicyShowCommand implements Callable<Integer> {

    private final PrintStream out;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "The policy, or the name of a shipped one; the built-in one if left out.")
    private File file;

    PolicyShowCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws CommandException {
        out.print(Policies.show(file));
        return ExitCode.OK;
    }
}
