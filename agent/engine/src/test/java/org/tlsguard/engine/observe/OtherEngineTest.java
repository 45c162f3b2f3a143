package org.tlsguard.engine.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;

class OtherEngineTest {

    private static final String HERE = "org.tlsguard.engine.observe.";

    private final OtherEngine engine = new OtherEngine();

    private static class Manager implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    /** An engine's wrapper around the application's manager. */
    private static final class Wrapping extends Manager {
        private final X509TrustManager wrapped;

        Wrapping(X509TrustManager wrapped) {
            this.wrapped = wrapped;
        }
    }

    /** An engine's own manager, which hands out a view of itself. */
    private static final class Viewed extends Manager {
        private final X509TrustManager view = new View(this);
    }

    private static final class View extends Manager {
        private final Viewed viewed;

        View(Viewed viewed) {
            this.viewed = viewed;
        }
    }

    @Test
    void aWrapperOfTheEngineHandsTheQuestionOn() {
        assertThat(engine.handsOn(new Wrapping(new Manager()), HERE)).isTrue();
    }

    @Test
    void aWrapperOfTheApplicationDecidesItself() {
        assertThat(engine.handsOn(new Wrapping(new Manager()), "com.acme.tls.")).isFalse();
    }

    @Test
    void aManagerWithNobodyBehindItDecidesItself() {
        assertThat(engine.handsOn(new Manager(), HERE)).isFalse();
        assertThat(engine.handsOn(new Wrapping(null), HERE)).isFalse();
        assertThat(engine.handsOn(new Viewed(), HERE)).isFalse();
    }

    @Test
    void theJdksEnginesAreNotOfOthers() throws Exception {
        SSLEngine ofJdk = SSLContext.getDefault().createSSLEngine();

        assertThat(engine.owns(ofJdk)).isFalse();
        assertThat(engine.isPartOf("sun.security.ssl.", ofJdk)).isFalse();
    }

    @Test
    void aStreamThatKnowsNoSocketTellsNone() {
        OutputStream stream = new OutputStream() {
            @Override
            public void write(int b) {}
        };

        assertThat(engine.transportOf(stream)).isNull();
    }

    @Test
    void aKeyExchangeThatTheJdkDoesNotKnowIsAnyOne() {
        assertThat(engine.authType("ECDHE_RSA")).isEqualTo("ECDHE_RSA");
        assertThat(engine.authType("GENERIC")).isEqualTo("UNKNOWN");
        assertThat(engine.authType(null)).isEqualTo("UNKNOWN");
    }
}
