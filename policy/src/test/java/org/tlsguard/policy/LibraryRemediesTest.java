package org.tlsguard.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LibraryRemediesTest {

    @Test
    void aLibraryIsSpokenOfInItsOwnWords() {
        assertThat(LibraryRemedies.of("com.sun.mail.util.SocketFetcher", Rule.NAME))
                .contains("mail.PROTOCOL.ssl.checkserveridentity=true");
        assertThat(LibraryRemedies.of("org.postgresql.ssl.NonValidatingFactory$NonValidatingTM", Rule.TRUST))
                .contains("sslmode=verify-full");
    }

    @Test
    void theNarrowerNameHolds() {
        assertThat(LibraryRemedies.of("org.apache.activemq.transport.tcp.SslTransportFactory", Rule.NAME))
                .contains("socket.verifyHostName=true");
        assertThat(LibraryRemedies.of("org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnector", Rule.NAME))
                .contains("verifyHost=true")
                .doesNotContain("socket.");
    }

    @Test
    void aClassWhoseNameOnlyBeginsAlikeIsAnother() {
        assertThat(LibraryRemedies.of("org.apache.http.conn.ssl.TrustAllStrategyOfMine", Rule.TRUST))
                .isNull();
        assertThat(LibraryRemedies.of("org.apache.http.conn.ssl.TrustAllStrategy$1", Rule.TRUST))
                .isNotNull();
    }

    @Test
    void aCopyThatAnotherLibraryTookInIsKnown() {
        assertThat(LibraryRemedies.of(
                        "io.grpc.netty.shaded.io.netty.handler.ssl.util.InsecureTrustManagerFactory$1", Rule.TRUST))
                .contains("trustManager()");
        assertThat(LibraryRemedies.of("com.acme.biorg.postgresql.Crm", Rule.TRUST))
                .isNull();
    }

    @Test
    void aLibraryIsKnownByEachOfItsClasses() {
        assertThat(LibraryRemedies.isOfLibrary("org.apache.http.ssl.SSLContextBuilder$TrustManagerDelegate"))
                .isTrue();
        assertThat(LibraryRemedies.isOfLibrary("com.acme.Crm$1")).isFalse();
    }

    @Test
    void nothingIsSaidOfAnApplicationOrAnotherRule() {
        assertThat(LibraryRemedies.of("com.acme.Crm", Rule.NAME)).isNull();
        assertThat(LibraryRemedies.of("com.sun.mail.util.SocketFetcher", Rule.PROTOCOL))
                .isNull();
    }
}
