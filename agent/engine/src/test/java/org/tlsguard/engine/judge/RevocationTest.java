package org.tlsguard.engine.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.CertPathValidator;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RevocationTest {

    private static X509Certificate certificate;

    @BeforeAll
    static void issue() throws Exception {
        certificate = TestCertificates.root("Authority").certificate;
    }

    @Test
    void silenceIsNoAnswer() {
        Revocation status = Revocation.of(certificate, certificate, Collections.<byte[]>emptyList());

        assertThat(status.isGood()).isFalse();
        assertThat(status.isRevoked).isFalse();
        assertThat(status.detail).contains("no OCSP response");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 1_000, 1_000_000})
    void aHostileResponseProvesNothing(int length) {
        byte[] response = new byte[length];
        Arrays.fill(response, (byte) 0x30);

        Revocation status = Revocation.of(certificate, certificate, Collections.singletonList(response));

        assertThat(status.isGood()).isFalse();
        assertThat(status.isRevoked).isFalse();
        assertThat(status.detail).contains("proves nothing");
    }

    @Test
    void aCheckThatForgivesSilenceIsNone() throws Exception {
        PKIXParameters parameters = new PKIXParameters(Collections.singleton(new TrustAnchor(certificate, null)));
        assertThat(Revocation.isCheckedBy(parameters)).isTrue();

        PKIXRevocationChecker checker =
                (PKIXRevocationChecker) CertPathValidator.getInstance("PKIX").getRevocationChecker();
        checker.setOptions(EnumSet.of(PKIXRevocationChecker.Option.SOFT_FAIL));
        parameters.addCertPathChecker(checker);
        assertThat(Revocation.isCheckedBy(parameters)).isFalse();

        parameters.setCertPathCheckers(null);
        parameters.setRevocationEnabled(false);
        assertThat(Revocation.isCheckedBy(parameters)).isFalse();
        assertThat(Revocation.isCheckedBy(null)).isFalse();
    }
}
