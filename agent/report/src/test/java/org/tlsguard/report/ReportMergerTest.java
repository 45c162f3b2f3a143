package org.tlsguard.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportMergerTest {

    private final ReportMerger merger = new ReportMerger();

    @Test
    void oneReportStaysAsItIs() throws IOException {
        merger.add(Samples.typical());
        assertThat(json(merger.merged())).isEqualTo(json(Samples.typical()));
    }

    @Test
    void nothingMakesAnEmptyReport() {
        assertThat(merger.merged().findings()).isEmpty();
        assertThat(merger.merged().reports()).isZero();
    }

    @Test
    void theSameFindingIsCountedAndNotRepeated() {
        merger.add(with(finding("10.0.0.5").count(3).first(2_000).last(5_000)));
        merger.add(with(finding("10.0.0.5").count(4).first(1_000).last(3_000)));
        merger.add(with(finding("10.0.0.6")));
        List<Finding> findings = merger.merged().findings();
        assertThat(findings).hasSize(2);
        assertThat(findings.get(0).count()).isEqualTo(7);
        assertThat(findings.get(0).first()).isEqualTo(1_000);
        assertThat(findings.get(0).last()).isEqualTo(5_000);
    }

    @Test
    void aDifferenceInWhatIdentifiesAFindingKeepsTwoApart() {
        merger.add(with(finding("h").state("active")));
        merger.add(with(finding("h").state("latent")));
        merger.add(with(finding("h").outcome("vetoed")));
        merger.add(with(finding("h").disposition("candidate")));
        merger.add(with(finding("h").origin(Origin.builder().className("A").build())));
        merger.add(with(finding("h").origin(Origin.builder().className("B").build())));
        merger.add(with(finding("h").certificate(certificate("00"))));
        merger.add(with(finding("h").certificate(certificate("01"))));
        assertThat(merger.merged().findings()).hasSize(8);
    }

    @Test
    void theVersionTellsFindingsApartOnlyWhereItIsTheSin() {
        merger.add(with(finding("h").protocol("TLSv1.2")));
        merger.add(with(finding("h").protocol("TLSv1.3")));
        assertThat(merger.merged().findings()).hasSize(1);
        merger.add(with(finding("h").rule("protocol").protocol("TLSv1")));
        merger.add(with(finding("h").rule("protocol").protocol("TLSv1.1")));
        assertThat(merger.merged().findings()).hasSize(3);
    }

    @Test
    void whatDiffersBetweenJvmsIsLeftOutAndWhatDoesNotStays() {
        merger.add(Report.builder()
                .mode("audit")
                .jvmVersion("17")
                .pid(1)
                .start(9_000)
                .build());
        merger.add(Report.builder()
                .mode("audit")
                .jvmVersion("21")
                .pid(2)
                .start(8_000)
                .build());
        Report merged = merger.merged();
        assertThat(merged.reports()).isEqualTo(2);
        assertThat(merged.mode()).isEqualTo("audit");
        assertThat(merged.jvmVersion()).isNull();
        assertThat(merged.pid()).isZero();
        assertThat(merged.start()).isEqualTo(8_000);
    }

    @Test
    void aDifferenceIsNotForgottenWhenAThirdReportAgrees() {
        merger.add(Report.builder().mode("audit").build());
        merger.add(Report.builder().mode("enforce").build());
        merger.add(Report.builder().mode("audit").build());
        assertThat(merger.merged().mode()).isNull();
    }

    @Test
    void aFailedHookIsNotHiddenByALiveOne() {
        merger.add(hooks(HookStatus.of("a", true, "woven", null), HookStatus.of("b", false, "pending", null)));
        merger.add(hooks(HookStatus.of("a", false, "failed", "x"), HookStatus.of("b", true, "woven", null)));
        merger.add(hooks(HookStatus.of("a", true, "woven", null), HookStatus.of("b", false, "absent", null)));
        assertThat(merger.merged().hooks()).extracting(HookStatus::state).containsExactly("failed", "woven");
    }

    @Test
    void destinationsAreAddedUp() {
        Destination destination = Destination.of("server", "h", 443, "TLSv1.3", "S", "A", 5);
        Report report = Report.builder()
                .destinations(Collections.singletonList(destination))
                .handshakes(5)
                .build();
        merger.add(report);
        merger.add(report);
        assertThat(merger.merged().destinations())
                .singleElement()
                .extracting(Destination::handshakes)
                .isEqualTo(10L);
        assertThat(merger.merged().handshakes()).isEqualTo(10);
    }

    @Test
    void anAnchorThatAnyJvmUsedIsUsed() {
        merger.add(stores(TrustStore.of("jvm", Arrays.asList("A"), Arrays.asList("B", "C"))));
        merger.add(stores(TrustStore.of("jvm", Arrays.asList("B"), Arrays.asList("A", "D"))));
        TrustStore merged = merger.merged().trustStores().get(0);
        assertThat(merged.used()).containsExactly("A", "B");
        assertThat(merged.unused()).containsExactly("C", "D");
        assertThat(merged.trusted()).isEqualTo(4);
    }

    @Test
    void theSameSwitchIsTheSameWhoeverSetIt() {
        merger.add(switches(Switch.of("a", "system", "1", "command line", false)));
        merger.add(switches(Switch.of("a", "system", "1", "JAVA_TOOL_OPTIONS", true)));
        merger.add(switches(Switch.of("a", "system", "2", "command line", false)));
        assertThat(merger.merged().switches())
                .extracting(Switch::value, Switch::setBy, Switch::weakens)
                .containsExactly(tuple("1", null, true), tuple("2", "command line", false));
    }

    @Test
    void memoryIsBoundedAndWhatIsDroppedIsCounted() {
        List<Finding> many = new ArrayList<Finding>();
        List<Destination> destinations = new ArrayList<Destination>();
        for (int i = 0; i < ReportMerger.MAX_ENTRIES + 5; i++) {
            many.add(finding("host" + i).count(2).build());
            destinations.add(Destination.of("server", "host" + i, 443, null, null, null, 1));
        }
        merger.add(Report.builder().findings(many).destinations(destinations).build());
        assertThat(merger.merged().findings()).hasSize(ReportMerger.MAX_ENTRIES);
        assertThat(merger.merged().destinations()).hasSize(ReportMerger.MAX_ENTRIES);
        assertThat(merger.merged().droppedFindings()).isEqualTo(10);
    }

    /** Whoever sends reports of nothing but stacks must not fill the memory of whoever reads them. */
    @Test
    void textIsBoundedAndStacksMakeWayFirst() {
        List<String> stack = Collections.nCopies(Bounds.ENTRIES, repeated('s', Bounds.NAME));
        for (int i = 0; i < 1_000; i++) {
            merger.add(finding("host" + i).stack(stack).build());
        }
        assertThat(merger.merged().findings()).hasSize(1_000);
        int kept = ReportMerger.MAX_TEXT / 2 / (Bounds.ENTRIES * Bounds.NAME);
        assertThat(merger.merged().findings())
                .filteredOn(each -> !each.stack().isEmpty())
                .hasSize(kept);
        for (int i = 0; i < 1_000; i++) {
            merger.add(finding("long" + i).allow(repeated('a', Bounds.LINES)).build());
        }
        assertThat(merger.merged().findings().size() + merger.merged().droppedFindings())
                .isEqualTo(2_000);
        assertThat(merger.merged().droppedFindings()).isPositive();
    }

    @Test
    void countsDoNotOverflow() {
        merger.add(with(finding("h").count(Long.MAX_VALUE)));
        merger.add(with(finding("h").count(1)));
        assertThat(merger.merged().findings().get(0).count()).isEqualTo(Long.MAX_VALUE);
    }

    private static String repeated(char character, int times) {
        char[] text = new char[times];
        Arrays.fill(text, character);
        return new String(text);
    }

    private static Finding.Builder finding(String host) {
        return Finding.builder()
                .rule("trust")
                .cause("self-signed")
                .state("active")
                .outcome("reported")
                .peer(PeerFacts.of("server", host, 443));
    }

    private static CertificateFacts certificate(String sha256) {
        return CertificateFacts.of(null, null, Collections.<String>emptyList(), null, sha256, null);
    }

    private static Report with(Finding.Builder finding) {
        return Report.builder()
                .findings(Collections.singletonList(finding.build()))
                .build();
    }

    private static Report hooks(HookStatus... hooks) {
        return Report.builder().hooks(Arrays.asList(hooks)).build();
    }

    private static Report stores(TrustStore... stores) {
        return Report.builder().trustStores(Arrays.asList(stores)).build();
    }

    private static Report switches(Switch... switches) {
        return Report.builder().switches(Arrays.asList(switches)).build();
    }

    private static String json(Report report) throws IOException {
        StringBuilder out = new StringBuilder();
        JsonReport.write(report, out);
        return out.toString();
    }
}
