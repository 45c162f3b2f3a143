package org.tlsguard.samples.pki;

import java.security.KeyPair;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;

/**
 * Clones a certificate the way an interceptor does: the same subject, names, dates and extensions, so that whoever looks
 * at the certificate alone finds it perfect, but a key that the interceptor holds.
 */
public enum Impostor {
    /** Signed with its own key, its own issuer. */
    SELF_SIGNED {
        @Override
        public Identity of(X509Certificate original) {
            KeyPair own = Keys.rsa(2048);
            X500Name subject = holder(original).getSubject();
            return new Identity(List.of(forge(original, own, new Issuer(subject, own.getPrivate()))), own.getPrivate());
        }
    },
    /** Signed by an authority that has the original issuer's name, and nothing else of it. */
    CLONED_CA {
        @Override
        public Identity of(X509Certificate original) {
            KeyPair own = Keys.rsa(2048);
            Issuer forged =
                    new Issuer(holder(original).getIssuer(), Keys.rsa(2048).getPrivate());
            return new Identity(List.of(forge(original, own, forged)), own.getPrivate());
        }
    };

    /** What names a key must not survive the change of keys. */
    private static final Set<ASN1ObjectIdentifier> ABOUT_KEYS =
            Set.of(Extension.subjectKeyIdentifier, Extension.authorityKeyIdentifier);

    public abstract Identity of(X509Certificate original);

    private static X509Certificate forge(X509Certificate original, KeyPair own, Issuer issuer) {
        X509v3CertificateBuilder forged = new X509v3CertificateBuilder(
                issuer.name(),
                original.getSerialNumber(),
                original.getNotBefore(),
                original.getNotAfter(),
                holder(original).getSubject(),
                Issuer.info(own.getPublic()));
        var extensions = holder(original).getExtensions();
        if (extensions != null) {
            for (ASN1ObjectIdentifier id : extensions.getExtensionOIDs()) {
                if (!ABOUT_KEYS.contains(id)) {
                    add(forged, extensions.getExtension(id));
                }
            }
        }
        return issuer.sign(forged);
    }

    private static void add(X509v3CertificateBuilder forged, Extension extension) {
        try {
            forged.addExtension(extension);
        } catch (CertIOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JcaX509CertificateHolder holder(X509Certificate certificate) {
        try {
            return new JcaX509CertificateHolder(certificate);
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
