package org.tlsguard.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The hall of shame: everything tlsguard has to say about one JVM, or about several whose reports were merged.
 *
 * <p>What is unknown, or differs among merged reports, is null or 0 and left out of what is written. Immutable.
 */
public final class Report {

    /** What is more than this is lost; nobody reads it. */
    static final int MAX_NOTICES = 1_000;

    private final String toolVersion;
    private final String mode;
    private final String policySource;
    private final String policySha256;
    private final String candidateSource;
    private final String candidateSha256;
    private final List<String> notices;
    private final String jvmVersion;
    private final String jvmVendor;
    private final long pid;
    private final String mainClass;
    private final long start;
    private final long reports;
    private final ScanFacts scan;
    private final List<HookStatus> hooks;
    private final List<Switch> switches;
    private final long handshakes;
    private final long internalErrors;
    private final long droppedFindings;
    private final List<Finding> findings;
    private final List<Destination> destinations;
    private final List<TrustStore> trustStores;

    private Report(Builder builder) {
        toolVersion = Bounds.name(builder.toolVersion);
        mode = Bounds.name(builder.mode);
        policySource = Bounds.name(builder.policySource);
        policySha256 = Bounds.name(builder.policySha256);
        candidateSource = Bounds.name(builder.candidateSource);
        candidateSha256 = Bounds.name(builder.candidateSha256);
        notices = notices(builder.notices);
        jvmVersion = Bounds.name(builder.jvmVersion);
        jvmVendor = Bounds.name(builder.jvmVendor);
        pid = builder.pid;
        mainClass = Bounds.name(builder.mainClass);
        start = builder.start;
        reports = builder.reports;
        scan = builder.scan;
        hooks = copy(builder.hooks);
        switches = copy(builder.switches);
        handshakes = builder.handshakes;
        internalErrors = builder.internalErrors;
        droppedFindings = builder.droppedFindings;
        findings = copy(builder.findings);
        destinations = copy(builder.destinations);
        trustStores = copy(builder.trustStores);
    }

    private static List<String> notices(List<String> all) {
        List<String> bounded = new ArrayList<String>();
        for (String each : all) {
            if (bounded.size() < MAX_NOTICES) {
                bounded.add(Bounds.sentences(each));
            }
        }
        return Collections.unmodifiableList(bounded);
    }

    private static <T> List<T> copy(List<T> list) {
        return Collections.unmodifiableList(new ArrayList<T>(list));
    }

    /** Returns a builder of an empty report. */
    public static Builder builder() {
        return new Builder();
    }

    /** The version of tlsguard, or null. */
    public String toolVersion() {
        return toolVersion;
    }

    /** {@code audit} or {@code enforce}; null if unknown or, in a merged report, different. */
    public String mode() {
        return mode;
    }

    /** Where the policy came from: {@code built-in}, or its file as given; or null. */
    public String policySource() {
        return policySource;
    }

    /** SHA-256 of the policy's text, in hexadecimal, or null. */
    public String policySha256() {
        return policySha256;
    }

    /** The file of the candidate policy that was tried beside it, or null. */
    public String candidateSource() {
        return candidateSource;
    }

    /** SHA-256 of the candidate policy's text, in hexadecimal, or null. */
    public String candidateSha256() {
        return candidateSha256;
    }

    /**
     * What whoever keeps the policy should know: exemptions and pinned certificates that end soon or have ended, a changed
     * policy that was refused. In words; unmodifiable, never null.
     */
    public List<String> notices() {
        return notices;
    }

    /** The JVM's {@code java.version}, or null. */
    public String jvmVersion() {
        return jvmVersion;
    }

    /** The JVM's {@code java.vendor}, or null. */
    public String jvmVendor() {
        return jvmVendor;
    }

    /** The JVM's process id; 0 if unknown. */
    public long pid() {
        return pid;
    }

    /** The application's main class or jar, or null. */
    public String mainClass() {
        return mainClass;
    }

    /** When the JVM started, the earliest of several, in milliseconds since the epoch; 0 if unknown. */
    public long start() {
        return start;
    }

    /** How many JVMs' reports went into this one: 1 unless merged, 0 for one of a scan alone. */
    public long reports() {
        return reports;
    }

    /** What was scanned, or null if nothing was. */
    public ScanFacts scan() {
        return scan;
    }

    /** The state of every hook. Unmodifiable, never null. */
    public List<HookStatus> hooks() {
        return hooks;
    }

    /** The properties that touch TLS. Unmodifiable, never null. */
    public List<Switch> switches() {
        return switches;
    }

    /** How many handshakes were completed. */
    public long handshakes() {
        return handshakes;
    }

    /** How many of tlsguard's own faults were caught at the barrier. */
    public long internalErrors() {
        return internalErrors;
    }

    /** How many sightings were not recorded as findings because there were too many of them. */
    public long droppedFindings() {
        return droppedFindings;
    }

    /** The findings. Unmodifiable, never null. */
    public List<Finding> findings() {
        return findings;
    }

    /** The peers there were handshakes with. Unmodifiable, never null. */
    public List<Destination> destinations() {
        return destinations;
    }

    /** The trust anchors that peers were judged by. Unmodifiable, never null. */
    public List<TrustStore> trustStores() {
        return trustStores;
    }

