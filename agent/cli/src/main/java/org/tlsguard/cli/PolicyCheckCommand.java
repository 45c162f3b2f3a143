package org.tlsguard.cli;

import java.io.File;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Date;
import java.util.concurrent.Callable;
import org.tlsguard.policy.Policy;
import org.tlsguard.policy.Term;
import org.tlsguard.report.Escape;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code policy check}: every error of a policy. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        headerHeading = Help.NAME + "policy check - ",
        header = "find every error in a policy",
        synopsisHeading = Help.SYNOPSIS,
        descriptionHeading = Help.DESCRIPTION,
        description = {
            "Reads a policy, the files it names and its candidate, as the agent would at start-up, and prints every"
                    + " error with its line and column. Entries that have expired are named, too; they"
                    + " are no errors."
        },
        parameterListHeading = Help.ARGUMENTS,
        optionListHeading = Help.OPTIONS,
        exitCodeListHeading = Help.EXIT_STATUS,
        exitCodeList = {"0:the policy is sound", "2:wrong arguments", "78:the policy cannot be used"},
        footerHeading = Help.EXAMPLES,
        footer = "  " + Main.NAME + " policy check policy.yaml")
final class PolicyCheckCommand implements Callable<Integer> {

    private final PrintStream out;
    private final PrintStream err;
    private final Clock clock;

    @Parameters(paramLabel = "FILE", description = "The policy.")
    private File file;

    PolicyCheckCommand(PrintStream out, PrintStream err, Clock clock) {
        this.out = out;
        this.err = err;
        this.clock = clock;
    }

    @Override
    public Integer call() throws CommandException {
        Policy policy = Policies.load(file);
        warn(policy);
        if (policy.candidate() != null) {
            warn(Policies.load(policy.candidate()));
        }
        out.println(Escape.line(file.getPath()) + ": sound");
        return ExitCode.OK;
    }

    private void warn(Policy policy) {
        Date now = Date.from(clock.instant());
        for (Term term : policy.terms()) {
            if (term.hasPassed(now)) {
                err.println("tlsguard: " + Escape.line(term.where()) + ": this "
                        + term.kind().id() + " no longer holds: it expired on " + term.lastDay());
            }
        }
    }
}
