package org.tlsguard.engine.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tlsguard.engine.judge.TestCertificates.anchors;
import static org.tlsguard.engine.judge.TestCertificates.chain;
import static org.tlsguard.engine.judge.TestCertificates.refusal;
import static org.tlsguard.engine.judge.TestCertificates.root;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tlsguard.engine.judge.TestCertificates.Builder;
import org.tlsguard.engine.judge.TestCertificates.Identity;
import org.tlsguard.policy.Cause;

/** Each chain is first refused by the JDK's own PKIX manager, and then diagnosed from how it was refused. */
class DiagnosisTest {

    private static Identity root;
    private static Identity intermediate;

    @BeforeAll
    static void makeAuthorities() throws Exception {
        root = root("Root");
        intermediate = new Builder("Intermediate").authority(null).signedBy(root);
    }

    @Test
    void aCertificateThatNobodyButItselfSigned() throws Exception {
        assertDiagnosis(Cause.SELF_SIGNED, false, new Builder("host").signedBy(null));
    }

    @Test
    void aCertificateThatSignedItselfUnderTheNameOfAnAuthority() throws Exception {
        assertDiagnosis(Cause.SELF_SIGNED, false, new Builder("Root").signedBy(null));
    }

    @Test
    void anAnchorThatIsNoAuthority() throws Exception {
        Identity leaf = new Builder("Trusted").signedBy(null);
        X509Certificate[] served = chain(new Builder("host").signedBy(leaf));
        CertificateException refusal = refusal(served, anchors(leaf), true);
        assertThat(refusal).as("the JDK's own refusal").isNotNull();

        Validation found = Diagnosis.of(served, anchors(leaf), refusal, true);

        assertThat(found.cause).as(found.detail).isEqualTo(Cause.NOT_A_CA);
        assertThat(found.detail).contains("CN=Trusted is trusted");
    }

    @Test
    void anIssuerThatNobodyKnows() throws Exception {
        Identity stranger = root("Stranger");

        Validation found =
                assertDiagnosis(Cause.UNKNOWN_ISSUER, false, new Builder("host").signedBy(stranger), stranger);
        assertThat(found.detail).contains("CN=Stranger");
    }

    @Test
    void anIssuerThatTheServerDidNotSend() throws Exception {
        Validation found = assertDiagnosis(Cause.UNKNOWN_ISSUER, false, new Builder("host").signedBy(intermediate));
        assertThat(found.detail).contains("the chain ends at CN=Intermediate");
    }

    @Test
    void anExpiredEndEntity() throws Exception {
        Validation found = assertDiagnosis(
                Cause.EXPIRED, true, new Builder("host").valid(-30, -1).signedBy(intermediate), intermediate);
        assertThat(found.detail).contains("CN=host").contains("expired on 20");
    }

    @Test
    void anExpiredIntermediateIsTheOneThatIsNamed() throws Exception {
        Identity old = new Builder("Old").authority(null).valid(-30, -1).signedBy(root);

        Validation found = assertDiagnosis(Cause.EXPIRED, true, new Builder("host").signedBy(old), old);
        assertThat(found.detail).contains("CN=Old");
    }

    @Test
    void anEndEntityOfTomorrow() throws Exception {
        assertDiagnosis(
                Cause.NOT_YET_VALID, true, new Builder("host").valid(1, 30).signedBy(intermediate), intermediate);
    }

    @Test
    void aSignatureByAnotherKeyThanTheIssuers() throws Exception {
        Identity forged = new Builder("host")
                .reallySignedBy(TestCertificates.ellipticKeys())
                .signedBy(intermediate);

        assertDiagnosis(Cause.BAD_SIGNATURE, true, forged, intermediate);
    }

    @Test
    void anEndEntityThatIssues() throws Exception {
        Identity leaf = new Builder("leaf").signedBy(root);

        assertDiagnosis(Cause.NOT_A_CA, true, new Builder("host").signedBy(leaf), leaf);
    }

    @Test
    void anAuthorityBelowOneThatAllowsNone() throws Exception {
        Identity narrow = new Builder("Narrow").authority(0).signedBy(root);
        Identity below = new Builder("Below").authority(null).signedBy(narrow);

        assertDiagnosis(Cause.NOT_A_CA, true, new Builder("host").signedBy(below), below, narrow);
    }

    @Test
    void aNameOutsideWhatTheIssuerMayCertify() throws Exception {
        Identity narrow =
                new Builder("Narrow").authority(null).permits("corp.example").signedBy(root);

        assertDiagnosis(
                Cause.NAME_CONSTRAINTS,
                true,
                new Builder("host").dns("bank.example").signedBy(narrow),
                narrow);
    }

