package org.tlsguard.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicSuffixesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "", ".", "com", "de", "COM", "corp", "com.", "co.uk", "CO.UK.", "com.au", "ac.jp", "or.at", "gob.mx"
            })
    void publicSuffix(String domain) {
        assertThat(PublicSuffixes.isPublicSuffix(domain)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"example.com", "example.co.uk", "co.example", "com.com", "a.co", "b.uk", "a.b.c", "not a name"})
    void nobodysSuffix(String domain) {
        assertThat(PublicSuffixes.isPublicSuffix(domain)).isFalse();
    }
}
