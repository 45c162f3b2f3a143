package org.tlsguard.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeerTest {
    private static Peer server(String host, int port) {
        return Peer.of(Role.SERVER, host, port);
    }

    @ParameterizedTest
    @CsvSource({
        "a.example, A.EXAMPLE.",
        "bücher.example, xn--bcher-kva.example",
        "::1, 0:0:0:0:0:0:0:1",
        "[::1], ::1",
        "10.0.0.1, ::ffff:10.0.0.1",
        "fe80::1%eth0, fe80::1",
        "not a host, not a host",
        ",",
    })
    void isTheSameUnderAnotherSpelling(String one, String other) {
        assertThat(server(one, 443)).isEqualTo(server(other, 443)).hasSameHashCodeAs(server(other, 443));
        assertThat(server(one, 443)).isNotEqualTo(server(other, 444));
        assertThat(server(one, 443)).isNotEqualTo(Peer.of(Role.CLIENT, other, 443));
    }

    @Test
    void differsFromOtherHosts() {
        assertThat(server("a.example", 1)).isNotEqualTo(server("b.example", 1)).isNotEqualTo(server(null, 1));
        assertThat(server(null, 1)).isNotEqualTo(server("a.example", 1));
        assertThat(server("a.example", 1)).isNotEqualTo("a.example:1");
    }

    @Test
    void keepsTheHostAsDialled() {
        assertThat(server("A.Example.", 443).host()).isEqualTo("A.Example.");
        assertThat(server("[::1]", 443).host()).isEqualTo("::1");
        assertThat(server("", 443).host()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "a.example, 443, a.example:443",
        "::1, 443, [::1]:443",
        "::1, -1, [::1]",
        "a, -1, a",
        ", 443, ?:443",
        ", -1, ?"
    })
    void showsHostAndPort(String host, int port, String shown) {
        assertThat(server(host, port)).hasToString(shown);
    }

    @Test
    void refusesPortsThatDoNotExist() {
        assertThatThrownBy(() -> server("a", 65536)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> server("a", -2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Peer.of(null, "a", 1)).isInstanceOf(NullPointerException.class);
    }
}
