package org.tlsguard.samples.pki;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * A certificate with its private key and the chain it is served with.
 *
 * @param chain the end entity first, then the intermediates; never the trust anchor
 */
public record Identity(List<X509Certificate> chain, PrivateKey privateKey) {

    /** The password of every key store written here: these keys protect nothing. */
    public static final String PASSWORD = "changeit";

    public Identity {
        chain = List.copyOf(chain);
    }

    public X509Certificate certificate() {
        return chain.get(0);
    }

    /** The pin of the end entity's key as in RFC 7469: {@code sha256/BASE64}. */
    public String keyPin() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(certificate().getPublicKey().getEncoded());
            return "sha256/" + Base64.getEncoder().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The fingerprint of the end entity's certificate: SHA-256 in lower-case hexadecimal digits. */
    public String fingerprint() {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(certificate().getEncoded());
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A key store in memory with this identity as its only entry. */
    public KeyStore keyStore(String type) {
        try {
            KeyStore store = KeyStores.empty(type);
            store.setKeyEntry("identity", privateKey, PASSWORD.toCharArray(), chain.toArray(new Certificate[0]));
            return store;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public Path writePkcs12(Path file) {
        return KeyStores.write(keyStore("PKCS12"), file);
    }

    public Path writeJks(Path file) {
        return KeyStores.write(keyStore("JKS"), file);
    }

    /** Writes the served chain, without the key, as PEM. */
    public Path writePem(Path file) {
        Base64.Encoder encoder = Base64.getMimeEncoder(64, new byte[] {'\n'});
        StringBuilder pem = new StringBuilder();
        try (OutputStream out = Files.newOutputStream(file)) {
            for (X509Certificate certificate : chain) {
                pem.append("-----BEGIN CERTIFICATE-----\n")
                        .append(encoder.encodeToString(certificate.getEncoded()))
                        .append("\n-----END CERTIFICATE-----\n");
            }
            out.write(pem.toString().getBytes(StandardCharsets.US_ASCII));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
