package org.tlsguard.engine.judge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SwitchInventoryTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javax.net.ssl.trustStore",
                "jdk.tls.client.protocols",
                "https.protocols",
                "java.security.properties",
                "javax.net.debug",
                "io.netty.handler.ssl.noOpenSsl"
            })
    void whatTouchesTlsIsTold(String property) {
        assertThat(SwitchInventory.touchesTls(property)).isTrue();
    }

    /** An application's own properties may hold anything. */
    @ParameterizedTest
    @ValueSource(strings = {"https.proxyPassword", "com.acme.ssl.key", "java.awt.headless", "java.security.policy"})
    void whatDoesNotIsNobodysBusiness(String property) {
        assertThat(SwitchInventory.touchesTls(property)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"javax.net.ssl.keyStorePassword", "javax.net.ssl.trustStorePassword"})
    void passwordsAreNotShown(String property) {
        assertThat(SwitchInventory.touchesTls(property)).isTrue();
        assertThat(SwitchInventory.isSecret(property)).isTrue();
    }
}
