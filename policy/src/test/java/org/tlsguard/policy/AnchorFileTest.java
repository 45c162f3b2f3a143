package org.tlsguard.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnchorFileTest {
    private static final X509Certificate CERTIFICATE = Certificates.named("a.example");

    private static byte[] der() throws Exception {
        return CERTIFICATE.getEncoded();
    }

    private static String pem(String label, byte[] content) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content) + "\n-----END " + label
                + "-----\n";
    }

    private static String problem(byte[] bytes) {
        return AnchorFile.problem(Policies.file(bytes));
    }

    private static String problem(String text) {
        return problem(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static byte[] store(String type, boolean filled) throws Exception {
        KeyStore store = KeyStore.getInstance(type);
        store.load(null, null);
        if (filled) {
            store.setCertificateEntry("a", CERTIFICATE);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.store(out, "secret".toCharArray());
        return out.toByteArray();
    }

    @Test
    void takesWhatHoldsCertificates() throws Exception {
        String pem = pem("CERTIFICATE", der());
        assertThat(problem(pem)).isNull();
        assertThat(problem("a comment\n" + pem + "between\n" + pem)).isNull();
        assertThat(problem(pem.replace("\n", "\r\n"))).isNull();
        assertThat(problem(pem("PRIVATE KEY", new byte[] {1}) + pem)).isNull();
        assertThat(problem(der())).isNull();
        assertThat(problem(store("JKS", true))).isNull();
        assertThat(problem(store("PKCS12", true))).isNull();
    }

    @Test
    void refusesDamage() throws Exception {
        String pem = pem("CERTIFICATE", der());
        assertThat(problem(pem + pem.substring(0, 300))).contains("line 1").contains("damaged");
        assertThat(problem(pem.replaceFirst("[A-Za-z0-9+/]{64}\n", ""))).contains("line 1");
        assertThat(problem(Arrays.copyOf(der(), 200))).contains("damaged");
        byte[] jks = store("JKS", true);
        assertThat(problem(Arrays.copyOf(jks, 100))).contains("damaged");
        assertThat(problem(store("JKS", false))).contains("no certificate");
        assertThat(problem(store("JCEKS", true))).contains("JCEKS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "junk",
                "-----BEGIN CERTIFICATE-----",
                "-----BEGIN -----",
                "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----",
                "-----BEGIN PRIVATE KEY-----\nMAA=\n-----END PRIVATE KEY-----",
                "\u0030\u0003\u0002\u0001\u0000",
                "\u0030\u0000",
                "\u00fe\u00ed\u00fe\u00ed",
                "\u00fe\u00ed\u00fe\u00ed\u0000\u0000\u0000\u0002\u007f\u007f\u007f\u007f",
            })
    void refusesWhatHoldsNone(String text) {
        assertThat(problem(text)).isNotNull();
    }

    @Test
    void tellsWhereThePolicyNamesIt() throws Exception {
        File junk = Policies.file("junk");
        assertThat(Policies.problems("version: 1", "trust:", "  anchors: [jvm, \"" + junk.getPath() + "\"]"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("3:18: ")
                .contains("no certificate");
    }

    @Test
    void readsCertificatesBesideOtherThings() throws Exception {
        File file = Policies.file(pem("PRIVATE KEY", new byte[] {1}) + "x\n" + pem("CERTIFICATE", der()));
        assertThat(AnchorFile.pemCertificates(file)).containsExactly(der());
        assertThat(AnchorFile.pemCertificates(Policies.file(der()))).isEmpty();
    }
}
