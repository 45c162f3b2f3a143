package org.tlsguard.scan;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tlsguard.report.Finding;
import org.tlsguard.report.Report;
import org.tlsguard.scan.material.SinfulTrustManagers;

/** Scans for tests. */
final class Scans {

    private static Report material;

    private Scans() {}

    static Report of(Certainty least, File... paths) throws IOException {
        return new Scanner(least, classes -> {}).scan(Arrays.asList(paths));
    }

    /** Everything that is suspected of the compiled material. */
    static synchronized Report ofMaterial() throws IOException {
        if (material == null) {
            material = of(Certainty.POSSIBLE, classes());
        }
        return material;
    }

    /** The folder that the classes of the tests were compiled to. */
    static File classes() {
        try {
            return new File(SinfulTrustManagers.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What was found in a class, as far as it is one of the rule. */
    static List<Finding> in(Report report, String className) {
        List<Finding> found = new ArrayList<>();
        for (Finding finding : report.findings()) {
            if (className.equals(finding.origin().className())) {
                found.add(finding);
            }
        }
        return found;
    }
}
