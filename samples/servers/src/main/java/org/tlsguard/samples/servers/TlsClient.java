package org.tlsguard.samples.servers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.tlsguard.samples.pki.Identity;

/** The other side of a server under test: a client that will talk to anybody, showing whatever certificate it was given. */
public final class TlsClient {

    private static final int TIMEOUT_MILLIS = 20_000;

    private String[] protocols = {"TLSv1.2", "TLSv1.3"};
    private String[] suites;
    private Identity identity;
    private boolean awaitsWelcome;

    private TlsClient() {}

    public static TlsClient anonymous() {
        return new TlsClient();
    }

    public static TlsClient presenting(Identity identity) {
        TlsClient client = new TlsClient();
        client.identity = identity;
        return client;
    }

    /** Speaks these versions only. */
    public TlsClient protocols(String... only) {
        protocols = only;
        return this;
    }

    /** Offers these cipher suites only. */
    public TlsClient suites(String... only) {
        suites = only;
        return this;
    }

    /** Speaks only once the server has bidden it welcome. */
    public TlsClient afterWelcome() {
        awaitsWelcome = true;
        return this;
    }

    /** Sends one line to a loopback port. Returns the line that came back; fails if none did. */
    public String ask(int port, String line) throws IOException {
        try (SSLSocket tls = connect("localhost", port)) {
            BufferedReader answers =
                    new BufferedReader(new InputStreamReader(tls.getInputStream(), StandardCharsets.ISO_8859_1));
            if (awaitsWelcome && answers.readLine() == null) {
                throw new IOException("the server hung up without a welcome");
            }
            tls.getOutputStream().write((line + "\n").getBytes(StandardCharsets.ISO_8859_1));
            String answer = answers.readLine();
            if (answer == null) {
                throw new IOException("the server hung up without an answer");
            }
            return answer;
        }
    }

    SSLSocket connect(String host, int port) throws IOException {
        SSLSocket tls = (SSLSocket) Contexts.of(identity, new TrustManager[] {new Anybody()})
                .getSocketFactory()
                .createSocket(new Socket(host, port), host, port, true);
        tls.setSoTimeout(TIMEOUT_MILLIS);
        tls.setEnabledProtocols(protocols);
        if (suites != null) {
            tls.setEnabledCipherSuites(suites);
        }
        tls.startHandshake();
        return tls;
    }

    private static final class Anybody implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
