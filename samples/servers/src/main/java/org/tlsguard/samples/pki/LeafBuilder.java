package org.tlsguard.samples.pki;

import java.security.KeyPair;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509v3CertificateBuilder;

/**
 * An end-entity certificate in the making: sound unless told otherwise, each method adds one fault. The common name is
 * the first name given.
 */
public final class LeafBuilder {

    /** A critical extension that nobody knows, in the arc for examples. */
    private static final ASN1ObjectIdentifier UNKNOWN = new ASN1ObjectIdentifier("2.999.1");

    private Issuer issuer;
    private final List<X509Certificate> intermediates;
    private final List<GeneralName> names = new ArrayList<>();
    private String commonName;
    private Instant notBefore = Instant.now().minus(1, ChronoUnit.DAYS);
    private Instant notAfter = Instant.now().plus(30, ChronoUnit.DAYS);
    private KeyPair keys;
    private String digest = "SHA256";
    private KeyPurposeId purpose = KeyPurposeId.id_kp_serverAuth;
    private boolean selfSigned;
    private boolean signatureBroken;
    private boolean unknownCriticalExtension;

    LeafBuilder(Issuer issuer, List<X509Certificate> intermediates) {
        this.issuer = issuer;
        this.intermediates = new ArrayList<>(intermediates);
    }

    public LeafBuilder dns(String name) {
        return named(name, TestCa.dnsName(name));
    }

    public LeafBuilder ip(String address) {
        return named(address, new GeneralName(GeneralName.iPAddress, address));
    }

    /** A name in the subject only, as certificates had it before subject alternative names. */
    public LeafBuilder commonName(String name) {
        commonName = name;
        return this;
    }

    public LeafBuilder expired() {
        return valid(Instant.now().minus(400, ChronoUnit.DAYS), Instant.now().minus(35, ChronoUnit.DAYS));
    }

    public LeafBuilder notYetValid() {
        return valid(Instant.now().plus(35, ChronoUnit.DAYS), Instant.now().plus(400, ChronoUnit.DAYS));
    }

    public LeafBuilder valid(Instant from, Instant until) {
        notBefore = from;
        notAfter = until;
        return this;
    }

    /** Signed with its own key; whoever was asked to issue it has no part in it. */
    public LeafBuilder selfSigned() {
        selfSigned = true;
        intermediates.clear();
        return this;
    }

    public LeafBuilder sha1() {
        return digest("SHA1");
    }

    public LeafBuilder digest(String algorithm) {
        digest = algorithm;
        return this;
    }

    public LeafBuilder rsa(int bits) {
        keys = Keys.rsa(bits);
        return this;
    }

    public LeafBuilder ec(int bits) {
        keys = Keys.ec(bits);
        return this;
    }

    /** One bit of the signature is wrong. */
    public LeafBuilder badSignature() {
        signatureBroken = true;
        return this;
    }

    /** Issued by an end entity, which had no right to. */
    public LeafBuilder issuerNotCa() {
        Identity impostor =
                new LeafBuilder(issuer, intermediates).dns("customer.example").build();
        issuer = new Issuer(TestCa.distinguished("customer.example"), impostor.privateKey());
        intermediates.clear();
        intermediates.addAll(impostor.chain());
        return this;
    }

    /** May only sign code, neither serve nor be a client. */
    public LeafBuilder wrongUsage() {
        return purpose(KeyPurposeId.id_kp_codeSigning);
    }

    /** For a client's identity. */
    public LeafBuilder forClients() {
        return purpose(KeyPurposeId.id_kp_clientAuth);
    }

    public LeafBuilder unknownCriticalExtension() {
        unknownCriticalExtension = true;
        return this;
    }

    public Identity build() {
        if (commonName == null) {
            throw new IllegalStateException("a certificate needs a name: dns, ip or commonName");
        }
        KeyPair own = keys == null ? Keys.rsa(2048) : keys;
        Issuer signer = selfSigned ? new Issuer(TestCa.distinguished(commonName), own.getPrivate()) : issuer;
        X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                signer.name(),
                TestCa.serial(),
                Date.from(notBefore),
                Date.from(notAfter),
                TestCa.distinguished(commonName),
                Issuer.info(own.getPublic()));
        Issuer.extend(builder, Extension.basicConstraints, true, new BasicConstraints(false));
        Issuer.extend(builder, Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
        if (!names.isEmpty()) {
            GeneralNames presented = new GeneralNames(names.toArray(new GeneralName[0]));
            Issuer.extend(builder, Extension.subjectAlternativeName, false, presented);
        }
        if (unknownCriticalExtension) {
            Issuer.extend(builder, UNKNOWN, true, new DERUTF8String("understand me or refuse me"));
        }
        X509Certificate signed = signer.sign(builder, signer.algorithm(digest));
        List<X509Certificate> chain = new ArrayList<>(List.of(signatureBroken ? breakSignature(signed) : signed));
        chain.addAll(intermediates);
        return new Identity(chain, own.getPrivate());
    }

    private LeafBuilder named(String name, GeneralName presented) {
        names.add(presented);
        if (commonName == null) {
            commonName = name;
        }
        return this;
    }

    private LeafBuilder purpose(KeyPurposeId only) {
        purpose = only;
        return this;
    }

    /** The signature is what a certificate ends with. */
    private static X509Certificate breakSignature(X509Certificate sound) {
        try {
            byte[] der = sound.getEncoded();
            der[der.length - 1] ^= 1;
            return Issuer.parse(der);
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
