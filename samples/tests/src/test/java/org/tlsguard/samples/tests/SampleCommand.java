package org.tlsguard.samples.tests;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How a sample is started.
 *
 * @param policy what the guard is given; null for the built-in policy
 * @param policyDecides whether the mode is left to the policy instead of an option of the agent
 */
record SampleCommand(
        Class<?> sample, List<String> arguments, List<String> options, Path policy, boolean policyDecides) {

    SampleJvm on(Jdk jdk, Mode mode, int port) {
        List<String> line = new ArrayList<>(List.of("localhost", String.valueOf(port)));
        line.addAll(arguments);
        return SampleJvm.on(jdk, mode)
                .options(options)
                .policy(policy, policyDecides)
                .main(sample, line.toArray(new String[0]));
    }
}
