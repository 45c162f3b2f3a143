package org.tlsguard.policy;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Certificates for tests, parsed by the JDK like those of a real peer. */
final class Certificates {
    private static final KeyPair KEYS = keys("RSA", 2048);

    private final X500NameBuilder subject = new X500NameBuilder();
    private final List<GeneralName> names = new ArrayList<>();
    private byte[] rawAlternativeName;
    private String signature = "SHA256withRSA";

    static Certificates certificate() {
        return new Certificates();
    }

    static KeyPair keys(String algorithm, int size) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(size);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static X509Certificate named(String... dnsNames) {
        Certificates certificate = certificate();
        for (String name : dnsNames) {
            certificate.dns(name);
        }
        return certificate.build();
    }

    Certificates commonName(String name) {
        subject.addRDN(BCStyle.CN, name);
        return this;
    }

    Certificates rdn(ASN1ObjectIdentifier type, ASN1Encodable value) {
        subject.addRDN(type, value);
        return this;
    }

    Certificates dns(String name) {
        names.add(new GeneralName(GeneralName.dNSName, name));
        return this;
    }

    Certificates ip(String address) {
        names.add(new GeneralName(GeneralName.iPAddress, address));
        return this;
    }

    Certificates email(String address) {
        names.add(new GeneralName(GeneralName.rfc822Name, address));
        return this;
    }

    Certificates rawAlternativeName(byte[] value) {
        rawAlternativeName = value;
        return this;
    }

    Certificates signature(String algorithm) {
        signature = algorithm;
        return this;
    }

    X509Certificate build() {
        return build(KEYS.getPublic());
    }

    X509Certificate build(PublicKey key) {
        try {
            X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                    new X500Name("CN=Test"),
                    BigInteger.ONE,
                    new Date(0),
                    new Date(4_000_000_000_000L),
                    subject.build(),
                    SubjectPublicKeyInfo.getInstance(key.getEncoded()));
            if (rawAlternativeName != null) {
                builder.addExtension(Extension.subjectAlternativeName, false, rawAlternativeName);
            } else if (!names.isEmpty()) {
                builder.addExtension(
                        Extension.subjectAlternativeName,
                        // RFC 5280, section 4.1.2.6, and the JDK insists.
                        subject.build().getRDNs().length == 0,
                        new GeneralNames(names.toArray(new GeneralName[0])));
            }
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder(signature)
                            .setProvider(new BouncyCastleProvider())
                            .build(KEYS.getPrivate())));
        } catch (GeneralSecurityException | OperatorCreationException | java.io.IOException e) {
            throw new AssertionError(e);
        }
    }
}
