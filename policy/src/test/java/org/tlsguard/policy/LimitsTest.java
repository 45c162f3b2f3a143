package org.tlsguard.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTest {
    private static boolean allowed(Baseline baseline, String suite) {
        return new Limits(baseline).allowsSuite(suite);
    }

    @ParameterizedTest
    @CsvSource({
        // suite, modern, intermediate, legacy
        "TLS_AES_128_GCM_SHA256, true, true, true",
        "TLS_AES_256_GCM_SHA384, true, true, true",
        "TLS_CHACHA20_POLY1305_SHA256, true, true, true",
        "TLS_AES_128_CCM_SHA256, true, true, true",
        "TLS_SM4_GCM_SM3, true, true, true",
        "TLS_AEGIS_256_SHA512, true, true, true",
        "TLS_AES_128_CCM_8_SHA256, false, false, true",
        "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, false, true, true",
        "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256, false, true, true",
        "TLS_DHE_RSA_WITH_AES_256_GCM_SHA384, false, true, true",
        "TLS_ECDHE_ECDSA_WITH_AES_128_CCM, false, true, true",
        "TLS_ECDHE_ECDSA_WITH_AES_128_CCM_8, false, false, true",
        "TLS_ECDHE_PSK_WITH_AES_128_GCM_SHA256, false, true, true",
        "TLS_DHE_DSS_WITH_AES_128_GCM_SHA256, false, false, true",
        "TLS_ECDH_RSA_WITH_AES_128_GCM_SHA256, false, false, true",
        "TLS_RSA_WITH_AES_128_GCM_SHA256, false, false, true",
        "TLS_RSA_WITH_AES_128_CBC_SHA, false, false, true",
        "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384, false, false, true",
        "TLS_ECDHE_RSA_WITH_FUTURE_256_GCM_SHA512, false, true, true",
        "TLS_DH_anon_WITH_AES_256_GCM_SHA384, false, false, false",
        "TLS_ECDH_anon_WITH_AES_128_CBC_SHA, false, false, false",
        "TLS_ECDHE_RSA_WITH_3DES_EDE_CBC_SHA, false, false, false",
        "SSL_RSA_WITH_3DES_EDE_CBC_SHA, false, false, false",
        "SSL_RSA_WITH_RC4_128_SHA, false, false, false",
        "SSL_RSA_WITH_RC4_128_MD5, false, false, false",
        "SSL_RSA_WITH_DES_CBC_SHA, false, false, false",
        "TLS_RSA_WITH_IDEA_CBC_SHA, false, false, false",
        "SSL_RSA_EXPORT_WITH_RC2_CBC_40_MD5, false, false, false",
        "SSL_RSA_EXPORT_WITH_DES40_CBC_SHA, false, false, false",
        "TLS_KRB5_WITH_DES_CBC_MD5, false, false, false",
        "TLS_RSA_WITH_NULL_SHA256, false, false, false",
        "TLS_ECDHE_ECDSA_WITH_NULL_SHA, false, false, false",
        "SSL_NULL_WITH_NULL_NULL, false, false, false",
        "TLS_SHA256_SHA256, false, false, false",
        "ssl_rsa_with_rc4_128_sha, false, false, false",
        "TLS_EMPTY_RENEGOTIATION_INFO_SCSV, true, true, true",
        "TLS_FALLBACK_SCSV, true, true, true",
        "'', false, false, false",
    })
    void judgesSuitesByTheirNames(String suite, boolean modern, boolean intermediate, boolean legacy) {
        assertThat(allowed(Baseline.MODERN, suite)).isEqualTo(modern);
        assertThat(allowed(Baseline.INTERMEDIATE, suite)).isEqualTo(intermediate);
        assertThat(allowed(Baseline.LEGACY, suite)).isEqualTo(legacy);
    }

    @ParameterizedTest
    @CsvSource({
        "SSLv2Hello, false, false, false",
        "SSLv2, false, false, false",
        "SSLv3, false, false, false",
        "TLSv1, false, false, true",
        "TLSv1.1, false, false, true",
        "TLSv1.2, false, true, true",
        "TLSv1.3, true, true, true",
        "TLSv1.4, true, true, true",
        "TLSv2, true, true, true",
        "DTLSv1.0, false, false, true",
        "DTLSv1.2, false, true, true",
        "DTLSv1.3, true, true, true",
        "TLS, false, false, false",
        "TLSv0.9, false, false, false",
        "TLSv1.10, false, false, false",
        "NONE, false, false, false",
        "'', false, false, false",
    })
    void judgesVersions(String version, boolean modern, boolean intermediate, boolean legacy) {
        assertThat(new Limits(Baseline.MODERN).allowsProtocol(version)).isEqualTo(modern);
        assertThat(new Limits(Baseline.INTERMEDIATE).allowsProtocol(version)).isEqualTo(intermediate);
        assertThat(new Limits(Baseline.LEGACY).allowsProtocol(version)).isEqualTo(legacy);
    }

    @ParameterizedTest
    @EnumSource(Baseline.class)
    void nothingIsNotAllowed(Baseline baseline) {
        assertThat(new Limits(baseline).allowsProtocol(null)).isFalse();
        assertThat(new Limits(baseline).allowsSuite(null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLS_EMPTY_RENEGOTIATION_INFO_SCSV", "TLS_FALLBACK_SCSV"})
    void signalsSurviveEveryPattern(String signal) {
        PeerPolicy anywhere = Policies.at(
                Policies.of("version: 1", "ciphers: {disable: [\"*_SCSV\", \"TLS_EMPTY_*\"]}"), "a.example");
        assertThat(anywhere.allowsCipherSuite(signal)).isTrue();
    }

    @Test
    void patternsFitBothPrefixesAndAnyCase() {
        PeerPolicy anywhere = Policies.at(
                Policies.of("version: 1", "baseline: legacy", "ciphers: {disable: [\"ssl_rsa_*\", \"*_cbc_sha\"]}"),
                "a.example");
        assertThat(anywhere.allowsCipherSuite("TLS_RSA_WITH_AES_128_GCM_SHA256"))
                .isFalse();
        assertThat(anywhere.allowsCipherSuite("TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA"))
                .isFalse();
        assertThat(anywhere.allowsCipherSuite("TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256"))
                .isTrue();
    }

    @Test
    void aFloodOfNamesDoesNotFillTheMemory() {
        Limits limits = new Limits(Baseline.INTERMEDIATE);
        for (int i = 0; i < 100_000; i++) {
            assertThat(limits.allowsSuite("TLS_ECDHE_RSA_WITH_X" + i + "_GCM_SHA256"))
                    .isTrue();
        }
        assertThat(limits)
                .extracting("suites")
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .hasSizeLessThanOrEqualTo(1100);
    }

    @ParameterizedTest
    @CsvSource({
        // baseline, suite, permitted version, allowed
        "INTERMEDIATE, TLS_RSA_WITH_AES_128_CBC_SHA, TLSv1, true",
        "INTERMEDIATE, TLS_RSA_WITH_AES_128_CBC_SHA, SSLv3, true",
        "INTERMEDIATE, TLS_RSA_WITH_AES_128_CBC_SHA, TLSv1.2, false",
        "INTERMEDIATE, TLS_RSA_WITH_AES_128_CBC_SHA, TLSv1.3, false",
        "INTERMEDIATE, TLS_RSA_WITH_AES_128_CBC_SHA, , false",
        "INTERMEDIATE, SSL_RSA_WITH_RC4_128_SHA, TLSv1, false",
        "MODERN, TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, TLSv1.2, true",
        "MODERN, TLS_RSA_WITH_AES_128_CBC_SHA, TLSv1.2, false",
        "MODERN, TLS_RSA_WITH_AES_128_CBC_SHA, TLSv1.1, true",
        "LEGACY, TLS_RSA_WITH_AES_128_CBC_SHA, SSLv3, true",
    })
    void anOldVersionThatIsPermittedBringsItsSuites(Baseline baseline, String suite, String version, boolean allowed) {
        assertThat(new Limits(baseline).allowsSuite(suite, version)).isEqualTo(allowed);
    }
}
