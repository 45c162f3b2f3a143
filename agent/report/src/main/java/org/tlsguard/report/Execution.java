package org.tlsguard.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings together what was seen in code and what running JVMs reported: did the sin that is there for all to read ever
 * happen?
 *
 * <p>The two meet by rule and class: the report of a JVM may name a class of the same application by another path. The
 * class the JVM makes for a lambda expression counts as the one the expression stands in.
 */
final class Execution {

    static final String NEVER = "never";
    static final String LATENT = "latent";
    static final String ACTIVE = "active";

    private Execution() {}

    /**
     * Marks the findings of a scan.
     *
     * @param findings of scans and of JVMs
     * @param reports how many JVMs' reports are among them; without any, nothing can be said
     */
    static List<Finding> mark(List<Finding> findings, long reports) {
        if (reports == 0) {
            return findings;
        }
        Map<String, String> seen = new HashMap<String, String>();
        for (Finding finding : findings) {
            String key = key(finding);
            if (!finding.isStatic() && !finding.isCandidate() && key != null) {
                String before = seen.get(key);
                seen.put(key, finding.isActive() || ACTIVE.equals(before) ? ACTIVE : LATENT);
            }
        }
        List<Finding> marked = new ArrayList<Finding>(findings.size());
        for (Finding finding : findings) {
            if (!finding.isStatic()) {
                marked.add(finding);
                continue;
            }
            String execution = seen.get(key(finding));
            marked.add(finding.executed(execution == null ? NEVER : execution));
        }
        return marked;
    }

    /** Null where the class is not known. */
    private static String key(Finding finding) {
        Origin origin = finding.origin();
        return origin == null || origin.className() == null
                ? null
                : finding.rule() + " " + stableName(origin.className());
    }

    /** The name of a class without what differs from run to run: the number that the JVM gives a lambda expression. */
    static String stableName(String className) {
        int lambda = className == null ? -1 : className.indexOf("$$Lambda");
        return lambda < 0 ? className : className.substring(0, lambda);
    }
}
