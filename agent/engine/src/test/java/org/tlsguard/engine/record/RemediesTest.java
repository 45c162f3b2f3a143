package org.tlsguard.engine.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tlsguard.policy.Catalogue;
import org.tlsguard.policy.Cause;
import org.tlsguard.policy.Rule;

class RemediesTest {

    private static final List<String> NO_STACK = Collections.emptyList();

    @ParameterizedTest
    @CsvSource({
        "TRUST, SELF_SIGNED, org.postgresql.ssl.NonValidatingFactory, sslmode=verify-full",
        "NAME, MISMATCH, org.apache.http.conn.ssl.NoopHostnameVerifier, setSSLHostnameVerifier",
        "NAME, UNCHECKED, com.mysql.cj.protocol.ExportControlled, sslMode=VERIFY_IDENTITY",
        "TRUST, ACCEPTS_ANY, io.grpc.netty.shaded.io.netty.handler.ssl.util.InsecureTrustManagerFactory$1, InsecureTrustManager",
    })
    void theLibraryAtFaultIsToldByItsOwnSetting(Rule rule, Cause cause, String className, String setting) {
        assertThat(Remedies.of(rule, cause, className, NO_STACK))
                .startsWith(Catalogue.remedy(rule, cause))
                .contains(setting);
    }

    @Test
    void theInnermostLibraryThatWasToldIsTheOneToTell() {
        List<String> stack = Arrays.asList(
                "okhttp3.OkHttpClient$Builder.sslSocketFactory(OkHttpClient.java:1)",
                "com.acme.Crm.connect(Crm.java:17)",
                "io.vertx.core.Vertx.run(Vertx.java:1)");
        assertThat(Remedies.of(Rule.TRUST, Cause.ACCEPTS_ANY, "com.acme.Crm$1", stack))
                .contains("In OkHttp: leave sslSocketFactory out")
                .doesNotContain("Vert.x");
    }

    @ParameterizedTest
    @CsvSource({
        "TRUST, SELF_SIGNED, com.acme.Crm$1",
        "TRUST, SELF_SIGNED, com.acme.myokhttp3.Manager",
        "TRUST, PIN_MISMATCH, okhttp3.internal.tls.X",
        "PROTOCOL, WEAK_ENABLED, okhttp3.internal.tls.X",
        "TRUST, SELF_SIGNED,",
    })
    void elsewhereTheCatalogueIsAllThereIsToSay(Rule rule, Cause cause, String className) {
        assertThat(Remedies.of(rule, cause, className, Collections.singletonList("com.acme.Main.main(Main.java:1)")))
                .isEqualTo(Catalogue.remedy(rule, cause));
    }
}
