package org.tlsguard.samples.servers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Hashtable;
import java.util.List;
import org.bouncycastle.asn1.ocsp.OCSPResponse;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.CertificateEntry;
import org.bouncycastle.tls.CertificateStatus;
import org.bouncycastle.tls.CertificateStatusType;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.DefaultTlsServer;
import org.bouncycastle.tls.HashAlgorithm;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.SignatureAlgorithm;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsExtensionsUtils;
import org.bouncycastle.tls.TlsServerProtocol;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.crypto.TlsCryptoParameters;
import org.bouncycastle.tls.crypto.impl.jcajce.JcaDefaultTlsCredentialedSigner;
import org.bouncycastle.tls.crypto.impl.jcajce.JcaTlsCrypto;
import org.bouncycastle.tls.crypto.impl.jcajce.JcaTlsCryptoProvider;
import org.tlsguard.samples.pki.Identity;

/**
 * A TLS server, by Bouncy Castle, that staples an OCSP response to its certificate (RFC 6066, section 8) where the client
 * wants one. JSSE's own would fetch the response from an authority first.
 */
public final class StaplingServer {

    private StaplingServer() {}

    /**
     * @param identity with an EC key on the curve P-256
     * @param response in DER
     * @param protocols {@code TLSv1.2} or {@code TLSv1.3} or both
     */
    public static LoopbackServer start(Identity identity, byte[] response, String... protocols) {
        Journal journal = new Journal();
        ProtocolVersion[] versions = Arrays.stream(ProtocolVersion.TLSv13.downTo(ProtocolVersion.TLSv12))
                .filter(version -> List.of(protocols).contains(version.getName().replace("TLS ", "TLSv")))
                .toArray(ProtocolVersion[]::new);
        return new LoopbackServer(
                journal, connection -> serve(connection, new Stapling(identity, response, versions), journal));
    }

    private static void serve(Socket connection, Stapling server, Journal journal) throws IOException {
        TlsServerProtocol protocol = new TlsServerProtocol(connection.getInputStream(), connection.getOutputStream());
        protocol.accept(server);
        new LoginService(journal.recording(protocol.getInputStream()), protocol.getOutputStream()).serve();
        protocol.close();
    }

    private static final class Stapling extends DefaultTlsServer {

        private final Identity identity;
        private final byte[] response;

        private final ProtocolVersion[] versions;

        Stapling(Identity identity, byte[] response, ProtocolVersion[] versions) {
            super(new JcaTlsCryptoProvider().create(new SecureRandom()));
            this.identity = identity;
            this.response = response;
            this.versions = versions;
        }

        @Override
        protected ProtocolVersion[] getSupportedVersions() {
            return versions;
        }

        @Override
        protected int[] getSupportedCipherSuites() {
            return new int[] {CipherSuite.TLS_AES_128_GCM_SHA256, CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256};
        }

        @Override
        public TlsCredentials getCredentials() throws IOException {
            return new JcaDefaultTlsCredentialedSigner(
                    new TlsCryptoParameters(context),
                    (JcaTlsCrypto) getCrypto(),
                    identity.privateKey(),
                    certificate(),
                    SignatureAndHashAlgorithm.getInstance(HashAlgorithm.sha256, SignatureAlgorithm.ecdsa));
        }

        /** For TLS 1.2, which has a message of its own for it. */
        @Override
        public CertificateStatus getCertificateStatus() {
            return new CertificateStatus(CertificateStatusType.ocsp, OCSPResponse.getInstance(response));
        }

        private Certificate certificate() throws IOException {
            List<X509Certificate> chain = identity.chain();
            CertificateEntry[] entries = new CertificateEntry[chain.size()];
            for (int i = 0; i < entries.length; i++) {
                entries[i] = new CertificateEntry(
                        getCrypto().createCertificate(encoded(chain.get(i))), i == 0 ? stapled() : null);
            }
            byte[] ofTls13 = TlsUtils.isTLSv13(context) ? TlsUtils.EMPTY_BYTES : null;
            return new Certificate(ofTls13, entries);
        }

        private Hashtable<Integer, byte[]> stapled() throws IOException {
            if (!TlsUtils.isTLSv13(context) || certificateStatusRequest == null) {
                return null;
            }
            ByteArrayOutputStream status = new ByteArrayOutputStream();
            getCertificateStatus().encode(status);
            Hashtable<Integer, byte[]> extensions = new Hashtable<>();
            extensions.put(TlsExtensionsUtils.EXT_status_request, status.toByteArray());
            return extensions;
        }

        private static byte[] encoded(X509Certificate certificate) {
            try {
                return certificate.getEncoded();
            } catch (CertificateEncodingException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
