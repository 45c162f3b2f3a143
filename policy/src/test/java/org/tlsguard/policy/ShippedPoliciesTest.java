package org.tlsguard.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each of them means what its source says. */
class ShippedPoliciesTest {

    private static final String GCM = "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256";

    static Stream<String> names() {
        return ShippedPolicies.names().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void isSoundAndNamesItsSource(String name) throws Exception {
        Policy policy = Policy.load(new File(name));
        assertThat(policy.source()).isEqualTo(name);
        assertThat(Policies.at(policy, "a.example").protocols()).contains("TLSv1.3");
        try (InputStream text = ShippedPolicies.open(name);
                BufferedReader lines = new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8))) {
            String comments = lines.lines().filter(line -> line.startsWith("#")).collect(Collectors.joining());
            if (!name.equals("built-in")) {
                assertThat(comments)
                        .contains("Source: https://", "Differences: ")
                        .containsPattern("20\\d\\d|6\\.0");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void allowsNothingThatIsBrokenAndNothingBeyondItsBaseline(String name) throws Exception {
        PeerPolicy rules = at(name);
        PeerPolicy baseline = Policies.at(Policies.of("version: 1", "baseline: " + rules.baseline()), "a.example");
        for (String suite : supported()) {
            if (rules.allowsCipherSuite(suite)) {
                assertThat(baseline.allowsCipherSuite(suite)).as(suite).isTrue();
                assertThat(suite).doesNotContainPattern("_NULL_|_anon_|_RC4_|_3DES_|_DES_|EXPORT|_MD5");
            }
        }
        assertThat(baseline.protocols()).containsAll(rules.protocols());
        assertThat(rules.keys().smallestRsa())
                .isGreaterThanOrEqualTo(baseline.keys().smallestRsa());
    }

    @ParameterizedTest
    @CsvSource({
        "mozilla-modern, TLSv1.3",
        "mozilla-intermediate, TLSv1.2 TLSv1.3",
        "rfc9325, TLSv1.2 TLSv1.3",
        "nist-sp800-52r2, TLSv1.2 TLSv1.3",
        "pci-dss-4, TLSv1.2 TLSv1.3",
        "io-socket-ssl, TLSv1 TLSv1.1 TLSv1.2 TLSv1.3"
    })
    void theseVersionsRemain(String name, String versions) throws Exception {
        assertThat(at(name).protocols()).containsExactly(versions.split(" "));
    }

    @Test
    void ofTheSuitesOfJsseTheseRemain() throws Exception {
        List<String> tls13 =
                Arrays.asList("TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384", "TLS_CHACHA20_POLY1305_SHA256");
        assertThat(remaining("mozilla-modern")).containsExactlyInAnyOrderElementsOf(tls13);
        List<String> ecdhe = new ArrayList<>(tls13);
        for (String authentication : new String[] {"ECDSA", "RSA"}) {
            ecdhe.add("TLS_ECDHE_" + authentication + "_WITH_AES_128_GCM_SHA256");
            ecdhe.add("TLS_ECDHE_" + authentication + "_WITH_AES_256_GCM_SHA384");
            ecdhe.add("TLS_ECDHE_" + authentication + "_WITH_CHACHA20_POLY1305_SHA256");
        }
        assertThat(remaining("mozilla-intermediate")).containsExactlyInAnyOrderElementsOf(ecdhe);
        assertThat(remaining("rfc9325")).containsExactlyInAnyOrderElementsOf(ecdhe);
        assertThat(remaining("nist-sp800-52r2"))
                .contains(GCM, "TLS_DHE_RSA_WITH_AES_128_GCM_SHA256", "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256")
                .noneMatch(suite -> suite.contains("CHACHA20") || suite.startsWith("TLS_RSA_"));
        assertThat(remaining("pci-dss-4"))
                .contains(GCM, "TLS_RSA_WITH_AES_128_GCM_SHA256", "TLS_CHACHA20_POLY1305_SHA256");
        assertThat(remaining("io-socket-ssl")).contains(GCM, "TLS_RSA_WITH_AES_128_CBC_SHA");
    }

    @ParameterizedTest
    @CsvSource({
        "mozilla-modern, 2048, 256, SHA1 SHA224 MD5",
        "mozilla-intermediate, 2048, 256, SHA1 SHA224 MD5",
        "rfc9325, 2048, 224, SHA1 MD5",
        "nist-sp800-52r2, 2048, 224, SHA1 MD5",
        "pci-dss-4, 2048, 224, SHA1 MD5",
        "io-socket-ssl, 1024, 160, MD5"
    })
    void theseKeysRemain(String name, int rsa, int ec, String refused) throws Exception {
        KeyRules keys = at(name).keys();
        assertThat(keys.smallestRsa()).isEqualTo(rsa);
        assertThat(keys.smallestEc()).isEqualTo(ec);
        assertThat(keys.refusedHashes()).contains(refused.split(" "));
    }

    @Test
    void aFileOfThatNameComesFirst() throws Exception {
        File file = new File("pci-dss-4");
        assertThat(file.createNewFile()).isTrue();
        try {
            assertThat(Policies.problems(file))
                    .containsExactly("1:1: the policy is empty; it needs at least: version: 1");
        } finally {
            assertThat(file.delete()).isTrue();
        }
    }

    @Test
    void aNameThatIsNearlyOneIsSuggested() {
        assertThat(Policies.problems(new File("mozila-modern")))
                .containsExactly("1:1: there is no such file (did you mean mozilla-modern?)");
        assertThat(Policies.problems(new File("policies/mozila-modern"))).containsExactly("1:1: there is no such file");
    }

    private static PeerPolicy at(String name) throws Exception {
        return Policies.at(Policy.load(new File(name)), "a.example");
    }

    private static List<String> remaining(String name) throws Exception {
        PeerPolicy rules = at(name);
        return Arrays.stream(supported())
                .filter(suite -> !suite.endsWith("_SCSV") && rules.allowsCipherSuite(suite))
                .collect(Collectors.toList());
    }

    private static String[] supported() throws Exception {
        return SSLContext.getDefault().getSupportedSSLParameters().getCipherSuites();
    }
}