    /** How many findings of the policy in force are active. */
    public int active() {
        return inState("active");
    }

    /** How many findings of the policy in force are latent. */
    public int latent() {
        return inState("latent");
    }

    /** How many findings of the policy in force were vetoed. */
    public int vetoed() {
        return withOutcome("vetoed");
    }

    /** How many findings of the policy in force were rewritten. */
    public int rewritten() {
        return withOutcome("rewritten");
    }

    /** How many findings of the policy in force were exempted. */
    public int exempted() {
        return withOutcome("exempted");
    }

    private int inState(String state) {
        int n = 0;
        for (Finding finding : findings) {
            if (!finding.isCandidate() && state.equals(finding.state())) {
                n++;
            }
        }
        return n;
    }

    private int withOutcome(String outcome) {
        int n = 0;
        for (Finding finding : findings) {
            if (!finding.isCandidate() && outcome.equals(finding.outcome())) {
                n++;
            }
        }
        return n;
    }

    /** Collects the parts of a {@link Report}. Not thread-safe. */
    public static final class Builder {

        private String toolVersion;
        private String mode;
        private String policySource;
        private String policySha256;
        private String candidateSource;
        private String candidateSha256;
        private List<String> notices = Collections.emptyList();
        private String jvmVersion;
        private String jvmVendor;
        private long pid;
        private String mainClass;
        private long start;
        private long reports = 1;
        private ScanFacts scan;
        private List<HookStatus> hooks = Collections.emptyList();
        private List<Switch> switches = Collections.emptyList();
        private long handshakes;
        private long internalErrors;
        private long droppedFindings;
        private List<Finding> findings = Collections.emptyList();
        private List<Destination> destinations = Collections.emptyList();
        private List<TrustStore> trustStores = Collections.emptyList();

        private Builder() {}

        /** See {@link Report#toolVersion()}. */
        public Builder toolVersion(String toolVersion) {
            this.toolVersion = toolVersion;
            return this;
        }

        /** See {@link Report#mode()}. */
        public Builder mode(String mode) {
            this.mode = mode;
            return this;
        }

        /** See {@link Report#policySource()}. */
        public Builder policySource(String policySource) {
            this.policySource = policySource;
            return this;
        }

        /** See {@link Report#policySha256()}. */
        public Builder policySha256(String policySha256) {
            this.policySha256 = policySha256;
            return this;
        }

        /** See {@link Report#candidateSource()}. */
        public Builder candidateSource(String candidateSource) {
            this.candidateSource = candidateSource;
            return this;
        }

        /** See {@link Report#candidateSha256()}. */
        public Builder candidateSha256(String candidateSha256) {
            this.candidateSha256 = candidateSha256;
            return this;
        }

        /** See {@link Report#notices()}; not null. */
        public Builder notices(List<String> notices) {
            this.notices = notices;
            return this;
        }

        /** See {@link Report#jvmVersion()}. */
        public Builder jvmVersion(String jvmVersion) {
            this.jvmVersion = jvmVersion;
            return this;
        }

        /** See {@link Report#jvmVendor()}. */
        public Builder jvmVendor(String jvmVendor) {
            this.jvmVendor = jvmVendor;
            return this;
        }

        /** See {@link Report#pid()}. */
        public Builder pid(long pid) {
            this.pid = pid;
            return this;
        }

        /** See {@link Report#mainClass()}. */
        public Builder mainClass(String mainClass) {
            this.mainClass = mainClass;
            return this;
        }

        /** See {@link Report#start()}. */
        public Builder start(long epochMillis) {
            this.start = epochMillis;
            return this;
        }

        /** See {@link Report#reports()}. */
        public Builder reports(long reports) {
            this.reports = reports;
            return this;
        }

        /** See {@link Report#scan()}. */
        public Builder scan(ScanFacts scan) {
            this.scan = scan;
            return this;
        }

        /** See {@link Report#hooks()}; not null. */
        public Builder hooks(List<HookStatus> hooks) {
            this.hooks = hooks;
            return this;
        }

        /** See {@link Report#switches()}; not null. */
        public Builder switches(List<Switch> switches) {
            this.switches = switches;
            return this;
        }

        /** See {@link Report#handshakes()}. */
        public Builder handshakes(long handshakes) {
            this.handshakes = handshakes;
            return this;
        }

        /** See {@link Report#internalErrors()}. */
        public Builder internalErrors(long internalErrors) {
            this.internalErrors = internalErrors;
            return this;
        }

        /** See {@link Report#droppedFindings()}. */
        public Builder droppedFindings(long droppedFindings) {
            this.droppedFindings = droppedFindings;
            return this;
        }

        /** See {@link Report#findings()}; not null. */
        public Builder findings(List<Finding> findings) {
            this.findings = findings;
            return this;
        }

        /** See {@link Report#destinations()}; not null. */
        public Builder destinations(List<Destination> destinations) {
            this.destinations = destinations;
            return this;
        }

        /** See {@link Report#trustStores()}; not null. */
        public Builder trustStores(List<TrustStore> trustStores) {
            this.trustStores = trustStores;
            return this;
        }

        /** Returns the report, a copy of the lists as they are now; the builder may be used on. */
        public Report build() {
            return new Report(this);
        }
    }
}
