package org.tlsguard.engine.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tlsguard.engine.judge.TestCertificates.anchors;
import static org.tlsguard.engine.judge.TestCertificates.chain;
import static org.tlsguard.engine.judge.TestCertificates.refusal;
import static org.tlsguard.engine.judge.TestCertificates.root;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tlsguard.engine.judge.TestCertificates.Builder;
import org.tlsguard.engine.judge.TestCertificates.Identity;
import org.tlsguard.policy.NameMatcher;
import org.tlsguard.policy.NameMatching;
import org.tlsguard.policy.Scheme;

/** A canary has to look like the peer in everything but the keys, and no real validation may take it. */
class CanaryMakerTest {

    private static final int CLONE = 0;
    private static final int SERVED_ISSUERS = 1;
    private static final int SELF_SIGNED = 2;
    private static final int UNKNOWN_ISSUER = 3;
    private static final int RSA_CLONE = 4;

    private static Identity root;
    private static Identity intermediate;
    private static Identity host;
    private static X509Certificate[] served;

    private final CanaryMaker canaries = new CanaryMaker();

    @BeforeAll
    static void makePeer() throws Exception {
        root = root("Root");
        intermediate = new Builder("Intermediate").authority(null).signedBy(root);
        host = new Builder("host")
                .dns("host.example")
                .purpose(KeyPurposeId.id_kp_serverAuth)
                .signedBy(intermediate);
        served = chain(host, intermediate, root);
    }

    @Test
    void noRealValidationTakesAnyForgery() throws Exception {
        assertThat(refusal(served, anchors(root), true)).as("the peer itself").isNull();
        for (X509Certificate[] forged : allForgeries(served)) {
            assertThat(refusal(forged, anchors(root), true)).isNotNull();
        }
    }

    @Test
    void aStoreFilledWithTheForgeryTakesTheCloneSoItIsWellFormed() throws Exception {
        X509Certificate[] clone = canaries.forge(served, CLONE);

        assertThat(clone).hasSize(3);
        assertThat(refusal(clone, Collections.singletonList(clone[2]), true)).isNull();
        clone[0].verify(clone[1].getPublicKey());
        clone[1].verify(clone[2].getPublicKey());
        clone[2].verify(clone[2].getPublicKey());
    }

    @Test
    void theCloneLooksLikeThePeerInEverythingButTheKeys() throws Exception {
        X509Certificate[] clone = canaries.forge(served, CLONE);

        for (int i = 0; i < served.length; i++) {
            assertThat(clone[i]).isNotEqualTo(served[i]);
            assertThat(clone[i].getPublicKey()).isNotEqualTo(served[i].getPublicKey());
            assertThat(clone[i].getSubjectX500Principal()).isEqualTo(served[i].getSubjectX500Principal());
            assertThat(clone[i].getIssuerX500Principal()).isEqualTo(served[i].getIssuerX500Principal());
            assertThat(clone[i].getSerialNumber()).isEqualTo(served[i].getSerialNumber());
            assertThat(clone[i].getNotBefore()).isEqualTo(served[i].getNotBefore());
            assertThat(clone[i].getNotAfter()).isEqualTo(served[i].getNotAfter());
            assertThat(String.valueOf(clone[i].getSubjectAlternativeNames()))
                    .isEqualTo(String.valueOf(served[i].getSubjectAlternativeNames()));
            assertThat(clone[i].getBasicConstraints()).isEqualTo(served[i].getBasicConstraints());
            assertThat(clone[i].getKeyUsage()).isEqualTo(served[i].getKeyUsage());
            assertThat(clone[i].getExtendedKeyUsage()).isEqualTo(served[i].getExtendedKeyUsage());
            assertThat(clone[i].getCriticalExtensionOIDs()).isEqualTo(served[i].getCriticalExtensionOIDs());
        }
    }

    @Test
    void theForgedEndEntityComesWithTheServedIssuers() throws Exception {
        X509Certificate[] forged = canaries.forge(served, SERVED_ISSUERS);

        assertThat(forged[0]).isNotEqualTo(served[0]);
        assertThat(forged[1]).isSameAs(served[1]);
        assertThat(forged[2]).isSameAs(served[2]);
        assertThat(served[0]).as("the served chain is left as it is").isSameAs(host.certificate);
    }

    @Test
    void theSelfSignedForgeryIsSignedByItself() throws Exception {
        X509Certificate[] forged = canaries.forge(served, SELF_SIGNED);

        assertThat(forged).hasSize(1);
        assertThat(Diagnosis.isSelfSigned(forged[0])).isTrue();
        assertThat(forged[0].getSubjectX500Principal()).isEqualTo(served[0].getSubjectX500Principal());
    }

    @Test
    void theForgeryOfAnUnknownIssuerIsNotSelfIssued() throws Exception {
        X509Certificate[] forged = canaries.forge(served, UNKNOWN_ISSUER);

        assertThat(forged).hasSize(1);
        assertThat(forged[0].getIssuerX500Principal().getName()).isEqualTo("CN=canary.tlsguard.invalid");
        assertThat(forged[0].getSubjectX500Principal()).isEqualTo(served[0].getSubjectX500Principal());
    }

