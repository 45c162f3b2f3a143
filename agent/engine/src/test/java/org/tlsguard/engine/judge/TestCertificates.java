package org.tlsguard.engine.judge;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v1CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Certificates for tests, made by an independent implementation. */
final class TestCertificates {

    private static final long DAY = 24L * 3_600_000;

    private static long serial = 1;

    private TestCertificates() {}

    /** A certificate with its key: one that can sign. */
    static final class Identity {

        final KeyPair keys;
        final X509Certificate certificate;

        Identity(KeyPair keys, X509Certificate certificate) {
            this.keys = keys;
            this.certificate = certificate;
        }
    }

    /** A self-signed authority. */
    static Identity root(String name) throws Exception {
        return new Builder(name).authority(null).signedBy(null);
    }

    static X509Certificate[] chain(Identity... identities) {
        X509Certificate[] chain = new X509Certificate[identities.length];
        for (int i = 0; i < chain.length; i++) {
            chain[i] = identities[i].certificate;
        }
        return chain;
    }

    /** How the JDK's own PKIX manager over these anchors refuses the chain; null when it accepts. */
    static CertificateException refusal(X509Certificate[] chain, List<X509Certificate> anchors, boolean server)
            throws Exception {
        try {
            if (server) {
                pkix(anchors).checkServerTrusted(chain, "ECDHE_ECDSA");
            } else {
                pkix(anchors).checkClientTrusted(chain, "EC");
            }
            return null;
        } catch (CertificateException refused) {
            return refused;
        }
    }

    private static X509TrustManager pkix(List<X509Certificate> anchors) throws Exception {
        KeyStore store = KeyStore.getInstance("JKS");
        store.load(null, null);
        for (int i = 0; i < anchors.size(); i++) {
            store.setCertificateEntry("anchor" + i, anchors.get(i));
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX", "SunJSSE");
        factory.init(store);
        for (TrustManager each : factory.getTrustManagers()) {
            if (each instanceof X509TrustManager) {
                return (X509TrustManager) each;
            }
        }
        throw new AssertionError("no X509TrustManager");
    }

    static KeyPair ellipticKeys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", "SunEC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    static KeyPair rsaKeys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA", "SunRsaSign");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    /** A certificate in the making; without more, an end entity of today. */
    static final class Builder {

        private final X500Name subject;
        private KeyPair keys;
        private Date from = new Date(System.currentTimeMillis() - DAY);
        private Date to = new Date(System.currentTimeMillis() + 30 * DAY);
        private BasicConstraints constraints;
        private KeyUsage usage;
        private ExtendedKeyUsage purposes;
        private String dnsName;
        private NameConstraints permitted;
        private ASN1ObjectIdentifier strange;
        private KeyPair impostor;

        Builder(String name) {
            subject = new X500Name("CN=" + name);
        }

        Builder keys(KeyPair own) {
            keys = own;
            return this;
        }

        Builder valid(int fromDays, int toDays) {
            from = new Date(System.currentTimeMillis() + fromDays * DAY);
            to = new Date(System.currentTimeMillis() + toDays * DAY);
            return this;
        }

        /** Makes it an authority with a path length, or with none for null. */
        Builder authority(Integer pathLength) {
            constraints = pathLength == null ? new BasicConstraints(true) : new BasicConstraints(pathLength);
            usage = new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign);
            return this;
        }

        Builder usage(int bits) {
            usage = new KeyUsage(bits);
            return this;
        }

        Builder purpose(KeyPurposeId purpose) {
            purposes = new ExtendedKeyUsage(purpose);
            return this;
        }

        Builder dns(String name) {
            dnsName = name;
            return this;
        }

        Builder permits(String domain) {
            GeneralSubtree[] trees = {new GeneralSubtree(new GeneralName(GeneralName.dNSName, domain))};
            permitted = new NameConstraints(trees, null);
            return this;
        }

        Builder strangeCriticalExtension() {
            strange = new ASN1ObjectIdentifier("1.2.3.4.5.6.7");
            return this;
        }

        /** Lets somebody sign who is not the issuer. */
        Builder reallySignedBy(KeyPair other) {
            impostor = other;
            return this;
        }

        /** Signs; by itself for null. */
        Identity signedBy(Identity issuer) throws Exception {
            KeyPair own = keys != null ? keys : ellipticKeys();
            KeyPair signer = impostor != null ? impostor : issuer == null ? own : issuer.keys;
            X500Name issuerName = issuer == null
                    ? subject
                    : X500Name.getInstance(
                            issuer.certificate.getSubjectX500Principal().getEncoded());
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    issuerName, BigInteger.valueOf(serial++), from, to, subject, own.getPublic());
            JcaX509ExtensionUtils extensions = new JcaX509ExtensionUtils();
            add(builder, Extension.basicConstraints, true, constraints);
            add(builder, Extension.keyUsage, true, usage);
            add(builder, Extension.extendedKeyUsage, false, purposes);
            add(builder, Extension.nameConstraints, true, permitted);
            add(builder, Extension.subjectKeyIdentifier, false, extensions.createSubjectKeyIdentifier(own.getPublic()));
            if (issuer != null) {
                add(
                        builder,
                        Extension.authorityKeyIdentifier,
                        false,
                        extensions.createAuthorityKeyIdentifier(issuer.certificate.getPublicKey()));
            }
            if (dnsName != null) {
                add(
                        builder,
                        Extension.subjectAlternativeName,
                        false,
                        new GeneralNames(new GeneralName(GeneralName.dNSName, dnsName)));
            }
            if (strange != null) {
                add(builder, strange, true, new DEROctetString(new byte[] {1, 2, 3}));
            }
            return new Identity(own, parsed(builder.build(signer(signer))));
        }

        /** Makes an X.509 version 1 certificate, which has no extensions, signed by itself. */
        Identity version1() throws Exception {
            KeyPair own = keys != null ? keys : ellipticKeys();
            return new Identity(
                    own,
                    parsed(new JcaX509v1CertificateBuilder(
                                    subject, BigInteger.valueOf(serial++), from, to, subject, own.getPublic())
                            .build(signer(own))));
        }

        private static void add(
                JcaX509v3CertificateBuilder builder, ASN1ObjectIdentifier id, boolean critical, ASN1Encodable value)
                throws Exception {
            if (value != null) {
                builder.addExtension(id, critical, value);
            }
        }

        private static ContentSigner signer(KeyPair keys) throws Exception {
            String algorithm = keys.getPrivate().getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
            return new JcaContentSignerBuilder(algorithm).build(keys.getPrivate());
        }

        private static X509Certificate parsed(X509CertificateHolder holder) throws Exception {
            return (X509Certificate) CertificateFactory.getInstance("X.509", "SUN")
                    .generateCertificate(new ByteArrayInputStream(holder.getEncoded()));
        }
    }

    static List<X509Certificate> anchors(Identity root) {
        return Collections.singletonList(root.certificate);
    }
}
