package org.tlsguard.samples.tests;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How a sample is started.
 *
 * @param libraries jars on its class path beside its own
 * @param policy what the guard is given; null for the built-in policy
 * @param policyDecides whether the mode is left to the policy instead of an option of the agent
 */
record SampleCommand(
        Class<?> sample,
        List<String> arguments,
        List<String> options,
        List<Path> libraries,
        Path policy,
        boolean policyDecides) {

    /** With nothing on the class path but its own jar. */
    SampleCommand(Class<?> sample, List<String> arguments, List<String> options, Path policy, boolean policyDecides) {
        this(sample, arguments, options, List.of(), policy, policyDecides);
    }

    /** The same, by another policy. */
    SampleCommand under(Path other) {
        return new SampleCommand(sample, arguments, options, libraries, other, false);
    }

    SampleJvm on(Jdk jdk, Mode mode, int port) {
        List<String> line = new ArrayList<>(List.of("localhost", String.valueOf(port)));
        line.addAll(arguments);
        return SampleJvm.on(jdk, mode)
                .options(options)
                .alongside(libraries)
                .policy(policy, policyDecides)
                .main(sample, line.toArray(new String[0]));
    }
}
