package org.tlsguard.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A policy cannot be used. The message is the first problem, and says how many more there are. */
public final class PolicyException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    PolicyException(List<Problem> problems) {
        super(problems.get(0) + (problems.size() == 1 ? "" : " (and " + (problems.size() - 1) + " more)"));
        this.problems = Collections.unmodifiableList(new ArrayList<>(problems));
    }

    /** Returns every problem that was found, in the order of the file; never empty. */
    public List<Problem> problems() {
        return problems;
    }
}
