package org.tlsguard.cli;

import java.io.File;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import org.tlsguard.policy.Policy;
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
            "Prints a policy as YAML with every default spelt out, and what it comes to in comments. The output"
                    + " is itself a policy."
        },
        parameterListHeading = Help.ARGUMENTS,
        optionListHeading = Help.OPTIONS,
        exitCodeListHeading = Help.EXIT_STATUS,
        exitCodeList = {"0:the policy was printed", "2:wrong arguments", "78:the policy cannot be used"},
        footerHeading = Help.EXAMPLES,
        footer = {"  " + Main.NAME + " policy show > policy.yaml", "  " + Main.NAME + " policy show policy.yaml"})
final class PolicyShowCommand implements Callable<Integer> {

    private final PrintStream out;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "The policy; the built-in one if left out.")
    private File file;

    PolicyShowCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws CommandException {
        Policy policy = file == null ? Policy.builtIn() : Policies.load(file);
        out.print(policy.toYaml());
        return ExitCode.OK;
    }
}