    @Test
    void anRsaPeerIsClonedInRsaToo() throws Exception {
        assertThat(canaries.forge(served, RSA_CLONE))
                .as("the peer's key is elliptic")
                .isNull();
        Identity rsa = new Builder("rsa").keys(TestCertificates.rsaKeys()).signedBy(root);

        X509Certificate[] clone = canaries.forge(chain(rsa, root), RSA_CLONE);

        assertThat(clone[0].getPublicKey().getAlgorithm()).isEqualTo("RSA");
        clone[0].verify(clone[1].getPublicKey());
    }

    @Test
    void aSelfSignedPeerAloneIsForgedOncePerShape() throws Exception {
        X509Certificate[] alone = chain(new Builder("alone").signedBy(null));

        X509Certificate[] clone = canaries.forge(alone, CLONE);
        assertThat(Diagnosis.isSelfSigned(clone[0])).isTrue();
        assertThat(canaries.forge(alone, SERVED_ISSUERS)).isNull();
        assertThat(canaries.forge(alone, SELF_SIGNED))
                .as("the clone already is")
                .isNull();
        assertThat(canaries.forge(alone, UNKNOWN_ISSUER)).isNotNull();
    }

    @Test
    void aVersion1CertificateCanBeForged() throws Exception {
        X509Certificate[] old = chain(new Builder("old").version1());
        assertThat(old[0].getVersion()).isEqualTo(1);

        X509Certificate[] clone = canaries.forge(old, CLONE);

        assertThat(clone[0].getVersion()).isEqualTo(1);
        assertThat(clone[0].getSubjectX500Principal()).isEqualTo(old[0].getSubjectX500Principal());
        clone[0].verify(clone[0].getPublicKey());
        assertThat(canaries.stranger(old[0], "old.example", 0)
                        .getSubjectX500Principal()
                        .getName())
                .isEqualTo("CN=canary.tlsguard.invalid");
    }

    @Test
    void aStrangerHasNoNameOfThePeerButOnesThatSloppyComparisonsTakeForIt() throws Exception {
        String dialled = "host.example";
        List<String> names = new ArrayList<>();
        for (int i = 0; i < CanaryMaker.strangers(); i++) {
            X509Certificate stranger = canaries.stranger(served[0], dialled, i);
            assertThat(NameMatcher.matches(dialled, stranger, NameMatching.STANDARD, Scheme.HTTPS))
                    .isFalse();
            assertThat(NameMatcher.presented(stranger)).doesNotContain(dialled);
            assertThat(stranger.getIssuerX500Principal()).isEqualTo(served[0].getIssuerX500Principal());
            names.addAll(NameMatcher.presented(stranger));
        }

        assertThat(names).anyMatch(name -> name.startsWith(dialled)).anyMatch(name -> name.endsWith(dialled));
        assertThat(NameMatcher.matches(dialled, served[0], NameMatching.STANDARD, Scheme.HTTPS))
                .as("the peer itself")
                .isTrue();
    }

    @Test
    void aStrangerToAHostWithAnUnspeakableNameIsForgedToo() throws Exception {
        for (String host : new String[] {"", "a,b=c", "\u0000", "::1", "10.0.0.5"}) {
            for (int i = 0; i < CanaryMaker.strangers(); i++) {
                assertThat(canaries.stranger(served[0], host, i)).isNotNull();
            }
        }
    }

    @Test
    void allForgeriesOfOneJvmUseOneKey() throws Exception {
        X509Certificate first = canaries.forge(served, CLONE)[0];
        X509Certificate second = canaries.forge(served, UNKNOWN_ISSUER)[0];

        assertThat(second.getPublicKey()).isEqualTo(first.getPublicKey());
        assertThat(new CanaryMaker().forge(served, CLONE)[0].getPublicKey())
                .as("another JVM's")
                .isNotEqualTo(first.getPublicKey());
    }

    @Test
    void attemptsBeyondTheLastAreNone() throws Exception {
        assertThat(canaries.forge(served, CanaryMaker.attempts())).isNull();
    }

    @Test
    void parsingAnewGivesEqualCertificatesAndOtherObjects() throws Exception {
        X509Certificate[] anew = CanaryMaker.parsedAnew(served);

        assertThat(anew).isEqualTo(served);
        for (int i = 0; i < served.length; i++) {
            assertThat(anew[i]).isNotSameAs(served[i]);
        }
    }

    private List<X509Certificate[]> allForgeries(X509Certificate[] of) throws Exception {
        List<X509Certificate[]> all = new ArrayList<>();
        for (int i = 0; i < CanaryMaker.attempts(); i++) {
            X509Certificate[] forged = canaries.forge(of, i);
            if (forged != null) {
                all.add(forged);
            }
        }
        assertThat(all).hasSizeGreaterThanOrEqualTo(4);
        return all;
    }
}
