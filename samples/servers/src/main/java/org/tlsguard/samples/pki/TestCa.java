package org.tlsguard.samples.pki;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.jcajce.JcaCertificateID;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * A certificate authority that lives as long as the process.
 *
 * <pre>{@code
 * TestCa ca = TestCa.root("Public CA");
 * Identity sound = ca.intermediate("Issuing CA").leaf().dns("localhost").build();
 * Identity expired = ca.leaf().dns("localhost").expired().build();
 * }</pre>
 */
public final class TestCa {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Issuer issuer;
    private final X509Certificate certificate;
    private final List<X509Certificate> intermediates;

    private TestCa(Issuer issuer, X509Certificate certificate, List<X509Certificate> intermediates) {
        this.issuer = issuer;
        this.certificate = certificate;
        this.intermediates = intermediates;
    }

    /** A trust anchor: self-signed, with nothing above it. Two of the same name have different keys. */
    public static TestCa root(String name) {
        KeyPair keys = Keys.rsa(2048);
        Issuer itself = new Issuer(distinguished(name), keys.getPrivate());
        return new TestCa(itself, itself.sign(authority(itself, name, keys)), List.of());
    }

    public TestCa intermediate(String name) {
        return below(name, Keys.rsa(2048), null);
    }

    /** An intermediate with an RSA key of 1024 bits. */
    public TestCa weakIntermediate(String name) {
        return below(name, Keys.rsa(1024), null);
    }

    /** An intermediate that may only certify DNS names below {@code domain}. */
    public TestCa constrainedIntermediate(String name, String domain) {
        return below(
                name,
                Keys.rsa(2048),
                new NameConstraints(new GeneralSubtree[] {new GeneralSubtree(dnsName(domain))}, null));
    }

    /** A certificate to be issued by this authority. */
    public LeafBuilder leaf() {
        return new LeafBuilder(issuer, intermediates);
    }

    public X509Certificate certificate() {
        return certificate;
    }

    /** An OCSP response by this authority (RFC 6960), good until tomorrow: it has not revoked this certificate. */
    public byte[] vouchesFor(X509Certificate issued) {
        return status(issued, CertificateStatus.GOOD, Instant.now().plus(1, ChronoUnit.DAYS));
    }

    /** An OCSP response by this authority: it has revoked this certificate. */
    public byte[] hasRevoked(X509Certificate issued) {
        return status(issued, new RevokedStatus(new Date()), Instant.now().plus(1, ChronoUnit.DAYS));
    }

    /** An OCSP response that was good until yesterday. */
    public byte[] vouchedFor(X509Certificate issued) {
        return status(issued, CertificateStatus.GOOD, Instant.now().minus(1, ChronoUnit.DAYS));
    }

    private byte[] status(X509Certificate issued, CertificateStatus status, Instant until) {
        try {
            DigestCalculator sha1 =
                    new JcaDigestCalculatorProviderBuilder().build().get(CertificateID.HASH_SHA1);
            return new OCSPRespBuilder()
                    .build(
                            OCSPRespBuilder.SUCCESSFUL,
                            new BasicOCSPRespBuilder(new RespID(issuer.name()))
                                    .addResponse(
                                            new JcaCertificateID(sha1, certificate, issued.getSerialNumber()),
                                            status,
                                            Date.from(until.minus(2, ChronoUnit.DAYS)),
                                            Date.from(until))
                                    .build(issuer.signer(issuer.defaultAlgorithm()), null, new Date()))
                    .getEncoded();
        } catch (OCSPException | OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A key store in memory whose only entry is this authority, as trust anchor. */
    public KeyStore trustStore() {
        return KeyStores.trusting(certificate);
    }

    public Path writeTrustStore(Path file) {
        return KeyStores.write(trustStore(), file);
    }

    private TestCa below(String name, KeyPair keys, NameConstraints constraints) {
        X509v3CertificateBuilder unsigned = authority(issuer, name, keys);
        if (constraints != null) {
            Issuer.extend(unsigned, Extension.nameConstraints, true, constraints);
        }
        X509Certificate signed = issuer.sign(unsigned);
        List<X509Certificate> path = new ArrayList<>(List.of(signed));
        path.addAll(intermediates);
        return new TestCa(new Issuer(distinguished(name), keys.getPrivate()), signed, List.copyOf(path));
    }

    private static X509v3CertificateBuilder authority(Issuer issuer, String name, KeyPair keys) {
        Instant now = Instant.now();
        X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                issuer.name(),
                serial(),
                Date.from(now.minus(3650, ChronoUnit.DAYS)),
                Date.from(now.plus(3650, ChronoUnit.DAYS)),
                distinguished(name),
                Issuer.info(keys.getPublic()));
        Issuer.extend(builder, Extension.basicConstraints, true, new BasicConstraints(true));
        Issuer.extend(builder, Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        return builder;
    }

    static X500Name distinguished(String commonName) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.CN, new DERUTF8String(commonName))
                .build();
    }

    static GeneralName dnsName(String name) {
        return new GeneralName(GeneralName.dNSName, name);
    }

    static BigInteger serial() {
        return new BigInteger(120, RANDOM).setBit(120);
    }
}
