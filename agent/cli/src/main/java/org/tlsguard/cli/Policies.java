package org.tlsguard.cli;

import java.io.File;
import java.util.List;
import org.tlsguard.policy.Policy;
import org.tlsguard.policy.PolicyException;
import org.tlsguard.policy.Problem;
import org.tlsguard.report.Escape;

/** Loads policies for commands. */
final class Policies {

    private Policies() {}

    /**
     * Loads a policy for its own sake.
     *
     * @throws CommandException if it cannot be used; the message has every problem, a line each
     */
    static Policy load(File file) throws CommandException {
        try {
            return Policy.load(file);
        } catch (PolicyException e) {
            throw new CommandException(ExitCode.CONFIGURATION, lines(e.problems()));
        }
    }

    /**
     * Shows a policy with the origin of every value.
     *
     * @param file null for the built-in policy
     * @throws CommandException if it cannot be used; the message has every problem, a line each
     */
    static String show(File file) throws CommandException {
        try {
            return Policy.show(file);
        } catch (PolicyException e) {
            throw new CommandException(ExitCode.CONFIGURATION, lines(e.problems()));
        }
    }

    private static String lines(List<Problem> problems) {
        StringBuilder lines = new StringBuilder();
        for (Problem problem : problems) {
            lines.append(lines.length() == 0 ? "" : System.lineSeparator() + "tlsguard: ");
            lines.append(Escape.line(problem.toString()));
        }
        return lines.toString();
    }
}
