package org.tlsguard.samples.sinners.clean;

import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import org.tlsguard.samples.sinners.plumbing.Login;
import org.tlsguard.samples.sinners.plumbing.Peer;
import org.tlsguard.samples.sinners.plumbing.Shell;
import org.tlsguard.samples.sinners.plumbing.Tls;

/** Upgrades a plain connection, and checks the name by hand before it logs in, as mail and directory clients do. */
public final class StartTlsClient {

    private StartTlsClient() {}

    public static void main(String[] args) {
        Shell.run(args, peer -> login(peer));
    }

    private static String login(Peer peer) throws Exception {
        try (Socket plain = new Socket(peer.host, peer.port)) {
            Login.line(plain.getInputStream());
            plain.getOutputStream().write("STARTTLS\n".getBytes(StandardCharsets.US_ASCII));
            Login.line(plain.getInputStream());
            try (SSLSocket tls = (SSLSocket)
                    SSLContext.getDefault().getSocketFactory().createSocket(plain, peer.host, peer.port, true)) {
                tls.startHandshake();
                verify(peer.host, tls.getSession());
                return Tls.login(tls);
            }
        }
    }

    private static void verify(String host, SSLSession session)
            throws SSLPeerUnverifiedException, CertificateException {
        X509Certificate certificate = (X509Certificate) session.getPeerCertificates()[0];
        Collection<List<?>> names = certificate.getSubjectAlternativeNames();
        if (names == null || names.stream().noneMatch(name -> host.equals(name.get(1)))) {
            throw new SSLPeerUnverifiedException("the certificate is not for " + host);
        }
    }
}