    @Test
    void aClientsCertificateServedByAServer() throws Exception {
        Identity client =
                new Builder("host").purpose(KeyPurposeId.id_kp_clientAuth).signedBy(intermediate);

        assertDiagnosis(Cause.WRONG_USAGE, true, client, intermediate);
    }

    @Test
    void aServersCertificateShownByAClient() throws Exception {
        Identity server =
                new Builder("host").purpose(KeyPurposeId.id_kp_serverAuth).signedBy(intermediate);
        X509Certificate[] served = chain(server, intermediate);

        CertificateException refusal = refusal(served, anchors(root), false);

        assertThat(refusal).isNotNull();
        assertThat(Diagnosis.of(served, anchors(root), refusal, false).cause).isEqualTo(Cause.WRONG_USAGE);
    }

    @Test
    void anAuthorityWhoseKeyMayNotSignCertificates() throws Exception {
        Identity mute =
                new Builder("Mute").authority(null).usage(KeyUsage.cRLSign).signedBy(root);

        assertDiagnosis(Cause.WRONG_USAGE, true, new Builder("host").signedBy(mute), mute);
    }

    @Test
    void aCriticalExtensionThatNobodyUnderstands() throws Exception {
        assertDiagnosis(
                Cause.UNKNOWN_CRITICAL_EXTENSION,
                true,
                new Builder("host").strangeCriticalExtension().signedBy(intermediate),
                intermediate);
    }

    @Test
    void chainsThatRunInCirclesEnd() throws Exception {
        Identity first = new Builder("A").authority(null).signedBy(null);
        Identity second = new Builder("B").authority(null).signedBy(first);
        Identity circular = new Builder("A").authority(null).signedBy(second);

        assertDiagnosis(Cause.UNKNOWN_ISSUER, false, new Builder("host").signedBy(circular), circular, second);
    }

    @Test
    void aChainOfFiftyEnds() throws Exception {
        Identity[] links = new Identity[50];
        Identity above = root("Far away");
        for (int i = links.length - 1; i > 0; i--) {
            links[i] = new Builder("Link " + i).authority(null).signedBy(above);
            above = links[i];
        }
        links[0] = new Builder("host").signedBy(above);

        assertDiagnosis(Cause.UNKNOWN_ISSUER, false, links);
    }

    @Test
    void validityIsCheckedUpToTheGivenCount() throws Exception {
        Identity old = new Builder("Old").authority(null).valid(-30, -1).signedBy(root);
        List<X509Certificate> path = Arrays.asList(new Builder("host").signedBy(old).certificate, old.certificate);

        assertThat(Diagnosis.validity(path, new Date(), 1)).isNull();
        assertThat(Diagnosis.validity(path, new Date(), 2).cause).isEqualTo(Cause.EXPIRED);
        assertThat(Diagnosis.validity(path, new Date(), 99).cause).isEqualTo(Cause.EXPIRED);
    }

    @Test
    void aCertificateWithoutExtendedKeyUsageServesBothRoles() throws Exception {
        X509Certificate plain = new Builder("host").signedBy(root).certificate;
        X509Certificate any =
                new Builder("host").purpose(KeyPurposeId.anyExtendedKeyUsage).signedBy(root).certificate;
        X509Certificate mail =
                new Builder("host").purpose(KeyPurposeId.id_kp_emailProtection).signedBy(root).certificate;

        assertThat(Diagnosis.mayServe(plain, true)).isTrue();
        assertThat(Diagnosis.mayServe(plain, false)).isTrue();
        assertThat(Diagnosis.mayServe(any, true)).isTrue();
        assertThat(Diagnosis.mayServe(mail, true)).isFalse();
        assertThat(Diagnosis.mayServe(mail, false)).isFalse();
    }

    private static Validation assertDiagnosis(Cause cause, boolean reachesAnchor, Identity... identities)
            throws Exception {
        X509Certificate[] served = chain(identities);
        CertificateException refusal = refusal(served, anchors(root), true);
        assertThat(refusal).as("the JDK's own refusal").isNotNull();

        Validation found = Diagnosis.of(served, anchors(root), refusal, true);

        assertThat(found.isSound()).isFalse();
        assertThat(found.cause).as(found.detail).isEqualTo(cause);
        assertThat(found.reachesAnchor).as("reaches an anchor").isEqualTo(reachesAnchor);
        assertThat(found.detail).isNotEmpty();
        return found;
    }
}
