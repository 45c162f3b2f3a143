package org.tlsguard.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class TextReportTest {

    @Test
    void auditModeIsNotSaidToChangeNothingWhereAPolicyMayEnforce() throws IOException {
        assertThat(inAuditMode("built-in")).contains("Audit mode, which reports and changes nothing;");
        assertThat(inAuditMode("policy.yaml"))
                .contains("Audit mode, which reports, and changes nothing but what the policy says to enforce;");
    }

    private static String inAuditMode(String policy) throws IOException {
        StringBuilder out = new StringBuilder();
        TextReport.write(
                Report.builder()
                        .toolVersion("0.1.0")
                        .mode("audit")
                        .policySource(policy)
                        .build(),
                out);
        return out.toString();
    }
}
