package org.tlsguard.samples.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.tlsguard.samples.clients.Encounter.Meeting;
import org.tlsguard.samples.tests.HallOfShame.Finding;
import org.tlsguard.samples.tests.Jdk;
import org.tlsguard.samples.tests.Mode;

/** A library in one version and row on one JDK: what must hold of it in each mode, whatever server it meets. */
final class Cell {

    private static final List<String> ACCUSATIONS = List.of("trust", "name");

    private final Library library;
    private final String version;
    private final Row row;
    private final Jdk jdk;
    private final List<Fault> faults;
    private final Map<Mode, Encounter> encounters = new EnumMap<>(Mode.class);

    /** The faults must be such as one JVM can meet: those of parameters apart from others. */
    Cell(Library library, String version, Row row, Jdk jdk, List<Fault> faults) {
        this.library = library;
        this.version = version;
        this.row = row;
        this.jdk = jdk;
        this.faults = faults;
    }

    @Override
    public String toString() {
        String name = version.isEmpty() ? library.title() : library.title() + ' ' + version;
        String lax = faults.contains(Fault.OLD_VERSION) ? " (nothing disabled)" : "";
        return name + " · " + row.name() + lax + " · " + jdk;
    }

    void check(Mode mode) {
        Encounter encounter = encounter(mode);
        SoftAssertions softly = new SoftAssertions();
        for (Fault fault : faults) {
            Claims claims = new Claims(fault, mode, encounter, softly);
            claims.checkResult();
            if (mode != Mode.BARE) {
                claims.checkReport();
            }
        }
        if (mode != Mode.BARE) {
            if (encounter.meetings().values().stream().anyMatch(Meeting::secretArrived)) {
                // Or nothing found would prove nothing.
                softly.assertThat(encounter.run().report().summary().handshakes())
                        .as("%s · %s: handshakes seen", this, mode)
                        .isPositive();
            }
            softly.assertThat(encounter.run().report().summary().internalErrors())
                    .as("%s · %s: internal errors", this, mode)
                    .isZero();
        }
        assertThat(softly.errorsCollected().stream().map(Throwable::getMessage).toList())
                .as("%s · %s%s", this, mode, encounter.run())
                .isEmpty();
    }

    private synchronized Encounter encounter(Mode mode) {
        return encounters.computeIfAbsent(mode, each -> Encounter.of(library, version, row, jdk, each, faults));
    }

    /** What must hold of one meeting. */
    private final class Claims {

        private final Fault fault;
        private final Mode mode;
        private final Meeting meeting;
        private final Meeting bare;
        private final List<Finding> findings;
        private final SoftAssertions softly;

        Claims(Fault fault, Mode mode, Encounter encounter, SoftAssertions softly) {
            this.fault = fault;
            this.mode = mode;
            this.meeting = encounter.meetings().get(fault);
            this.bare = encounter(Mode.BARE).meetings().get(fault);
            this.findings = mode == Mode.BARE ? List.of() : about(encounter, meeting);
            this.softly = softly;
        }

        void checkResult() {
            switch (mode) {
                case BARE -> checkSin();
                case AUDIT -> {
                    claim("behaves as without the guard", told(meeting), told(bare));
                    claim("sends as without the guard", meeting.secretArrived(), bare.secretArrived());
                }
                case ENFORCE -> {
                    claim("sends", meeting.secretArrived(), bare.secretArrived() && !isHarmful());
                    if (!isHarmful()) {
                        claim("behaves as without the guard", told(meeting), told(bare));
                    }
                }
            }
        }

        /** Where one of a library's threads found the socket closed by another, which of them is heard is chance. */
        private String told(Meeting one) {
            boolean chance =
                    Stream.of(meeting, bare).anyMatch(each -> each.result().contains("SocketException"));
            return chance ? one.result().replaceFirst("(FAILED <- \\w+).*", "$1") : one.result();
        }

        /** What the row says of its library is true. */
        private void checkSin() {
            switch (fault.kind) {
                case CHAIN, NAME ->
                    claim("sends", bare.secretArrived(), row.accepts().contains(fault));
                case NONE -> {
                    if (fault == Fault.SOUND) {
                        claim("sends", bare.secretArrived(), true);
                    }
                }
                case STRENGTH, PARAMETERS -> {
                    // Library and JDK may have an opinion; what they do is what the other modes are compared with.
                }
            }
        }

        void checkReport() {
            List<Finding> active = findings.stream().filter(Finding::isActive).toList();
            List<Finding> accusations = findings.stream()
                    .filter(finding -> ACCUSATIONS.contains(finding.rule()))
                    .toList();
            if (fault == Fault.SOUND && row.trustsAnyone()) {
                claim(
                        "what stands ready for an impostor: " + findings,
                        accusations.stream()
                                .filter(finding -> finding.rule().equals("trust"))
                                .map(Finding::outcome)
                                .toList(),
                        List.of(mode == Mode.AUDIT ? "reported" : "rewritten"));
            }
            if (row.isHostless() && bare.secretArrived()) {
                claim(
                        "that nobody has checked the name: " + findings,
                        accusations.stream()
                                .filter(finding -> finding.rule().equals("name"))
                                .map(finding -> finding.cause() + ' ' + finding.state())
                                .toList(),
                        mode == Mode.ENFORCE && isHarmful() ? List.of() : List.of("unchecked latent"));
            }
            if (!bare.secretArrived() || !isHarmful()) {
                claim(
                        "harm reported",
                        accusations.stream().filter(Finding::isActive).toList(),
                        List.of());
                if (row.isSound()) {
                    claim("false alarms", accusations, List.of());
                }
                return;
            }
            claim("other harm reported", others(accusations), List.of());
            if (fault.kind == Fault.Kind.PARAMETERS && mode == Mode.ENFORCE) {
                // What was taken away is never negotiated.
                return;
            }
            List<Finding> promised = active.stream().filter(this::isPromised).toList();
            claim("reported once: " + findings, promised.size(), 1);
            for (Finding finding : promised) {
                claim("outcome", finding.outcome(), mode == Mode.AUDIT ? "reported" : "vetoed");
                claim("host", finding.peer().host(), row.isHostless() ? null : "localhost");
                if (ACCUSATIONS.contains(fault.rule)) {
                    softly.assertThat(finding.origin())
                            .as("%s: culprit", fault)
                            .matches(
                                    origin -> origin != null && row.blames(origin.type()),
                                    "is one of " + row.culprits());
                }
            }
        }

        private List<Finding> others(List<Finding> accusations) {
            List<Finding> others = new ArrayList<>(accusations);
            others.removeIf(finding -> !finding.isActive() || finding.rule().equals(fault.rule));
            return others;
        }

        private boolean isPromised(Finding finding) {
            return finding.rule().equals(fault.rule) && (fault.cause == null || fault.cause.equals(finding.cause()));
        }

        private boolean isHarmful() {
            return fault.kind != Fault.Kind.NONE && !isUnknowable();
        }

        /** Whether nobody can tell that anything is wrong: the name is, but it was not said whom the client dialled. */
        private boolean isUnknowable() {
            return fault.kind == Fault.Kind.NAME && row.isHostless();
        }

        private void claim(String claim, Object actual, Object expected) {
            softly.assertThat(actual).as("%s: %s", fault, claim).isEqualTo(expected);
        }
    }

    private static List<Finding> about(Encounter encounter, Meeting meeting) {
        return encounter.run().report().findings().stream()
                .filter(finding -> finding.concerns(meeting.port(), meeting.certificate()))
                .toList();
    }
}
