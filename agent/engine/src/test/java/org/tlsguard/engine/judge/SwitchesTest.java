package org.tlsguard.engine.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SwitchesTest {

    private static final List<String> SHIPPED =
            Arrays.asList("SSLv3", "TLSv1", "RC4", "DH keySize < 1024", "EC keySize < 224", "anon", "NULL");

    @Test
    void nothingIsMissingWhereEverythingIsInForce() {
        assertThat(Switches.missing(SHIPPED, SHIPPED)).isEmpty();
    }

    @Test
    void emptyingTheListMissesEverything() {
        assertThat(Switches.missing(Collections.<String>emptyList(), SHIPPED)).isEqualTo(SHIPPED);
    }

    @ParameterizedTest
    @CsvSource({
        "DH keySize < 1024, DH keySize < 2048",
        "DH keySize < 1024, DH keySize < 1024",
        "DH keySize < 1024, DH",
        "DH keySize < 1024, dh KEYSIZE < 1024",
        "TLSv1, tlsv1",
    })
    void aStricterConstraintCovers(String expected, String inForce) {
        assertThat(Switches.missing(Collections.singletonList(inForce), Collections.singletonList(expected)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "DH keySize < 1024, DH keySize < 768",
        "DH keySize < 1024, DH keySize <= 1024",
        "DH keySize < 1024, DH keySize < lots",
        "DH keySize < 1024, EC keySize < 2048",
        "DH, DH keySize < 8192",
        "TLSv1, TLSv1.1",
        "TLSv1.1, TLSv1",
        "RC4, RC4_40",
    })
    void aWeakerOrOtherConstraintDoesNot(String expected, String inForce) {
        assertThat(Switches.missing(Collections.singletonList(inForce), Collections.singletonList(expected)))
                .containsExactly(expected);
    }

    @Test
    void aReferenceToAnotherPropertyIsNoConstraint() {
        assertThat(Switches.missing(
                        Collections.<String>emptyList(), Collections.singletonList("include jdk.disabled.namedCurves")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdk.tls.disabledAlgorithms",
                "jdk.certpath.disabledAlgorithms",
                "https.protocols",
                "jdk.tls.client.protocols",
                "jdk.tls.client.cipherSuites",
                "jdk.tls.ephemeralDHKeySize",
                "jdk.internal.httpclient.disableHostnameVerification",
                "com.sun.jndi.ldap.object.disableEndpointIdentification",
                "jdk.rmi.ssl.client.enableEndpointIdentification",
                "sun.security.ssl.allowUnsafeRenegotiation",
            })
    void whoChangesASwitchIsNoted(String key) {
        assertThat(Switches.isSwitch(key)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"java.awt.headless", "jdk.tls.", "", "networkaddress.cache.ttl"})
    void whoChangesSomethingElseIsNot(String key) {
        assertThat(Switches.isSwitch(key)).isFalse();
    }
}
