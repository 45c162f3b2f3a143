package org.tlsguard.cli;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Callable;
import org.tlsguard.policy.Policy;
import org.tlsguard.report.Escape;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code policy learn}: from what audits have found, the policy under which the same applications run in enforce mode. */
@Command(
        name = "learn",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        headerHeading = Help.NAME + "policy learn - ",
        header = "make a policy of audit reports",
        synopsisHeading = Help.SYNOPSIS,
        descriptionHeading = Help.DESCRIPTION,
        description = {
            "Prints the smallest policy under which the applications that were audited run in enforce mode: a pin for"
                    + " each peer whose certificate is not trusted, the name to expect where a certificate is for another"
                    + " one, an exemption for each weak version, suite or key that was really used. What is latent needs"
                    + " nothing: the guard repairs it.",
            "",
            "Each entry has \"unreviewed\" as its reason, an end, and what speaks for it as a comment. Peers that must not"
                    + " be allowed blindly (seen with two keys, with another key than pinned, with an expired"
                    + " certificate of a trusted authority) are named on standard error and in a comment instead."
        },
        parameterListHeading = Help.ARGUMENTS,
        optionListHeading = Help.OPTIONS,
        exitCodeListHeading = Help.EXIT_STATUS,
        exitCodeList = {
            "0:the policy was written; standard error says what is left to decide",
            "2:wrong arguments, or a file that cannot be read or written; there is no policy then"
        },
        footerHeading = Help.EXAMPLES,
        footer = {
            "  " + Main.NAME + " policy learn -o policy.yaml tlsguard-report",
            "  " + Main.NAME + " policy learn --owner ops@corp.example '/var/log/tlsguard/*' > policy.yaml"
        })
final class PolicyLearnCommand implements Callable<Integer> {

    private static final int DAYS = 90;
    private static final int MOST_LINES = 100;
    private static final int MOST_ERRORS = 20;

    private final PrintStream out;
    private final PrintStream err;
    private final Clock clock;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "REPORT", description = ReportFiles.DESCRIPTION)
    private List<String> reports = new ArrayList<>();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write to this file instead of to standard output.")
    private File output;

    @Option(names = "--owner", paramLabel = "NAME", description = "Who answers for the entries. Default: nobody yet.")
    private String owner = "nobody yet";

    @Option(
            names = "--expires",
            paramLabel = "YYYY-MM-DD",
            description = "The last day on which the entries hold. Default: in " + DAYS + " days.")
    private String expires;

    PolicyLearnCommand(PrintStream out, PrintStream err, Clock clock) {
        this.out = out;
        this.err = err;
        this.clock = clock;
    }

    @Override
    public Integer call() throws CommandException {
        LocalDate lastDay = lastDay();
        if (owner.trim().isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--owner: somebody has to answer for the entries");
        }
        List<File> files = ReportFiles.find(reports);
        Learner learner = learn(files);
        LearntPolicy policy = new LearntPolicy(learner, owner, lastDay.toString(), Date.from(clock.instant()));
        String yaml = policy.toYaml(files.size());
        if (yaml.length() > Policy.MOST_BYTES) {
            throw new CommandException(
                    ExitCode.USAGE,
                    "the policy would be larger than a policy may be: learn from fewer reports at a time");
        }
        write(yaml);
        warn(policy.warnings());
        return ExitCode.OK;
    }

    private LocalDate lastDay() {
        LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        if (expires == null) {
            return today.plusDays(DAYS);
        }
        try {
            LocalDate day = LocalDate.parse(expires);
            if (!day.isBefore(today) && day.getYear() <= 9999) {
                return day;
            }
        } catch (DateTimeException e) {
            throw new ParameterException(spec.commandLine(), "--expires: expected a day such as 2027-03-31", e);
        }
        throw new ParameterException(spec.commandLine(), "--expires: expected a day to come");
    }

    /** What is learnt from some of the reports would be too small a policy: if one cannot be read, all errors are told. */
    private Learner learn(List<File> files) throws CommandException {
        Learner learner = new Learner();
        List<String> errors = new ArrayList<>();
        long bytes = 0;
        for (File file : files) {
            bytes += file.length();
        }
        Progress progress = new Progress(err, "bytes of reports", bytes);
        try {
            for (File file : files) {
                try {
                    learner.report(
                            file.getPath(),
                            ReportReader.read(file, learner, progress).build());
                } catch (CommandException e) {
                    if (errors.size() < MOST_ERRORS) {
                        errors.add(e.getMessage());
                    }
                }
            }
        } finally {
            progress.end();
        }
        if (!errors.isEmpty()) {
            throw new CommandException(ExitCode.USAGE, String.join(System.lineSeparator() + "tlsguard: ", errors));
        }
        return learner;
    }

    private void write(String yaml) throws CommandException {
        if (output == null) {
            out.print(yaml);
            return;
        }
        // Somebody may be reading the file that is replaced: an agent that watches its policy, say.
        Path target = output.toPath().toAbsolutePath();
        Path fresh = target.resolveSibling(target.getFileName() + ".new");
        try {
            Files.write(fresh, yaml.getBytes(StandardCharsets.US_ASCII));
            Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new CommandException(
                    ExitCode.USAGE,
                    Escape.line(output.getPath()) + ": cannot be written: " + Escape.line(e.toString()));
        }
    }

    private void warn(List<String> warnings) {
        for (int i = 0; i < warnings.size() && i < MOST_LINES; i++) {
            err.println("tlsguard: " + Escape.line(warnings.get(i)));
        }
        if (warnings.size() > MOST_LINES) {
            err.println("tlsguard: and " + (warnings.size() - MOST_LINES) + " more, in the comments of the policy");
        }
    }
}
