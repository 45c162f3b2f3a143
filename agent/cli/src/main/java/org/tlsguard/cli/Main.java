package org.tlsguard.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.time.Clock;
import org.tlsguard.report.Escape;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The command line of tlsguard: {@code java -jar tlsguard.jar}. */
@Command(
        name = Main.NAME,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        headerHeading = Help.NAME + "tlsguard - ",
        header = "secure TLS defaults for Java applications nobody can change any more",
        synopsisHeading = Help.SYNOPSIS,
        customSynopsis = {
            "java -javaagent:tlsguard.jar[=KEY=VALUE,...] -jar APPLICATION.jar",
            "  " + Main.NAME + " COMMAND"
        },
        descriptionHeading = Help.DESCRIPTION,
        description = {
            "The first form runs an application under the agent. The keys are mode (audit, enforce or off),"
                    + " policy (a file), report (a directory) and log (stderr, none, slf4j or a file).",
            "",
            "The second form runs one of the commands below."
        },
        optionListHeading = Help.OPTIONS,
        commandListHeading = Help.COMMANDS,
        footer = {"", "For more about a command: " + Main.NAME + " COMMAND --help"})
public final class Main {

    static final String NAME = "java -jar tlsguard.jar";

    private static final int COLUMNS = 100;

    private Main() {}

    /**
     * Runs a command and ends the JVM with its exit code.
     *
     * @param args the arguments
     */
    public static void main(String[] args) {
        System.exit(run(args, System.out, System.err));
    }

    /**
     * Runs a command.
     *
     * @param args the arguments
     * @param out standard output
     * @param err standard error
     * @return one of {@link ExitCode}
     */
    static int run(String[] args, PrintStream out, PrintStream err) {
        CommandLine policy = new CommandLine(new PolicyCommand())
                .addSubcommand(new PolicyCheckCommand(out, err, Clock.systemUTC()))
                .addSubcommand(new PolicyShowCommand(out))
                .addSubcommand(new PolicyExplainCommand(out, Clock.systemUTC()))
                .addSubcommand(new PolicyLearnCommand(out, err, Clock.systemUTC()));
        CommandLine tlsguard =
                new CommandLine(new Main()).addSubcommand(policy).addSubcommand(new ReportCommand(out, err));
        tlsguard.setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setUsageHelpWidth(COLUMNS)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((e, arguments) -> usage(e, err))
                .setExecutionExceptionHandler((e, command, parsed) -> failure(e, err));
        int exitCode = tlsguard.execute(args);
        out.flush();
        return exitCode;
    }

    private static int usage(ParameterException e, PrintStream err) {
        err.println("tlsguard: " + Escape.line(e.getMessage()));
        err.println("Try: " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE;
    }

    private static int failure(Exception e, PrintStream err) {
        if (e instanceof CommandException) {
            err.println("tlsguard: " + e.getMessage());
            return ((CommandException) e).exitCode();
        }
        err.println("tlsguard: this is a defect of tlsguard:");
        e.printStackTrace(err);
        return ExitCode.DEFECT;
    }
}
