package org.tlsguard.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HostPatternTest {
    private static final String[] PATTERNS = {
        "a.example",
        "b.a.example",
        "c.b.a.example",
        "*.a.example",
        "**.a.example",
        "*.b.a.example",
        "**.example",
        "*.example",
        "a.example:443",
        "*.a.example:443",
        "**.a.example:8443",
        "10.0.0.1",
        "10.0.0.0/8",
        "10.0.0.0/24",
        "0.0.0.0/0",
        "10.0.0.1:443",
        "10.0.0.0/8:443",
        "::1",
        "::/0",
        "[::1]:443",
        "2001:db8::/32",
        "[2001:db8::/48]:443"
    };
    private static final String[] HOSTS = {
        "example",
        "a.example",
        "b.a.example",
        "c.b.a.example",
        "d.c.b.a.example",
        "x.example",
        "y.x.example",
        "z.a.example",
        "z.b.a.example",
        "10.0.1.1",
        "::2",
        "10.0.0.1",
        "10.0.0.2",
        "10.1.0.0",
        "192.0.2.1",
        "::1",
        "2001:db8::1",
        "2001:db8:1::1"
    };

    private static boolean matches(HostPattern pattern, String host, int port) {
        PatternIndex<String> index = new PatternIndex<>();
        index.add(Collections.singletonList(pattern), "found");
        return !index.matching(Peer.of(Role.SERVER, host, port)).isEmpty();
    }

    @Test
    void coversExactlyWhatMatchesNoPeerThatItDoesNot() {
        for (String oneText : PATTERNS) {
            for (String otherText : PATTERNS) {
                HostPattern one = HostPattern.parse(oneText);
                HostPattern other = HostPattern.parse(otherText);
                boolean subset = true;
                for (String host : HOSTS) {
                    for (int port : new int[] {443, 8443, -1}) {
                        subset &= !matches(other, host, port) || matches(one, host, port);
                    }
                }
                assertThat(one.covers(other)).as("%s covers %s", one, other).isEqualTo(subset);
                PatternCover cover = new PatternCover();
                cover.add(Collections.singletonList(one));
                assertThat(cover.covers(other)).isEqualTo(subset);
            }
        }
    }

    @Test
    void readsWhatItWrites() {
        for (String text : PATTERNS) {
            assertThat(HostPattern.parse(text)).hasToString(text);
            assertThat(HostPattern.parse(HostPattern.parse(text).toString())).isEqualTo(HostPattern.parse(text));
        }
        assertThat(HostPattern.parse("BÜCHER.example.")).hasToString("xn--bcher-kva.example");
        assertThat(HostPattern.parse("2001:0DB8:0:0::/32")).hasToString("2001:db8::/32");
    }

    @Test
    void theIndexFindsWhatLookingAtEveryEntryFinds() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            PatternIndex<Integer> index = new PatternIndex<>();
            List<HostPattern> patterns = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                HostPattern pattern = HostPattern.parse(PATTERNS[random.nextInt(PATTERNS.length)]);
                patterns.add(pattern);
                index.add(Collections.singletonList(pattern), i);
            }
            String host = HOSTS[random.nextInt(HOSTS.length)];
            int port = random.nextBoolean() ? 443 : 8443;
            List<Integer> expected = new ArrayList<>();
            for (int i = 0; i < patterns.size(); i++) {
                if (matches(patterns.get(i), host, port)) {
                    expected.add(i);
                }
            }
            assertThat(index.matching(Peer.of(Role.SERVER, host, port))).isEqualTo(expected);
        }
    }

    @Test
    void readsAddressesAsTheJdkDoes() throws Exception {
        Random random = new Random(3);
        for (int i = 0; i < 2000; i++) {
            byte[] bytes = new byte[random.nextBoolean() ? 4 : 16];
            for (int b = 0; b < bytes.length; b++) {
                bytes[b] = random.nextInt(3) == 0 ? (byte) random.nextInt() : 0;
            }
            InetAddress address = InetAddress.getByAddress(bytes);
            assertThat(IpAddress.strict(address.getHostAddress())).isEqualTo(address.getAddress());
            assertThat(IpAddress.dialled(address.getHostAddress())).isEqualTo(address.getAddress());
            assertThat(IpAddress.strict(IpAddress.text(address.getAddress()))).isEqualTo(address.getAddress());
        }
    }

    @Test
    void refusesAddressesThatAreNone() {
        for (String text : new String[] {
            "",
            ":",
            ":::",
            "1::2::3",
            "1:2:3:4:5:6:7",
            "1:2:3:4:5:6:7:8:9",
            "::12345",
            "g::",
            "1.2.3.4::",
            "::1.2.3",
            "::1.2.3.4:5",
            "1:2:3:4:5:6:7:1.2.3.4",
            "1.2.3",
            "1.2.3.4.5",
            "1.2.3.-4",
            "01.2.3.4",
            "1.2.3.\u0664",
            "::\uff11"
        }) {
            assertThat(IpAddress.strict(text)).as(text).isNull();
        }
        for (String text : new String[] {"256.1.1.1", "1.16777216", "4294967296", "1..2", "99999999999"}) {
            assertThat(IpAddress.dialled(text)).as(text).isNull();
        }
        assertThat(IpAddress.dialled("2130706433")).isEqualTo(new byte[] {127, 0, 0, 1});
    }

    @Test
    void writesTheShortestForm() {
        assertThat(IpAddress.text(IpAddress.strict("2001:db8:0:0:1:0:0:1"))).isEqualTo("2001:db8::1:0:0:1");
        assertThat(IpAddress.text(IpAddress.strict("0:0:0:0:0:0:0:0"))).isEqualTo("::");
        assertThat(IpAddress.text(IpAddress.strict("1:0:2:3:4:5:6:7"))).isEqualTo("1:0:2:3:4:5:6:7");
        assertThat(IpAddress.text(IpAddress.strict("1::"))).isEqualTo("1::");
    }
}
