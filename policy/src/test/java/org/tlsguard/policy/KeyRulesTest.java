package org.tlsguard.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tlsguard.policy.Certificates.keys;

import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import javax.crypto.interfaces.DHPublicKey;
import javax.crypto.spec.DHParameterSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyRulesTest {
    private static final KeyRules INTERMEDIATE = new KeyRules(Baseline.INTERMEDIATE);
    private static final KeyRules MODERN = new KeyRules(Baseline.MODERN);
    private static final KeyRules LEGACY = new KeyRules(Baseline.LEGACY);

    @Test
    void saysHowLargeAKeyIsAndHowLargeItHasToBe() {
        PublicKey rsa1024 = keys("RSA", 1024).getPublic();
        assertThat(INTERMEDIATE.weakKey(rsa1024)).isEqualTo("RSA 1024 bits, policy asks for 2048");
        assertThat(LEGACY.weakKey(rsa1024)).isNull();
        assertThat(INTERMEDIATE.weakKey(keys("RSA", 2048).getPublic())).isNull();
        assertThat(INTERMEDIATE.weakKey(keys("DSA", 1024).getPublic()))
                .isEqualTo("DSA 1024 bits, policy asks for 2048");
        assertThat(MODERN.weakKey(keys("EC", 256).getPublic())).isNull();
        assertThat(INTERMEDIATE.weakKey(keys("EC", 256).getPublic())).isNull();
        assertThat(new KeyRules(
                                Baseline.MODERN,
                                new Subtraction(null, null, null, 0, 0, 384, java.util.Collections.emptyList()))
                        .weakKey(keys("EC", 256).getPublic()))
                .isEqualTo("EC 256 bits, policy asks for 384");
    }

    @Test
    void judgesDiffieHellmanByItsPrime() {
        assertThat(INTERMEDIATE.weakKey(dh(1024))).isEqualTo("DH 1024 bits, policy asks for 2048");
        assertThat(INTERMEDIATE.weakKey(dh(2048))).isNull();
    }

    private static DHPublicKey dh(int bits) {
        BigInteger prime = BigInteger.ONE.shiftLeft(bits - 1);
        return new DHPublicKey() {
            private static final long serialVersionUID = 1;

            @Override
            public BigInteger getY() {
                return BigInteger.TEN;
            }

            @Override
            public DHParameterSpec getParams() {
                return new DHParameterSpec(prime, BigInteger.TEN);
            }

            @Override
            public String getAlgorithm() {
                return "DH";
            }

            @Override
            public String getFormat() {
                return null;
            }

            @Override
            public byte[] getEncoded() {
                return null;
            }
        };
    }

    @Test
    void refusesAnRsaKeyThatSignsEverything() throws Exception {
        RSAPublicKey sound = (RSAPublicKey) keys("RSA", 2048).getPublic();
        RSAPublicKey weird = new RSAPublicKey() {
            private static final long serialVersionUID = 1;

            @Override
            public BigInteger getPublicExponent() {
                return BigInteger.ONE;
            }

            @Override
            public BigInteger getModulus() {
                return sound.getModulus();
            }

            @Override
            public String getAlgorithm() {
                return "RSA";
            }

            @Override
            public String getFormat() {
                return null;
            }

            @Override
            public byte[] getEncoded() {
                return null;
            }
        };
        assertThat(LEGACY.weakKey(weird)).isEqualTo("RSA public exponent 1");
        assertThat(LEGACY.weakKey(KeyFactory.getInstance("RSA")
                        .generatePublic(new RSAPublicKeySpec(sound.getModulus(), BigInteger.valueOf(3)))))
                .isNull();
    }

    @Test
    void hasNothingToSayAboutKeysWithoutAChoiceOfSize() {
        assertThat(MODERN.weakKey(keys("Ed25519", 255).getPublic())).isNull();
        assertThat(MODERN.weakKey(keys("X25519", 255).getPublic())).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "SHA1withRSA, SHA1",
        "SHA1WithRSA, SHA1",
        "SHA-1withRSA, SHA1",
        "SHA1withDSA, SHA1",
        "SHA1withECDSA, SHA1",
        "SHAwithDSA, SHA1",
        "SHA1WITHRSAANDMGF1, SHA1",
        "MD5withRSA, MD5",
        "MD2withRSA, MD2",
        "rsa_pkcs1_sha1, SHA1",
        "ecdsa_sha1, SHA1",
        "1.2.840.113549.1.1.4, MD5",
        "1.2.840.113549.1.1.5, SHA1",
        "1.2.840.10045.4.1, SHA1",
        "1.3.14.3.2.29, SHA1",
    })
    void refusesWeakHashes(String algorithm, String hash) {
        assertThat(INTERMEDIATE.weakSignature(algorithm)).isEqualTo(algorithm + ", policy refuses " + hash);
        assertThat(LEGACY.weakSignature(algorithm) == null).isEqualTo(hash.equals("SHA1"));
    }

    @ParameterizedTest
    @CsvSource({
        "SHA256withRSA",
        "SHA224withECDSA",
        "SHA512/256withRSA",
        "SHA3-256withRSA",
        "Ed25519",
        "EdDSA",
        "RSASSA-PSS",
        "NONEwithRSA",
        "rsa_pss_rsae_sha256",
        "ecdsa_secp256r1_sha256",
        "ML-DSA-65",
        "1.2.840.113549.1.1.11",
        "''",
    })
    void hasNothingAgainstOthers(String algorithm) {
        assertThat(MODERN.weakSignature(algorithm)).isNull();
    }

    @Test
    void readsTheHashOfACertificatesSignature() {
        X509Certificate sha1 = Certificates.certificate()
                .commonName("a")
                .signature("SHA1withRSA")
                .build();
        assertThat(INTERMEDIATE.weakSignature(sha1)).isEqualTo("SHA1withRSA, policy refuses SHA1");
        assertThat(LEGACY.weakSignature(sha1)).isNull();
        assertThat(INTERMEDIATE.weakSignature(
                        Certificates.certificate().commonName("a").build()))
                .isNull();
    }

    @Test
    void readsTheHashInsidePssParameters() {
        X509Certificate sha1 = Certificates.certificate()
                .commonName("a")
                .signature("SHA1withRSAandMGF1")
                .build();
        X509Certificate sha256 = Certificates.certificate()
                .commonName("a")
                .signature("SHA256withRSAandMGF1")
                .build();
        X509Certificate sha384 = Certificates.certificate()
                .commonName("a")
                .signature("SHA384withRSAandMGF1")
                .build();
        assertThat(INTERMEDIATE.weakSignature(sha1)).isEqualTo("SHA1 with RSASSA-PSS, policy refuses SHA1");
        assertThat(INTERMEDIATE.weakSignature(sha256)).isNull();
        assertThat(INTERMEDIATE.weakSignature(sha384)).isNull();
        assertThat(SignatureHash.ofPssParameters(sha384.getSigAlgParams())).isEqualTo("SHA384");
    }

    @Test
    void takesAbsentOrUnreadablePssParametersForSha1() {
        assertThat(SignatureHash.ofPssParameters(null)).isEqualTo("SHA1");
        assertThat(SignatureHash.ofPssParameters(new byte[] {0x30, 0x00})).isEqualTo("SHA1");
        assertThat(SignatureHash.ofPssParameters(new byte[] {0x30, 0x7f, 0x00})).isEqualTo("SHA1");
        assertThat(SignatureHash.ofPssParameters(new byte[] {0x30, (byte) 0x84, 0x7f, 0x7f, 0x7f, 0x7f}))
                .isEqualTo("SHA1");
        assertThat(SignatureHash.ofPssParameters(new byte[0])).isEqualTo("SHA1");
    }
}
