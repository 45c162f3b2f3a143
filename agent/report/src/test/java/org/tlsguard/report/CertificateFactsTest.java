package org.tlsguard.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.Principal;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Date;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CertificateFactsTest {

    @Test
    void anOrdinaryCertificateIsDescribed() throws Exception {
        X509Certificate certificate = TestCertificate.of(
                "crm.acme.example",
                TestCertificate.name(TestCertificate.DNS, "crm.acme.example"),
                TestCertificate.name(TestCertificate.IP, "\n\0\0\5"));
        CertificateFacts facts = CertificateFacts.of(certificate);
        assertThat(facts.subject()).isEqualTo("CN=crm.acme.example");
        assertThat(facts.issuer()).isEqualTo("CN=crm.acme.example");
        assertThat(facts.names()).containsExactly("crm.acme.example", "10.0.0.5");
        assertThat(facts.notAfter()).isEqualTo("2027-01-31T12:00:00Z");
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        assertThat(new BigInteger(facts.sha256(), 16))
                .isEqualTo(new BigInteger(1, sha256.digest(certificate.getEncoded())));
        assertThat(facts.sha256()).matches("[0-9a-f]{64}");
        assertThat(Base64.getDecoder().decode(facts.spkiSha256()))
                .isEqualTo(sha256.digest(certificate.getPublicKey().getEncoded()));
    }

    @Test
    void aNameOfOneKindCannotPassForAnother() throws Exception {
        CertificateFacts facts = CertificateFacts.of(TestCertificate.of(
                "x",
                TestCertificate.name(TestCertificate.EMAIL, "bank.example"),
                TestCertificate.name(TestCertificate.URI, "https://bank.example/"),
                TestCertificate.name(TestCertificate.DNS, "10.0.0.5")));
        assertThat(facts.names()).containsExactly("email:bank.example", "uri:https://bank.example/", "dns:10.0.0.5");
    }

    @Test
    void thousandsOfLongNamesAreBounded() throws Exception {
        byte[][] names = new byte[3_000][];
        for (int i = 0; i < names.length; i++) {
            names[i] = TestCertificate.name(TestCertificate.DNS, new String(new char[1_500]).replace('\0', 'a'));
        }
        CertificateFacts facts = CertificateFacts.of(TestCertificate.of(new String(new char[60_000]), names));
        assertThat(facts.names())
                .hasSizeLessThanOrEqualTo(100)
                .allSatisfy(name -> assertThat(name).hasSizeLessThanOrEqualTo(1_000));
        assertThat(facts.subject()).hasSizeLessThanOrEqualTo(1_000);
    }

    @Test
    void namesThatTheJdkCannotReadAreLeftOut() throws Exception {
        CertificateFacts facts = CertificateFacts.of(TestCertificate.of(
                "\u202e\u001b[2J\n", TestCertificate.name(TestCertificate.IP, "three"), new byte[] {1, 2, 3}));
        assertThat(facts.names()).isEmpty();
        assertThat(facts.sha256()).isNotNull();
        assertThat(Escape.line(facts.subject())).doesNotContain("\u202e", "\u001b", "\n");
    }

    @Test
    void aClassThatOnlyPosesAsACertificateLeavesEverythingUnknown() {
        CertificateFacts facts = CertificateFacts.of(new Impostor());
        assertThat(facts.subject()).isNull();
        assertThat(facts.issuer()).isNull();
        assertThat(facts.names()).isEmpty();
        assertThat(facts.notAfter()).isNull();
        assertThat(facts.sha256()).isNull();
        assertThat(facts.spkiSha256()).isNull();
    }

    /** Returns null where it may, and throws where it must return something. */
    private static final class Impostor extends X509Certificate {

        @Override
        public void checkValidity() {}

        @Override
        public void checkValidity(Date date) {}

        @Override
        public int getVersion() {
            throw new IllegalStateException();
        }

        @Override
        public BigInteger getSerialNumber() {
            return null;
        }

        @Override
        public Principal getIssuerDN() {
            throw new IllegalStateException();
        }

        @Override
        public Principal getSubjectDN() {
            return null;
        }

        @Override
        public Date getNotBefore() {
            return null;
        }

        @Override
        public Date getNotAfter() {
            return null;
        }

        @Override
        public byte[] getTBSCertificate() {
            return null;
        }

        @Override
        public byte[] getSignature() {
            return null;
        }

        @Override
        public String getSigAlgName() {
            return null;
        }

        @Override
        public String getSigAlgOID() {
            return null;
        }

        @Override
        public byte[] getSigAlgParams() {
            return null;
        }

        @Override
        public boolean[] getIssuerUniqueID() {
            return null;
        }

        @Override
        public boolean[] getSubjectUniqueID() {
            return null;
        }

        @Override
        public boolean[] getKeyUsage() {
            return null;
        }

        @Override
        public int getBasicConstraints() {
            return -1;
        }

        @Override
        public byte[] getEncoded() {
            throw new IllegalStateException();
        }

        @Override
        public void verify(PublicKey key) {}

        @Override
        public void verify(PublicKey key, String provider) {}

        @Override
        public String toString() {
            throw new IllegalStateException();
        }

        @Override
        public PublicKey getPublicKey() {
            return null;
        }

        @Override
        public boolean hasUnsupportedCriticalExtension() {
            return true;
        }

        @Override
        public Set<String> getCriticalExtensionOIDs() {
            return null;
        }

        @Override
        public Set<String> getNonCriticalExtensionOIDs() {
            return null;
        }

        @Override
        public byte[] getExtensionValue(String oid) {
            throw new IllegalStateException();
        }
    }
}
