package org.tlsguard.policy;

import java.io.File;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** What a policy says, with the defaults for what it leaves out. Filled by the loader, then only read. */
final class Definition {
    String source = "built-in";
    Mode mode;
    String log;
    String reportDirectory;
    boolean reportEvents;
    Baseline baseline = Baseline.INTERMEDIATE;
    Subtraction subtraction = Subtraction.NOTHING;
    /** Made of the two above. */
    Limits limits;

    String candidateText;
    File candidate;
    Map<Rule, Mode> rules = Collections.emptyMap();
    List<AnchorSource> anchors = Collections.singletonList(AnchorSource.JVM);
    boolean applicationAnchors = true;
    List<Pin> distrusted = Collections.emptyList();
    NameMatching nameMatching = NameMatching.STANDARD;
    boolean applicationVerifiers = true;
    List<Destination> destinations = Collections.emptyList();
    List<Exemption> exemptions = Collections.emptyList();
}
