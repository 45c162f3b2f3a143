package org.tlsguard.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class PinTest {
    private static final X509Certificate ONE =
            Certificates.certificate().commonName("one").build();
    private static final X509Certificate SAME_KEY =
            Certificates.certificate().commonName("two").build();
    private static final X509Certificate OTHER_KEY = Certificates.certificate()
            .commonName("one")
            .build(Certificates.keys("EC", 256).getPublic());

    @Test
    void aKeyPinFitsEveryCertificateOfThatKey() throws Exception {
        String pin = Pin.spki(ONE);
        byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(ONE.getPublicKey().getEncoded());
        assertThat(pin).isEqualTo("sha256/" + Base64.getEncoder().encodeToString(digest));
        assertThat(Pin.parse(pin).matches(ONE)).isTrue();
        assertThat(Pin.parse(pin).matches(SAME_KEY)).isTrue();
        assertThat(Pin.parse(pin).matches(OTHER_KEY)).isFalse();
    }

    @Test
    void aCertificatePinFitsThatCertificateAlone() throws Exception {
        StringBuilder hex = new StringBuilder();
        for (byte b : MessageDigest.getInstance("SHA-256").digest(ONE.getEncoded())) {
            hex.append(String.format(":%02X", b));
        }
        Pin pin = Pin.parse("cert:sha256" + hex);
        assertThat(pin.matches(ONE)).isTrue();
        assertThat(pin.matches(SAME_KEY)).isFalse();
        assertThat(pin).hasToString("cert:sha256" + hex);
        Pin plain = Pin.parse("cert:sha256:" + hex.toString().replace(":", "").toLowerCase());
        assertThat(plain).isEqualTo(pin).hasSameHashCodeAs(pin);
    }

    @Test
    void aKeyPinIsNoCertificatePin() {
        assertThat(Pin.parse(Policies.PIN))
                .isNotEqualTo(Pin.parse("cert:sha256:" + String.format("%064d", 0)))
                .isEqualTo(Pin.parse(Policies.PIN.replace("=", "")));
    }
}
