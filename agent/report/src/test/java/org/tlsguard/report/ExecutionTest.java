package org.tlsguard.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.Test;

/** What is seen in code meets what happened. */
class ExecutionTest {

    private final ReportMerger merger = new ReportMerger();

    @Test
    void withoutAReportOfAJvmNothingIsSaidAboutExecution() {
        merger.add(scan(inCode("com.acme.Trust")));
        assertThat(merger.merged().findings()).extracting(Finding::execution).containsOnlyNulls();
        assertThat(merger.merged().scan().classes()).isEqualTo(10);
    }

    @Test
    void whatDidHarmAnywhereIsActive() {
        merger.add(scan(inCode("com.acme.Trust"), inCode("com.acme.Other")));
        merger.add(jvm("com.acme.Trust", "latent"));
        merger.add(jvm("com.acme.Trust", "active"));
        assertThat(merger.merged().findings())
                .filteredOn(Finding::isStatic)
                .extracting(Finding::execution)
                .containsExactly("active", "never");
    }

    @Test
    void theClassThatTheJvmMakesForALambdaIsTheOneItStandsIn() {
        merger.add(jvm("com.acme.Http$$Lambda$14/0x0000000800c84401", "latent"));
        merger.add(scan(inCode("com.acme.Http")));
        assertThat(merger.merged().findings())
                .filteredOn(Finding::isStatic)
                .extracting(Finding::execution)
                .containsExactly("latent");
    }

    @Test
    void aScanTakesNothingAwayFromWhatJvmsHaveInCommon() throws IOException {
        merger.add(scan(inCode("com.acme.Trust")));
        merger.add(Report.builder().mode("audit").jvmVersion("17").build());
        Report merged = merger.merged();
        assertThat(merged.mode()).isEqualTo("audit");
        assertThat(merged.jvmVersion()).isEqualTo("17");
        assertThat(merged.reports()).isEqualTo(1);
    }

    @Test
    void whatIsSureComesBeforeWhatIsNotAndHarmBeforeBoth() {
        Finding possible = inCode("a").certainty("possible").build();
        Finding likely = inCode("b").certainty("likely").build();
        Finding certain = inCode("c").build();
        Finding executed = inCode("d").certainty("possible").execution("active").build();
        assertThat(Sinner.byClass(Arrays.asList(possible, likely, certain, executed)))
                .extracting(Sinner::name)
                .containsExactly("d", "c", "b", "a");
    }

    private static Finding.Builder inCode(String className) {
        return Finding.builder()
                .rule("trust")
                .cause("accepts-any")
                .state("latent")
                .outcome("reported")
                .severity("high")
                .certainty("certain")
                .origin(Origin.builder().className(className).build());
    }

    private static Report scan(Finding.Builder... findings) {
        Finding[] built = new Finding[findings.length];
        for (int i = 0; i < built.length; i++) {
            built[i] = findings[i].build();
        }
        return Report.builder()
                .reports(0)
                .scan(ScanFacts.of(10, 1, 0, Collections.singletonList("x.jar: cannot be read")))
                .findings(Arrays.asList(built))
                .build();
    }

    private static Report jvm(String className, String state) {
        return Report.builder()
                .findings(Collections.singletonList(Finding.builder()
                        .rule("trust")
                        .cause("self-signed")
                        .state(state)
                        .outcome("reported")
                        .origin(Origin.builder().className(className).build())
                        .build()))
                .build();
    }
}
