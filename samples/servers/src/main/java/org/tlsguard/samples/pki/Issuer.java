package org.tlsguard.samples.pki;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Who signs: a name and a private key. Here Bouncy Castle's checked exceptions end. */
record Issuer(X500Name name, PrivateKey key) {

    X509Certificate sign(X509v3CertificateBuilder certificate, String algorithm) {
        return parse(certificate.build(signer(algorithm)));
    }

    ContentSigner signer(String algorithm) {
        try {
            return new JcaContentSignerBuilder(algorithm).build(key);
        } catch (OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    X509Certificate sign(X509v3CertificateBuilder certificate) {
        return sign(certificate, defaultAlgorithm());
    }

    String defaultAlgorithm() {
        return algorithm("SHA256");
    }

    /** The JCA name of the signature with that digest under this issuer's key. */
    String algorithm(String digest) {
        return digest + "with" + (key.getAlgorithm().equals("EC") ? "ECDSA" : key.getAlgorithm());
    }

    static void extend(
            X509v3CertificateBuilder certificate, ASN1ObjectIdentifier id, boolean critical, ASN1Encodable value) {
        try {
            certificate.addExtension(id, critical, value);
        } catch (CertIOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SubjectPublicKeyInfo info(PublicKey key) {
        return SubjectPublicKeyInfo.getInstance(key.getEncoded());
    }

    static X509Certificate parse(X509CertificateHolder certificate) {
        try {
            return parse(certificate.getEncoded());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Parsed by the JDK, as the peers under test will. */
    static X509Certificate parse(byte[] der) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
